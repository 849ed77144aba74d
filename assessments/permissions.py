"""Permissions on a filing: one-line predicates over the person and the row."""

from django.db.models import QuerySet

from assessments.domain.workflow import WITH_THE_UNIT, Role, State
from assessments.models import Cycle, Filing, Move, Snapshot
from portal.accounts.models import Unit, User


def is_of_unit(user: User, filing: Filing) -> bool:
    """The filing is owed by the person's own unit."""
    return user.unit_id == filing.obligation.unit_id


def is_read_by_unit(user: User, filing: Filing) -> bool:
    """The filing is, was or became one of the person's unit: by 合并, 分设 or 撤销."""
    owed = filing.obligation
    return owed.unit_id in (user.unit_id, *user.inherited_units) or owed.former_unit_id == user.unit_id


def is_of_prefecture(user: User, filing: Filing) -> bool:
    """The person works in the finance bureau that called for the filing and reviews it."""
    cycle = filing.obligation.cycle
    in_office = user.unit.kind == Unit.Kind.FINANCE and user.unit.region_id == cycle.prefecture_id
    return in_office and cycle.paper.reviewed


def has_been_received(filing: Filing) -> bool:
    """The prefecture has a version of it."""
    return Snapshot.objects.received().filter(filing=filing).exists()


def may_read(user: User, filing: Filing) -> bool:
    """A unit reads its own filings and those it took over, a prefecture what it has received of its counties."""
    return is_read_by_unit(user, filing) or (is_of_prefecture(user, filing) and has_been_received(filing))


def may_edit(user: User, filing: Filing) -> bool:
    """Clerks of the unit change squares while the filing is theirs."""
    return is_of_unit(user, filing) and user.has_role(Role.CLERK) and filing.editable


def may_move(user: User, filing: Filing, name: str) -> bool:
    """The person holds a role for the step, on the right side, and the filing stands where the step begins."""
    move = filing.obligation.cycle.paper.moves.get(name)
    return (
        move is not None
        and State(filing.state) in move.sources
        and any(user.has_role(role) for role in move.roles)
        and _on_the_right_side(user, filing, name)
    )


def may_mark(user: User, filing: Filing) -> bool:
    """The reviewer who took the filing up marks its squares."""
    return may_move(user, filing, "return_for_revision") and filing.reviewer_id == user.pk


def took_part(user: User, filing: Filing) -> bool:
    """The person once sent or submitted this filing for its unit, wherever they work now."""
    return acts_for_unit().filter(actor=user, filing=filing).exists()


def acts_for_unit() -> QuerySet[Move]:
    """The steps by which people answer for filings of their units: who took one never judges that filing."""
    return Move.objects.filter(name__in=("send_to_head", "submit"))


def may_administer(user: User, cycle: Cycle) -> bool:
    """Business admins of the prefecture open its cycles and assign who owes what."""
    return user.has_role(Role.BUSINESS_ADMIN) and user.unit.region_id == cycle.prefecture_id


def may_ask_waiver(user: User, filing: Filing) -> bool:
    """Clerks and heads ask for a rule to be waived while the filing is with their unit; imports need none."""
    own = is_of_unit(user, filing) and (user.has_role(Role.CLERK) or user.has_role(Role.HEAD))
    advisory = filing.imported or filing.obligation.cycle.historical
    return own and not advisory and State(filing.state) in WITH_THE_UNIT


def may_waive(user: User, cycle: Cycle) -> bool:
    """Office heads of the prefecture decide on waivers in its cycles."""
    at_finance = user.unit.kind == Unit.Kind.FINANCE and user.unit.region_id == cycle.prefecture_id
    return at_finance and user.has_role(Role.OFFICE_HEAD)


def may_write_narrative(user: User, unit: Unit) -> bool:
    """Clerks write the report of their own unit."""
    return user.unit_id == unit.pk and user.has_role(Role.CLERK)


#: The steps that are the unit's; all others are the prefecture's, but on a paper that nobody reviews.
UNIT_MOVES = frozenset({"send_to_head", "recall", "submit", "hand_back", "withdraw"})


def _on_the_right_side(user: User, filing: Filing, name: str) -> bool:
    if name in UNIT_MOVES or not filing.obligation.cycle.paper.reviewed:
        return is_of_unit(user, filing) and (name != "submit" or filing.preparer_id != user.pk)
    return is_of_prefecture(user, filing) and not is_of_unit(user, filing)


def may_read_document(user: User, subject_id: str) -> bool:
    """Whoever may read the filing may read its documents."""
    filing = Filing.objects.select_related("obligation__cycle").filter(pk=subject_id).first()
    return filing is not None and may_read(user, filing)
