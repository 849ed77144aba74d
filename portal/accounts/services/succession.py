"""合并, 分设, 撤销: one unit takes over from another, for good."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Succession, Unit, User
from portal.accounts.permissions import may_close
from portal.accounts.services.units import held_unit, set_active


@transaction.atomic
def succeed(
    *, admin: User, predecessor: Unit, successor: Unit, kind: str, day: date, funds: Iterable[str], at: datetime
) -> None:
    """``successor`` takes over from ``predecessor``, and from all whom that one took over from.

    ``funds`` are those that it takes over; none means all. Raises PermissionDenied in another prefecture,
    ValidationError where one took over from the other already, in whichever direction.
    """
    before, after = held_unit(admin, predecessor), held_unit(admin, successor)
    pair = {before.pk, after.pk}
    if Succession.objects.filter(predecessor__in=pair, successor__in=pair).exists():
        wording = _("%(before)s和%(after)s之间已办理过承接，不能再办。")
        raise ValidationError(wording, "succeeded", {"before": before.name, "after": after.name})
    made = {"successor": after, "kind": kind, "day": day, "made_by": admin, "made_at": at}
    Succession.objects.create(predecessor=before, funds=sorted(funds), **made)
    for earlier in Succession.objects.filter(successor=before).exclude(predecessor=after):
        Succession.objects.get_or_create(
            predecessor=earlier.predecessor,
            successor=after,
            defaults=made | {"funds": _both(earlier.funds, sorted(funds)), "direct": False},
        )


@transaction.atomic
def retire(*, admin: User, unit: Unit, at: datetime) -> None:
    """Takes a unit out of use that others took over from; who still works there goes on reading its papers."""
    unit = held_unit(admin, unit)
    if not may_close(admin, unit):
        raise ValidationError(_("不能停用自己所在的单位。"), code="self")
    set_active(admin, unit, "unit_closed", at, active=False)


def _both(one: list[str], other: list[str]) -> list[str]:
    """The funds that came both ways; none named means all."""
    return [fund for fund in one if fund in other] if one and other else one or other
