"""The papers of one unit, region and year that are checked against each other (forms.md §5).

Each part is optional. Parts are addressed as in the exchange format: ``filings[0].executed.total``,
``tables.表三.大病保险支出[1]``, ``targets[0].indicators[3].target``, ``narrative[12]``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assessments.domain.facts import NOTHING, Facts, Form
from assessments.domain.funds import Fund
from assessments.domain.register import Register
from assessments.domain.tables import BudgetTables


@dataclass(frozen=True)
class Narrative:
    """A text in running words, paragraph by paragraph as printed; ``cover`` holds its squares.

    ``form`` is NARRATIVE_REPORT or BUDGET_STATEMENT; ``fund`` is given only where the text is about one fund.
    """

    form: Form = Form.NARRATIVE_REPORT
    region: str = ""
    year: int | None = None
    fund: Fund | None = None
    cover: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Papers:
    """The papers that are checked together.

    ``head`` holds the words above a file (``region``, ``region_code``, ``amount_unit``, ``scope``, ``source``).
    ``last_year`` holds the papers of the year before, ``register`` the portal's names; None where there is none.
    """

    filings: tuple[Facts, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    tables: BudgetTables | None = None
    targets: tuple[Facts, ...] = ()
    head: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    last_year: "Papers | None" = None
    register: Register | None = None

    def forms(self) -> Iterator[tuple[str, Facts]]:
        """Every form and every target table, each with its place."""
        yield from ((self.place_of_filing(number), facts) for number, facts in enumerate(self.filings))
        yield from ((self.place_of_target(number), facts) for number, facts in enumerate(self.targets))

    def place_of_filing(self, number: int, key: str = "") -> str:
        """The place of the square ``key`` of the filing ``number``."""
        return f"filings[{number}].{key}" if key else f"filings[{number}]"

    def place_of_target(self, number: int, key: str = "") -> str:
        """The place of the square ``key`` of the target table ``number``."""
        return f"targets[{number}].{key}" if key else f"targets[{number}]"

    def place_of_cover(self, narrative: int, key: str) -> str:
        """The place of a square of a narrative's cover: ``narrative.cover.implementing_unit``."""
        return f"narrative.cover.{key}" if len(self.narratives) == 1 else f"narrative[{narrative}].cover.{key}"

    def place_of_paragraph(self, narrative: int, paragraph: int) -> str:
        """The place of a paragraph: ``narrative[12]``, or ``narrative[1][12]`` where there are several narratives."""
        return f"narrative[{paragraph}]" if len(self.narratives) == 1 else f"narrative[{narrative}][{paragraph}]"
