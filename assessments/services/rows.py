"""Adding, removing and moving indicator rows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from assessments.domain.facts import INDICATOR_FIELDS
from assessments.models import Filing, IndicatorRow, SquareChange
from assessments.services.errors import Refused
from assessments.services.square_storage import IndicatorTarget, target_of
from assessments.services.squares import claim_for_editing
from assessments.services.wording import in_words
from portal.accounts.models import User
from portal.text.door import clean
from portal.text.telling import taken_in

#: More rows than any published form has; a paste that wants more is a mistake.
MOST_ROWS = 200
_TYPED = tuple(name for name in INDICATOR_FIELDS if name != "completion_rate")


class RowChanged(Refused):
    """Somebody has written something else into a row since it was read; it is still there."""


@transaction.atomic
def add_rows(
    *, filing: Filing, after: str | None, actor: User, at: datetime, values: Sequence[Mapping[str, str]] = ({},)
) -> list[IndicatorRow]:
    """Adds a row for each of ``values`` below the row ``after`` (at the end where None, at the top where blank).

    A new row takes the levels that its values do not name from the row above. Adds all or none: raises
    :class:`Refused`.
    """
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    rows = list(IndicatorRow.objects.filter(filing=filing))
    if len(rows) + len(values) > MOST_ROWS:
        raise Refused(_("一张表最多 %(most)s 行指标。") % {"most": MOST_ROWS})
    neighbour = _row(rows, after) if after else (rows[0] if after == "" and rows else rows[-1] if rows else None)
    first = 1 if after == "" or neighbour is None else neighbour.position + 1
    added: list[IndicatorRow] = []
    for position, filled in enumerate(values, start=first):
        row = IndicatorRow(filing=filing, position=position)
        levels = {"level1": neighbour.level1, "level2": neighbour.level2} if neighbour else {}
        _fill(row, levels | dict(filled))
        neighbour = row
        added.append(row)
    IndicatorRow.objects.filter(filing=filing, position__gte=first).update(position=F("position") + len(added))
    IndicatorRow.objects.bulk_create(added)
    SquareChange.objects.bulk_create(_noted(filing, row, was="", value=row.level3, actor=actor, at=at) for row in added)
    return added


@transaction.atomic
def require_read(*, filing: Filing, refs: Collection[str], was: Mapping[str, str], actor: User, at: datetime) -> None:
    """Holds rows as the page showed them (``was``, by keys of squares), else raises :class:`RowChanged`."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    for number, row in enumerate(IndicatorRow.objects.filter(filing=filing), start=1):
        for name in _TYPED if str(row.pk) in refs else ():
            key, now = f"indicators[{row.pk}].{name}", getattr(row, name)
            if key in was and clean(was[key]).text != now:
                raise RowChanged(_changed(filing, key, number, now, actor))


@transaction.atomic
def remove_row(*, filing: Filing, ref: str, actor: User, at: datetime) -> dict[str, Any]:
    """Removes a row and gives its fields and place, so that it can be put back."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    rows = list(IndicatorRow.objects.filter(filing=filing))
    row = _row(rows, ref)
    index = rows.index(row)
    kept = {name: getattr(row, name) for name in _TYPED}
    _noted(filing, row, was=str(kept), value="", actor=actor, at=at).save()
    row.delete()
    return {"after": str(rows[index - 1].pk) if index else "", "values": kept}


@transaction.atomic
def move_row(*, filing: Filing, ref: str, up: bool, actor: User, at: datetime) -> None:
    """Exchanges a row with the one above or below; at the edge nothing changes."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    rows = list(IndicatorRow.objects.filter(filing=filing))
    index = rows.index(_row(rows, ref))
    other = index + (-1 if up else 1)
    if not 0 <= other < len(rows):
        return
    rows[index], rows[other] = rows[other], rows[index]
    for position, row in enumerate(rows, start=1):
        row.position = position
    IndicatorRow.objects.bulk_update(rows, ["position"])


@transaction.atomic
def copy_rows_from(*, filing: Filing, source: Filing, actor: User, at: datetime) -> list[IndicatorRow]:
    """Takes over the indicators and targets of an earlier filing into a form that has no rows yet; gives the new rows.

    Actual values, grades and reasons are not taken over: they are this period's to say.
    """
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    if IndicatorRow.objects.filter(filing=filing).exists():
        raise Refused(_("本表已有指标行。请先删除再从上期带入。"))
    rows = [
        IndicatorRow(
            filing=filing,
            position=position,
            **{
                name: getattr(row, name)
                for name in ("level1", "level2", "level3", "target", "target_reading", "nature")
            },
        )
        for position, row in enumerate(source.indicator_rows.all(), start=1)
    ]
    return IndicatorRow.objects.bulk_create(rows)


def _row(rows: list[IndicatorRow], ref: str) -> IndicatorRow:
    found = next((row for row in rows if str(row.pk) == ref), None)
    if found is None:
        raise Refused(_("这一行已不在表中，可能刚被删除。请刷新页面。"))
    return found


def _changed(filing: Filing, key: str, number: int, now: str, reader: User) -> str:
    last = filing.changes.filter(key=key, kept=True).select_related("actor").order_by("-id").first()
    who = _("他人") if last is None else _("您自己在另一页") if last.actor_id == reader.pk else str(last.actor)
    said = {"number": number, "who": who, "now": now or _("（空白）")}
    return _("第 %(number)s 行刚被%(who)s改为“%(now)s”，没有删除。看过仍要删除，请再删一次。") % said


def _fill(row: IndicatorRow, values: Mapping[str, str]) -> None:
    """Sets the fields after checking each as a typed square; raises :class:`Refused` naming the field."""
    for name, value in values.items():
        target = target_of(row.filing, f"indicators[0].{name}") if name in _TYPED else None
        if not isinstance(target, IndicatorTarget) or not isinstance(value, str):
            raise Refused(_("“%(name)s”不是指标行的一格。") % {"name": str(name)[:40]})
        value = taken_in(value)
        if problem := target.refusal(value):
            raise Refused(in_words(problem))
        for column, stored in target.stored(value).items():
            setattr(row, column, stored)


def _noted(filing: Filing, row: IndicatorRow, *, was: str, value: str, actor: User, at: datetime) -> SquareChange:
    return SquareChange(filing=filing, key=f"indicators[{row.pk}]", was=was, value=value, actor=actor, at=at)
