"""Papers that go over to the unit that took over."""

from assessments.models import Obligation
from portal.accounts.models import Succession, Unit


def hand_over(owed: Obligation, heir: Unit) -> None:
    """From now on ``heir`` owes the paper; who owed it goes on reading it."""
    Obligation.objects.filter(pk=owed.pk).update(unit=heir, former_unit=owed.unit_id)


def heir_of(owed: Obligation) -> Unit | None:
    """The heir of what a closed unit owed; None where it is in use, or nobody can owe this paper for it."""
    if owed.unit.active:
        return None
    after = Succession.objects.filter(predecessor=owed.unit_id, successor__active=True).select_related("successor")
    heirs = [item.successor for item in after if not item.funds or not owed.fund or owed.fund in item.funds]
    free = [heir for heir in heirs if not heir.obligations.filter(cycle=owed.cycle_id, fund=owed.fund).exists()]
    return free[0] if free else None
