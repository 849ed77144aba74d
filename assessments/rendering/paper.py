"""A filing on paper: the official table as print HTML, on one page where it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.template.loader import render_to_string
from django.utils.timezone import localtime
from django.utils.translation import override

from assessments.domain.computed import Computed, compute
from assessments.domain.facts import Facts
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of, facts_of_snapshot, with_squares
from assessments.rendering.assembly import assemble
from assessments.rendering.drawables import Mode, Table
from assessments.rendering.pages import words_for
from assessments.rendering.paginate import PORTRAIT, Heights, breaks, shortened
from assessments.rendering.squares import SquareDrawer
from assessments.rendering.table import words_of
from assessments.rendering.values import Values
from assessments.services.snapshots import digest_of_facts
from assessments.sheets.editions import sheet_of
from assessments.sheets.headings import Heading, heading
from assessments.sheets.pages import cut
from assessments.sheets.paper import Grid, Sheet, lay_out
from portal.documents.printable import PrintableHtml

#: What a paper without a seal says of itself on every page.
MARKS = {"draft": "草稿", "unsigned": "未签章"}
#: Papers are Chinese, whatever language the person who asks for one reads.
LANGUAGE = "zh-hans"
#: How close a form may be set to stay on one page, as classes of static/paper/paper.css.
DENSITIES = ("snug", "close")
#: Closer setting saves at most this much of a form's height.
_CLOSER = 1.25
_NO_DATE = "　　　　年　　月　　日"


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """The print HTML of the filing ``subject_id``: as it stands for a ``draft``, else the version of ``digest``."""
    filing = with_squares(Filing.objects.all()).get(pk=subject_id)
    if variant == "draft":
        facts = facts_of(filing)
        page = print_filing(facts, variant=variant, words=words_for(filing))
        return replace(page, filename=_filename(filing, MARKS[variant]), digest=digest_of_facts(facts))
    snapshot = filing.snapshots.select_related("preparer", "actor").get(digest=digest)
    page = print_filing(facts_of_snapshot(snapshot), variant=variant, words=words_for(filing) | _signed(snapshot))
    version = "" if snapshot.version == 1 else f"_第{snapshot.version}版"
    return replace(page, filename=_filename(filing, f"{MARKS[variant]}{version}"), digest=digest)


def _filename(filing: Filing, ending: str) -> str:
    obligation = filing.obligation
    return f"{obligation.unit.region.name}_{obligation.fund_name}_{obligation.cycle.name}_{ending}.pdf"


def _signed(snapshot: Snapshot) -> dict[str, str]:
    """Who sent this version, and when; an import says so itself."""
    if snapshot.actor is None:
        return {"preparer": "", "responsible_person": ""}
    day = localtime(snapshot.at)
    return {
        "preparer": str(snapshot.preparer or ""),
        "responsible_person": str(snapshot.actor),
        "date": f"{day.year}年{day.month}月{day.day}日",
    }


def print_filing(facts: Facts, *, variant: str, words: Mapping[str, str]) -> PrintableHtml:
    """``facts`` on paper, marked 草稿 or 未签章; ``words`` complete the lines around the table.

    Rates are printed to the edition's precision; stated values of an import as they were printed.
    """
    with override(LANGUAGE):
        sheet = sheet_of(facts.edition)
        known = {key: word for key, word in words.items() if word}
        lines = heading(sheet, {"date": _NO_DATE} | words_of(facts) | known)
        printer = _Printer(sheet, facts, compute(facts), lines, MARKS[variant])
        return PrintableHtml(html=printer.html(), title=lines.title, filename=f"{lines.title}.pdf")


@dataclass(frozen=True)
class _Printer:
    """Prints one filing: measures its table on a page without end, breaks it into pages, and writes them out."""

    sheet: Sheet
    facts: Facts
    computed: Computed
    heading: Heading
    mark: str

    def html(self) -> str:
        """The pages: set closer where that saves a second page, else broken by rows."""
        grid = lay_out(self.sheet, self.facts.indicators)
        whole = self._table(grid, first=True)
        heights = self._heights(whole)
        places = breaks(grid, heights)
        if not places:
            return self._written([whole])
        for density in DENSITIES if heights.total < PORTRAIT * _CLOSER else ():
            if not breaks(grid, self._heights(whole, density)):
                return self._written([whole], density)
        return self._written([self._table(page, first=not index) for index, page in enumerate(cut(grid, places))])

    def _heights(self, table: Table, density: str = "") -> Heights:
        from portal.documents.pdf import measure  # the engine is heavy: only workers load it

        ids = [f"row-{row}" for row in range(len(table.rows))]
        cut_short = (shortened(row, self.sheet.columns) for row in table.rows)
        rows = tuple(replace(row, element_id=name) for row, name in zip(cut_short, ids, strict=True))
        found = measure(self._written([replace(table, rows=rows)], density), [*ids, "feet"])
        return Heights(found[ids[0]].top, [found[name].height for name in ids], found["feet"].height)

    def _table(self, grid: Grid, *, first: bool) -> Table:
        values = Values(self.facts, self.computed, self.sheet.places, on_paper=True)
        return assemble(
            self.sheet,
            grid,
            mode=Mode.PRINT,
            caption=self.sheet.name,
            heading=self.heading if first else None,
            square_of=SquareDrawer(values, Mode.PRINT, grid),
        )

    def _written(self, tables: Sequence[Table], density: str = "") -> str:
        context = {"tables": tables, "heading": self.heading, "mark": self.mark, "density": density}
        return render_to_string("paper/official.html", context)
