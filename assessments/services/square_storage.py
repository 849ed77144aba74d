"""The places of squares in the database, and what each can hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Q

from assessments.domain.facts import Grade, Nature, split_row_key
from assessments.domain.measures import read_amount
from assessments.domain.wording import Message, gettext_noop
from assessments.editions import edition_named
from assessments.models import Filing, ListRow, PlainSquare
from assessments.sheets.acceptance import refusal, text_refusal
from assessments.sheets.contents import TYPED, Box, SquareKind

_UNKNOWN_CHOICE = gettext_noop("“{name}”请从列表中选择，不能填“{value}”")

#: What an indicator row holds beside the paper: by name, what it is called and how many characters it takes.
_BESIDE_THE_PAPER = {
    "deviation_reason": (gettext_noop("偏差原因"), 2000),
    "corrective_measure": (gettext_noop("改进措施"), 2000),
}
#: What can be chosen for an indicator row, and what the choice is called.
_CHOICES: dict[str, tuple[str, frozenset[str]]] = {
    "nature": (gettext_noop("性质"), frozenset({"", *Nature})),
    "grade": (gettext_noop("达成情况"), frozenset({"", *Grade})),
}


def box_to_type_into(edition: str, key: str) -> Box | None:
    """The square ``key`` of an edition where a person may type into it; None for computed, locked and unknown ones."""
    box = edition_named(edition).box(key)
    return box if box is not None and box.kind in TYPED else None


def can_be_typed(edition: str, key: str) -> bool:
    """True if a person may write into ``key``: a square of the paper, or what a row holds beside it."""
    parts = split_row_key(key)
    beside = parts is not None and (parts.square in _BESIDE_THE_PAPER or parts.square in _CHOICES)
    kept_there = beside and edition_named(edition).completes_rows
    return kept_there or box_to_type_into(edition, key) is not None


def refusal_of(edition: str, key: str, value: str) -> Message | None:
    """The reason why the square ``key`` cannot hold ``value``; None where it can."""
    square = parts.square if (parts := split_row_key(key)) else ""
    if square in _CHOICES:
        name, known = _CHOICES[square]
        return None if value in known else Message(_UNKNOWN_CHOICE, {"name": Message(name), "value": value[:40]})
    if box := box_to_type_into(edition, key):
        return refusal(box, value, edition_named(edition).unit)
    if square in _BESIDE_THE_PAPER:
        name, limit = _BESIDE_THE_PAPER[square]
        return text_refusal(Message(name), value, limit)
    return None


def limit_of(edition: str, key: str) -> int:
    """The number of characters that the figures of blocks and the squares of rows hold, 0 where any number is kept."""
    parts = split_row_key(key)
    if parts and parts.square in _BESIDE_THE_PAPER:
        return 0
    box = edition_named(edition).box(key)
    return box.limit if box and (parts or box.kind is SquareKind.MONEY) else 0


def correction_of(edition: str, key: str, value: str) -> str:
    """The text that may be offered in place of a refused ``value``; blank where nothing else can be meant for sure."""
    box = box_to_type_into(edition, key)
    if box is None or box.kind is not SquareKind.MONEY:
        return ""
    unit = box.means.unit or edition_named(edition).unit
    return read_amount(value, unit, allow_negative=box.means.signed).correction


@dataclass(slots=True)
class HeldSquares:
    """Some squares of a filing as they stand while its row is locked; what is put into them is written at the end."""

    filing: Filing
    plain: dict[str, PlainSquare] = field(default_factory=dict)
    rows: dict[tuple[str, str], ListRow] = field(default_factory=dict)
    changed: dict[PlainSquare | ListRow, None] = field(default_factory=dict)

    @classmethod
    def of(cls, filing: Filing, keys: Iterable[str]) -> "HeldSquares":
        """The squares of ``keys``, read in at most two queries."""
        keys = list(keys)
        refs = {parts.ref for key in keys if (parts := split_row_key(key))}
        plain = [key for key in keys if split_row_key(key) is None]
        named = Q(code__in=refs - {""}) | Q(code="", pk__in=[*filter(None, map(_id_in, refs))])
        return cls(
            filing,
            {row.key: row for row in PlainSquare.objects.filter(filing=filing, key__in=plain)} if plain else {},
            {(row.name, row.ref): row for row in ListRow.objects.filter(named, filing=filing)} if refs else {},
        )

    def now(self, key: str) -> str | None:
        """The text of the square; None where its row is gone."""
        parts = split_row_key(key)
        if parts is None:
            return self.plain[key].raw if key in self.plain else None
        row = self.rows.get((parts.name, parts.ref))
        return row.squares.get(parts.square, "") if row else None

    def put(self, key: str, value: str) -> None:
        """Writes ``value`` into a square that :meth:`now` knows."""
        parts = split_row_key(key)
        if parts is None:
            square = self.plain[key]
            square.raw, square.amount = value, amount_in(self.filing, key, value)
            self.changed[square] = None
            return
        row = self.rows[parts.name, parts.ref]
        row.squares = {**row.squares, parts.square: value} if value else without(row.squares, parts.square)
        self.changed[row] = None

    def write(self) -> None:
        """Stores what was put."""
        for row in self.changed:
            row.save(update_fields=["raw", "amount"] if isinstance(row, PlainSquare) else ["squares"])


def without(squares: Mapping[str, str], name: str) -> dict[str, str]:
    """The squares of a row but for one."""
    return {square: text for square, text in squares.items() if square != name}


def amount_in(filing: Filing, key: str, text: str) -> Decimal | None:
    """The amount in a square of amounts, in the paper's unit; None for other squares and where it cannot be read."""
    box = edition_named(filing.edition).box(key)
    is_amount = box is not None and box.kind is SquareKind.MONEY
    return read_amount(text, filing.amount_unit, allow_negative=True).number if is_amount else None


def _id_in(ref: str) -> int | None:
    return int(ref) if ref.isdecimal() and ref.isascii() and len(ref) <= 18 else None
