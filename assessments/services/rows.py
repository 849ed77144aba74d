"""Adding, removing and moving the rows of a list."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from assessments.domain.facts import INDICATORS, split_row_key
from assessments.editions import edition_named
from assessments.models import Filing, ListRow, SquareChange
from assessments.services.errors import Refused
from assessments.services.square_storage import can_be_typed, refusal_of
from assessments.services.squares import claim_for_editing
from assessments.services.wording import in_words
from assessments.sheets.contents import SquareKind
from portal.accounts.models import User
from portal.text.door import clean
from portal.text.telling import taken_in

#: More rows than any published form has; a paste that wants more is a mistake.
MOST_ROWS = 200
#: What of an indicator is taken over from an earlier paper.
_TAKEN_OVER = ("level1", "level2", "level3", "target", "nature", "weight")


class RowChanged(Refused):
    """Somebody has written something else into a row since it was read; it is still there."""


@transaction.atomic
def add_rows(
    *,
    filing: Filing,
    after: str | None,
    actor: User,
    at: datetime,
    values: Sequence[Mapping[str, str]] = ({},),
    name: str = INDICATORS,
) -> list[ListRow]:
    """Adds a row to the list ``name`` for each of ``values`` below the row ``after`` (at the end where None, at the
    top where blank).

    A new row takes the levels that its values do not name from the row above. Adds all or none: raises
    :class:`Refused`.
    """
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    _require_free(filing, name)
    rows = _rows_of(filing, name)
    if len(rows) + len(values) > MOST_ROWS:
        raise Refused(_("一张表最多 %(most)s 行指标。") % {"most": MOST_ROWS})
    neighbour = _row(rows, after) if after else (rows[0] if after == "" and rows else rows[-1] if rows else None)
    first = 1 if after == "" or neighbour is None else neighbour.position + 1
    shared = edition_named(filing.edition).squares_of(name, SquareKind.LEVEL)
    added: list[ListRow] = []
    for position, filled in enumerate(values, start=first):
        levels = {level: neighbour.squares.get(level, "") for level in shared} if neighbour else {}
        row = ListRow(filing=filing, name=name, position=position)
        row.squares = _accepted(filing.edition, name, levels | dict(filled))
        neighbour = row
        added.append(row)
    below = ListRow.objects.filter(filing=filing, name=name, position__gte=first)
    below.update(position=F("position") + len(added))
    ListRow.objects.bulk_create(added)
    SquareChange.objects.bulk_create(
        _noted(filing, row, was="", value=_name_of(row, filing), actor=actor, at=at) for row in added
    )
    return added


@transaction.atomic
def require_read(*, filing: Filing, refs: Collection[str], was: Mapping[str, str], actor: User, at: datetime) -> None:
    """Holds rows as the page showed them (``was``, by keys of squares), else raises :class:`RowChanged`."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    for name, listed in groupby(_rows_of(filing), key=lambda row: row.name):
        held = {row.ref: (number, row) for number, row in enumerate(listed, start=1) if row.ref in refs}
        for key, read in was.items():
            parts = split_row_key(key)
            if parts is None or parts.name != name or parts.ref not in held:
                continue
            number, row = held[parts.ref]
            now = row.squares.get(parts.square, "")
            if clean(read).text != now:
                raise RowChanged(_changed(filing, key, number, now, actor))


@transaction.atomic
def remove_row(*, filing: Filing, ref: str, actor: User, at: datetime) -> dict[str, Any]:
    """Removes a row and gives its list, fields and place, so that it can be put back."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    row, rows = _row_among_its_own(filing, ref)
    index = rows.index(row)
    kept = dict(row.squares)
    _noted(filing, row, was=str(kept), value="", actor=actor, at=at).save()
    row.delete()
    return {"list": row.name, "after": rows[index - 1].ref if index else "", "values": kept}


@transaction.atomic
def move_row(*, filing: Filing, ref: str, up: bool, actor: User, at: datetime) -> None:
    """Exchanges a row with the one above or below; at the edge nothing changes."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    row, rows = _row_among_its_own(filing, ref)
    index = rows.index(row)
    other = index + (-1 if up else 1)
    if not 0 <= other < len(rows):
        return
    rows[index], rows[other] = rows[other], rows[index]
    for position, row in enumerate(rows, start=1):
        row.position = position
    ListRow.objects.bulk_update(rows, ["position"])


@transaction.atomic
def copy_rows_from(*, filing: Filing, source: Filing, actor: User, at: datetime) -> list[ListRow]:
    """Takes over indicators, targets and weights of an earlier filing into a form without rows; gives the new rows.

    Actual values, grades, scores and reasons are not taken over: they are this period's to say.
    """
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    if ListRow.objects.filter(filing=filing, name=INDICATORS).exists():
        raise Refused(_("本表已有指标行。请先删除再从上期带入。"))
    rows = [
        ListRow(
            filing=filing,
            name=row.name,
            position=position,
            squares={name: row.squares[name] for name in _TAKEN_OVER if name in row.squares},
        )
        for position, row in enumerate(_rows_of(source, INDICATORS), start=1)
    ]
    return ListRow.objects.bulk_create(rows)


def _name_of(row: ListRow, filing: Filing) -> str:
    """What a row is called; blank where it has no name yet."""
    called = edition_named(filing.edition).squares_of(row.name, SquareKind.NAME)
    return next((row.squares[square] for square in called if square in row.squares), "")


def _row(rows: list[ListRow], ref: str) -> ListRow:
    found = next((row for row in rows if row.ref == ref), None)
    if found is None:
        raise Refused(_("这一行已不在表中，可能刚被删除。请刷新页面。"))
    return found


def _changed(filing: Filing, key: str, number: int, now: str, reader: User) -> str:
    last = filing.changes.filter(key=key, kept=True).select_related("actor").order_by("-id").first()
    who = _("他人") if last is None else _("您自己在另一页") if last.actor_id == reader.pk else str(last.actor)
    said = {"number": number, "who": who, "now": now or _("（空白）")}
    return _("第 %(number)s 行刚被%(who)s改为“%(now)s”，没有删除。看过仍要删除，请再删一次。") % said


def _accepted(edition: str, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """The squares of a new row, each checked as a typed one; raises :class:`Refused` naming the square."""
    squares = {}
    for square, value in values.items():
        key = f"{name}[0].{square}"
        if not can_be_typed(edition, key) or not isinstance(value, str):
            raise Refused(_("“%(name)s”不是指标行的一格。") % {"name": str(square)[:40]})
        value = taken_in(value)
        if problem := refusal_of(edition, key, value):
            raise Refused(in_words(problem))
        if value:
            squares[square] = value
    return squares


def _require_free(filing: Filing, name: str) -> None:
    """Raises :class:`Refused` where the paper has no such list, or one whose rows are the edition's own."""
    edition = edition_named(filing.edition)
    if name not in edition.lists or name in edition.codes:
        raise Refused(_("这张表的行是表式规定的，不能增加、删除或移动。"))


def _row_among_its_own(filing: Filing, ref: str) -> tuple[ListRow, list[ListRow]]:
    """A row that may be moved or removed, and the rows of its list."""
    rows = _rows_of(filing)
    row = _row(rows, ref)
    return row, [other for other in rows if other.name == row.name]


def _rows_of(filing: Filing, *names: str) -> list[ListRow]:
    """The free rows of some lists of a paper, or of all, list by list."""
    rows = ListRow.objects.filter(filing=filing, code="").order_by("name", "position", "id")
    return list(rows.filter(name__in=names) if names else rows)


def _noted(filing: Filing, row: ListRow, *, was: str, value: str, actor: User, at: datetime) -> SquareChange:
    return SquareChange(filing=filing, key=f"{row.name}[{row.ref}]", was=was, value=value, actor=actor, at=at)
