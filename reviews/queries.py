"""Reading judgements: only what the person may see."""

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from assessments.domain.workflow import State
from assessments.models import Filing, Obligation
from assessments.queries import filings_visible_to
from portal.accounts.models import User
from reviews.models import Export, Review, ReviewSheet, Score
from reviews.permissions import may_export, may_read_review, works_in_finance

#: A filing in one of these states has its four scores.
JUDGED = frozenset({State.SCORED, State.CONCLUDED})


def received_filings(user: User) -> QuerySet[Filing]:
    """What the person's prefecture has received, imports aside: the stock of the queue."""
    if not works_in_finance(user):
        return Filing.objects.none()
    return filings_visible_to(user).filter(imported=False, version__gt=0)


def reviewed_filing_for(user: User, pk: int) -> Filing:
    """The filing whose judgement the person may read, with its submitted versions; raises Http404 otherwise."""
    filing = (
        filings_visible_to(user)
        .select_related(
            "obligation__cycle__prefecture", "obligation__unit__region", "preparer", "submitter", "reviewer__unit"
        )
        .prefetch_related("snapshots")
        .filter(pk=pk)
        .first()
    )
    if filing is None or not may_read_review(user, filing):
        raise Http404
    return filing


def review_of(filing: Filing, version: int) -> Review | None:
    """The judgement of one version with its four scores; None where nobody took it up."""
    scores = Prefetch("scores", Score.objects.order_by("id"))
    return filing.reviews.select_related("reviewer").prefetch_related(scores).filter(version=version).first()


def sheets_visible_to(user: User) -> QuerySet[ReviewSheet]:
    """The review sheets of the person's prefecture."""
    if not works_in_finance(user):
        return ReviewSheet.objects.none()
    return ReviewSheet.objects.filter(cycle__prefecture=user.unit.region_id)


def sheet_for(user: User, pk: int) -> ReviewSheet:
    """The sheet with its rows; raises Http404 if it is not of the person's prefecture."""
    sheet = (
        sheets_visible_to(user)
        .select_related("cycle__prefecture", "region", "composed_by", "sent_by", "signed_by")
        .prefetch_related("rows__filing__reviewer", "rows__filing__obligation")
        .filter(pk=pk)
        .first()
    )
    if sheet is None:
        raise Http404
    return sheet


def filings_for_sheet(sheet: ReviewSheet) -> QuerySet[Filing]:
    """The filings that a sheet collects: those of its county, or of its whole prefecture, in its cycle."""
    return Filing.objects.filter(obligation__in=obligations_for_sheet(sheet).values("pk"))


def obligations_for_sheet(sheet: ReviewSheet) -> QuerySet[Obligation]:
    """What is owed to a sheet's cycle by its county, or by everybody where it is the prefecture's."""
    owed = sheet.cycle.obligations.all()
    whole = sheet.region_id == sheet.cycle.prefecture_id
    return owed if whole else owed.filter(unit__region=sheet.region_id)


def exports_visible_to(user: User) -> QuerySet[Export]:
    """What the person's prefecture exports, for its business admins."""
    if not may_export(user):
        return Export.objects.none()
    return Export.objects.filter(cycle__prefecture=user.unit.region_id)
