"""Permissions on judgements: one-line predicates over the person and the row."""

from assessments.domain.workflow import Role, State
from assessments.models import Filing
from assessments.permissions import is_of_prefecture, is_of_unit, is_read_by_unit, may_move, took_part
from portal.accounts.models import Unit, User
from reviews.domain.readers import READERS
from reviews.models import Export, ReviewSheet


def works_in_finance(user: User) -> bool:
    """The person works in a finance bureau and reads the judgements of its region."""
    return user.unit.kind == Unit.Kind.FINANCE and any(user.has_role(role) for role in READERS)


def may_read_review(user: User, filing: Filing) -> bool:
    """The prefecture reads every judgement; the unit reads its own, and what it took over, once it is concluded."""
    judging = works_in_finance(user) and is_of_prefecture(user, filing)
    return judging or (is_read_by_unit(user, filing) and filing.state == State.CONCLUDED)


def may_be_reviewer(user: User, filing: Filing) -> bool:
    """The person may hold this filing's review: an active reviewer of its prefecture who had no part in filing it."""
    holds = user.is_active and user.has_role(Role.REVIEWER)
    apart = not is_of_unit(user, filing) and not took_part(user, filing)
    return holds and is_of_prefecture(user, filing) and apart


def may_score(user: User, filing: Filing) -> bool:
    """The reviewer who holds the filing scores it."""
    return may_move(user, filing, "score") and filing.reviewer_id == user.pk


def may_release(user: User, filing: Filing) -> bool:
    """The reviewer who holds the filing gives it back, or the office head takes it from them."""
    return may_move(user, filing, "release") and (filing.reviewer_id == user.pk or user.has_role(Role.OFFICE_HEAD))


def may_reassign(user: User, filing: Filing) -> bool:
    """The office head hands a review over to another reviewer."""
    return user.has_role(Role.OFFICE_HEAD) and is_of_prefecture(user, filing) and filing.state == State.IN_REVIEW


def may_rescore(user: User, filing: Filing) -> bool:
    """The reviewer who scored the filing scores it again."""
    return may_move(user, filing, "rescore") and filing.reviewer_id == user.pk


def may_compose(user: User, sheet: ReviewSheet) -> bool:
    """Reviewers of the prefecture compose its sheets."""
    return user.has_role(Role.REVIEWER) and is_of_sheet(user, sheet)


def may_sign(user: User, sheet: ReviewSheet) -> bool:
    """Office heads sign what they neither composed nor sent; who scored a row is asked by the service."""
    return user.has_role(Role.OFFICE_HEAD) and is_of_sheet(user, sheet) and user.pk not in _makers(sheet)


def may_export(user: User) -> bool:
    """Business admins of a finance bureau export."""
    return user.has_role(Role.BUSINESS_ADMIN) and user.unit.kind == Unit.Kind.FINANCE


def is_of_sheet(user: User, sheet: ReviewSheet) -> bool:
    """The person works in the finance bureau of the sheet's prefecture."""
    return user.unit.kind == Unit.Kind.FINANCE and user.unit.region_id == sheet.cycle.prefecture_id


def may_read_document(user: User, subject_id: str) -> bool:
    """Whoever reads the review sheet may read its documents."""
    sheet = ReviewSheet.objects.select_related("cycle").filter(pk=subject_id).first()
    return sheet is not None and works_in_finance(user) and is_of_sheet(user, sheet)


def may_read_bundle(user: User, subject_id: str) -> bool:
    """Business admins of the prefecture read what it exported."""
    return may_export(user) and Export.objects.filter(pk=subject_id, cycle__prefecture=user.unit.region_id).exists()


def _makers(sheet: ReviewSheet) -> set[int | None]:
    return {sheet.composed_by_id, sheet.sent_by_id}
