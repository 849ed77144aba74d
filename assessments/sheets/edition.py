"""An edition: everything that is declared of one paper, its layout and its meaning (forms.md §1)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from assessments.domain.facts import INDICATOR_FIELDS, INDICATORS, split_row_key
from assessments.domain.formulas import Completion, Formula, Quotient, Sum
from assessments.domain.kinds import PaperKind
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.rounding import printed_rate, without_zeros
from assessments.domain.scoring import POINTS, printed_points
from assessments.domain.tables.items import BudgetItem
from assessments.domain.units import MONEY, UNITS
from assessments.sheets.blocks import Block
from assessments.sheets.contents import Box, SquareKind, Topic


@dataclass(frozen=True, slots=True)
class Foot:
    """One group of lines under the table; ``seal`` marks where a seal will stand, until then its words are printed."""

    lines: tuple[str, ...]
    seal: str = ""


#: The reference in the key of a column, which stands for that of any row.
ANY_ROW = "{ref}"


def weight_key(name: str) -> str:
    """The key under which a paper keeps the points of a first level, or of the budget's execution."""
    return f"weight.{name}"


@dataclass(frozen=True, eq=False)
class Edition:
    """One edition of a paper: what is printed, where, how wide (millimetres), and what it means.

    ``annex``, ``title``, ``subtitle``, ``left``, ``right`` and the feet are templates over the words of
    :mod:`assessments.sheets.headings`. ``places`` is the number of decimals in which it prints rates. ``levels`` are
    the first-level names with the second-level names under each. ``unit`` is that of its amounts. ``formulas`` give
    what is computed, by key (``indicators[].completion_rate`` in every row of a list); ``totals`` are typed amounts
    that their parts, blank ones counted as nothing, must come to (V04). ``weights`` are the points of the budget's
    execution and of each first level, unless the cycle has others. A released edition never changes.
    """

    code: str
    kind: PaperKind
    name: str
    title: str
    columns: tuple[float, ...]
    blocks: tuple[Block, ...]
    annex: str = ""
    subtitle: str = ""
    left: str = ""
    right: str = ""
    feet: tuple[Foot, ...] = ()
    landscape: bool = False
    places: int = 2
    levels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = "万元"
    formulas: Mapping[str, Formula | Completion] = field(default_factory=dict)
    totals: Mapping[str, Sum] = field(default_factory=dict)
    weights: Mapping[str, int] = field(default_factory=dict)

    def boxes(self) -> Iterator[Box]:
        """Every square of the paper; the squares of a list carry ``{ref}`` in their keys."""
        return iter(self._by_key.values())

    def box(self, key: str) -> Box | None:
        """The square that ``key`` names, or None where this edition has none."""
        if found := self._by_key.get(key):
            return found
        parts = split_row_key(key)
        found = self._by_key.get(f"{parts.name}[{{ref}}].{parts.square}") if parts else None
        return replace(found, key=key) if found else None

    def called(self, key: str) -> str:
        """The name of a square in a sentence; of one that it does not have the key."""
        box = self.box(key)
        return box.called if box else key

    def printed(self, box: Box, value: Decimal | None, places: int | None = None) -> str:
        """A computed figure as ``box`` prints it: points, an amount in its unit, else a rate with ``places`` decimals.

        Without ``places`` a rate has the edition's.
        """
        if value is None:
            return ""
        if box.means.unit == POINTS:
            return printed_points(value)
        if (unit := UNITS.get(box.means.unit)) and unit.dimension == MONEY:
            return without_zeros(value.scaleb(-unit.power))
        return printed_rate(value, self.places if places is None else places)

    @cached_property
    def _by_key(self) -> dict[str, Box]:
        return {box.key: box for block in self.blocks for box in block.boxes()}

    @cached_property
    def lists(self) -> dict[str, tuple[str, ...]]:
        """The squares of a row of every list, by its name; an indicator also what no column shows."""
        found: dict[str, list[str]] = {}
        for parts in filter(None, map(split_row_key, self._by_key)):
            kept = found.setdefault(parts.name, [*INDICATOR_FIELDS] if parts.name == INDICATORS else [])
            kept += [parts.square] if parts.square not in kept else []
        return {name: tuple(squares) for name, squares in found.items()}

    @cached_property
    def codes(self) -> dict[str, tuple[str, ...]]:
        """The codes of the rows of every list whose rows are the edition's own."""
        found: dict[str, dict[str, None]] = {}
        for parts in filter(None, map(split_row_key, self._by_key)):
            if parts.ref != ANY_ROW:
                found.setdefault(parts.name, {})[parts.ref] = None
        return {name: tuple(codes) for name, codes in found.items()}

    def squares_of(self, name: str, kind: SquareKind) -> tuple[str, ...]:
        """The squares of one kind in a row of a list, its levels for example."""
        squares = ((split_row_key(box.key), box.kind) for box in self.boxes())
        return tuple(at.square for at, found in squares if at and at.name == name and found is kind)

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The squares that say whose paper it is, of what and when."""
        plain = (box for box in self.boxes() if not (split_row_key(box.key) or box.means.topic or box.means.unit))
        return ("title", *(box.key for box in plain if box.kind in (SquareKind.TEXT, SquareKind.LOCKED)))

    @cached_property
    def given(self) -> frozenset[str]:
        """The squares that the portal fills in from its register and the cycle, and that nobody types."""
        weights = map(weight_key, self.weights)
        return frozenset({"region", "year", *weights, *(box.key for box in self.boxes() if box.means.given)})

    def filled(self, words: Mapping[str, str], *, first: bool = False) -> dict[str, str]:
        """The squares that the portal writes: for good, or at ``first``, over the words of what is owed."""
        if first:
            return {box.key: box.means.first.format_map(words) for box in self.boxes() if box.means.first}
        given = {box.key: box.means.given.format_map(words) for box in self.boxes() if box.means.given}
        weights = {key: words.get(key, str(self.weights[name])) for name in self.weights for key in [weight_key(name)]}
        return {"region": words["region"], "year": words["year"], **weights, **given}

    @cached_property
    def unit_square(self) -> str:
        """The square with the name of the unit whose paper it is; blank where the paper has none."""
        return next((box.key for box in self.boxes() if box.means.given == "{unit}"), "")

    @cached_property
    def goals(self) -> tuple[str, ...]:
        """The texts of what is to be reached and what was."""
        return self._about(Topic.GOAL)

    @cached_property
    def deviation(self) -> str:
        """The text about deviations and measures; blank where the paper has none."""
        return next(iter(self._about(Topic.DEVIATION)), "")

    def _about(self, topic: Topic) -> tuple[str, ...]:
        return tuple(box.key for box in self.boxes() if box.means.topic is topic and not split_row_key(box.key))

    @cached_property
    def completes_rows(self) -> bool:
        """True if its rows say what was reached: they have an actual, a completion rate, a nature and reasons."""
        return any(isinstance(formula, Completion) for formula in self.formulas.values())

    @cached_property
    def says_why_in_rows(self) -> bool:
        """True if its rows have one square for a deviation's reason and the measure against it."""
        return any(box.means.topic is Topic.DEVIATION and split_row_key(box.key) for box in self.boxes())

    @property
    def measure(self) -> str:
        """The square of a row that says what is done about a deviation; one text may be reason and measure."""
        return "deviation_reason" if self.says_why_in_rows else "corrective_measure"

    @cached_property
    def data(self) -> dict[str, tuple[ClaimRole, BudgetItem]]:
        """The squares that hold a figure of the paper's fund and year: its budget or what came of it, of which item."""
        squares = ((box.key, box.means) for box in self.boxes())
        return {key: (means.role, means.item or BudgetItem.EXPENDITURE) for key, means in squares if means.role}

    @cached_property
    def figures(self) -> dict[str, ClaimRole]:
        """Those of the expenditure, with what each is of it."""
        return {key: role for key, (role, item) in self.data.items() if item is BudgetItem.EXPENDITURE}

    @cached_property
    def amounts(self) -> tuple[str, ...]:
        """The plain squares of amounts, as they stand on the paper."""
        return tuple(box.key for box in self.boxes() if box.kind is SquareKind.MONEY and not split_row_key(box.key))

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The squares that must be filled; those of a list carry ``{ref}``."""
        return tuple(box.key for box in self.boxes() if box.means.required)

    def with_parts(self, total: str) -> tuple[str, ...]:
        """An amount with the parts that it is the total of."""
        return (total, *(self.totals[total].parts if total in self.totals else ()))

    @property
    def budget(self) -> str:
        """The amount that the execution rate is a rate of; blank where the paper has none."""
        rate = self.formulas.get("execution_rate")
        return rate.lower if isinstance(rate, Quotient) else ""

    @property
    def executed(self) -> str:
        """The amount that was executed, by the execution rate."""
        rate = self.formulas.get("execution_rate")
        return rate.upper if isinstance(rate, Quotient) else ""

    @cached_property
    def computed(self) -> frozenset[str]:
        """The squares that a formula gives, but for those of every row of a list."""
        return frozenset(key for key in self.formulas if "[]" not in key)

    def place_of(self, key: str) -> tuple[int, int]:
        """The place of a square, or of a column, on the paper, to sort by; unknown ones come last."""
        if key == "title":
            return (0, 0)
        parts = split_row_key(key)
        if key in self._order:
            return (self._order[key], 0)
        if parts and parts.name in self._order:
            columns = self.lists[parts.name]
            return (self._order[parts.name], columns.index(parts.square) if parts.square in columns else len(columns))
        return (2 * len(self._by_key) + 2, 0)

    @cached_property
    def _order(self) -> dict[str, int]:
        """Twice the place of every plain square and of every list; what is computed without a square stands between."""
        order: dict[str, int] = {}
        for number, key in enumerate(self._by_key, start=1):
            parts = split_row_key(key)
            order.setdefault(parts.name if parts else key, 2 * number)
        first_list = min((order[name] for name in self.lists), default=2 * len(order) + 1)
        return dict.fromkeys(self.computed, first_list - 1) | order
