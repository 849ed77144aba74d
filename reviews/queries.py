"""Reading judgements: only what the person may see."""

from collections import Counter
from collections.abc import Collection

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from assessments.domain.kinds import REVIEWED
from assessments.domain.workflow import Role, State
from assessments.models import Explanation, Filing, NarrativeExplanation, NarrativeReport, Obligation, Snapshot
from assessments.queries import filings_visible_to
from portal.accounts.models import Unit, User
from reviews.domain.readers import READERS
from reviews.models import Export, Review, ReviewSheet, ReviewSheetRow

#: A filing in one of these states has its four scores.
JUDGED = frozenset({State.SCORED, State.CONCLUDED})


def received_filings(user: User) -> QuerySet[Filing]:
    """The filings that the person's prefecture has received, imports aside: the stock of the queue."""
    if not _works_in_office(user, *READERS):
        return Filing.objects.none()
    return filings_visible_to(user).filter(imported=False, obligation__cycle__kind__in=REVIEWED)


def filings_with_versions(user: User) -> QuerySet[Filing]:
    """The filings under review that the person may see, with their submitted versions."""
    people = ("preparer", "submitter", "reviewer__unit")
    owed = ("obligation__cycle__prefecture", "obligation__unit__region")
    reviews = Prefetch("reviews", Review.objects.select_related("reviewer"))
    found = filings_visible_to(user).filter(obligation__cycle__kind__in=REVIEWED).select_related(*owed, *people)
    return found.prefetch_related(Prefetch("snapshots", Snapshot.objects.received()), reviews, "reviews__scores")


def review_of(filing: Filing, version: int) -> Review | None:
    """The judgement of one version; None where nobody took it up."""
    return next((review for review in filing.reviews.all() if review.version == version), None)


def sheets_visible_to(user: User) -> QuerySet[ReviewSheet]:
    """The review sheets of the person's prefecture."""
    if not _works_in_office(user, *READERS):
        return ReviewSheet.objects.none()
    return ReviewSheet.objects.filter(cycle__prefecture=user.unit.region_id)


def prefecture_of_sheet(subject_id: str) -> int:
    """The id of the prefecture that composes the sheet."""
    return ReviewSheet.objects.values_list("cycle__prefecture", flat=True).get(pk=subject_id)


def sheet_for(user: User, pk: int) -> ReviewSheet:
    """The sheet with its rows; raises Http404 if it is not of the person's prefecture."""
    rows = ReviewSheetRow.objects.select_related("filing__reviewer", "filing__obligation")
    sheet = (
        sheets_visible_to(user)
        .select_related("cycle__prefecture", "region", "composed_by", "sent_by", "signed_by")
        .prefetch_related(Prefetch("rows", rows))
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
    """The obligations of a sheet's cycle in its county, or of everybody where it is the prefecture's."""
    owed = sheet.cycle.obligations.all()
    whole = sheet.region_id == sheet.cycle.prefecture_id
    return owed if whole else owed.filter(unit__region=sheet.region_id)


def misread_by_rule(user: User) -> Counter[str]:
    """The times that units of the person's prefecture said that a rule read their words wrongly, in what was sent."""
    if not _works_in_office(user, *READERS):
        return Counter()
    squares = Explanation.objects.filter(misread=True, filing__in=received_filings(user))
    reports = NarrativeReport.objects.filter(cycle__prefecture=user.unit.region_id, versions__isnull=False)
    texts = NarrativeExplanation.objects.filter(misread=True, report__in=reports)
    return Counter(rule for told in (squares, texts) for rule in told.values_list("rule", flat=True))


def exports_visible_to(user: User) -> QuerySet[Export]:
    """The exports of the person's prefecture, for its business admins."""
    if not _works_in_office(user, Role.BUSINESS_ADMIN):
        return Export.objects.none()
    return Export.objects.filter(cycle__prefecture=user.unit.region_id)


def prefecture_of_export(subject_id: str) -> int:
    """The id of the prefecture that exports."""
    return Export.objects.values_list("cycle__prefecture", flat=True).get(pk=subject_id)


def _works_in_office(user: User, *roles: Role) -> bool:
    return user.unit.kind == Unit.Kind.FINANCE and any(user.has_role(role) for role in roles)


def names_of_sheets(ids: Collection[str]) -> dict[str, str]:
    """The names of some review sheets in the record, by id: region and cycle."""
    found = ReviewSheet.objects.filter(pk__in=ids).select_related("region", "cycle")
    return {str(sheet.pk): f"{sheet.region.name}　{sheet.cycle.name}" for sheet in found}


def names_of_exports(ids: Collection[str]) -> dict[str, str]:
    """The names of some exports, by id."""
    related = ("cycle__prefecture", "region", "filing__obligation__cycle", "filing__obligation__unit__region")
    return {str(chosen.pk): chosen.name for chosen in Export.objects.filter(pk__in=ids).select_related(*related)}
