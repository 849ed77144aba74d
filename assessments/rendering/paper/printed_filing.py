"""A filing on paper: the official table as print HTML, on one page where it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import override

from assessments.domain.computed import Computed, compute
from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts
from assessments.editions import edition_named
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of, facts_of_snapshot, with_squares
from assessments.rendering.grid.assembly import assemble
from assessments.rendering.grid.drawables import Mode
from assessments.rendering.grid.heading_words import names_on, words_for
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.squares import SquareDrawer
from assessments.rendering.grid.table import words_of
from assessments.rendering.grid.values import Values
from assessments.rendering.paper.feet import feet_of, prefecture_foot
from assessments.rendering.paper.frame import (
    ENDINGS,
    LANGUAGE,
    MARKS,
    NO_DATE,
    PaperFrame,
    finished,
    in_words,
    version_in_name,
)
from assessments.rendering.paper.height_measurement import at_once, heights_of, line_lengths_of, on_one_page
from assessments.rendering.paper.page_breaks import PORTRAIT, Heights, breaks, divided
from assessments.rendering.paper.row_spacing import USUAL, texts_in
from assessments.rendering.paper.split_texts import PieceDrawer
from assessments.services.sealing import finance_unit
from assessments.services.snapshots import canonical, digest_of_facts, evidence_of
from assessments.sheets.edition import Edition
from assessments.sheets.grid import Grid, lay_out
from assessments.sheets.headings import heading
from assessments.sheets.pages import cut
from portal.accounts.models.names import unit_name_on
from portal.clock import beijing_day
from portal.documents.papers.printable_html import PrintableHtml
from portal.documents.papers.public_codes import code_for

#: A row that is higher, in millimetres, may be split between two lines of its texts; it is drawn on both pages.
_TALL = 45
#: A text of no more lines is not split but said again on the next page.
_SHORT = 3
_NO_LINES: Mapping[str, Sequence[int]] = MappingProxyType({})


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """The print HTML of the filing ``subject_id``: as it stands for a ``draft``, else the version of ``digest``.

    Raises ``Snapshot.DoesNotExist`` for a version that never was, ``ChangedSnapshotError`` for one that was changed
    behind the portal's back.
    """
    filing = with_squares(Filing.objects.all()).get(pk=subject_id)
    if variant == "draft":
        return _draft(filing)
    snapshot = filing.snapshots.select_related("preparer", "actor").get(digest=digest)
    facts, cycle = facts_of_snapshot(snapshot), filing.obligation.cycle
    office = finance_unit(cycle.prefecture) if cycle.paper.reviewed else None
    page = print_filing(
        facts,
        variant=variant,
        words=words_for(filing, facts) | _signed(snapshot),
        unit=names_on(filing, facts)[0],
        office=unit_name_on(office, beijing_day(snapshot.at)) if office else "",
        code=code_for(subject_kind="filing", subject_id=subject_id, digest=digest),
    )
    name = _filename(filing, facts, f"{ENDINGS[variant]}{version_in_name(snapshot.version)}")
    facts_of_paper = evidence_of(snapshot)
    return replace(page, filename=name, digest=digest, facts=facts_of_paper, version=snapshot.version)


def _draft(filing: Filing) -> PrintableHtml:
    facts = facts_of(filing)
    page = print_filing(facts, variant="draft", words=words_for(filing, facts), unit=filing.unit_name)
    attached = canonical(to_payload(facts))
    return replace(
        page, filename=_filename(filing, facts, ENDINGS["draft"]), digest=digest_of_facts(facts), facts=attached
    )


def _filename(filing: Filing, facts: Facts, ending: str) -> str:
    obligation, (_unit, region) = filing.obligation, names_on(filing, facts)
    return f"{region}_{obligation.fund_name}_{obligation.cycle.name}_{ending}.pdf"


def _signed(snapshot: Snapshot) -> dict[str, str]:
    """Who sent this version, and when; an import says so itself."""
    if snapshot.actor is None:
        return {"preparer": "", "responsible_person": ""}
    return {
        "preparer": str(snapshot.preparer or ""),
        "responsible_person": str(snapshot.actor),
        "date": in_words(snapshot.at),
    }


def print_filing(
    facts: Facts, *, variant: str, words: Mapping[str, str], unit: str = "", office: str = "", code: str = ""
) -> PrintableHtml:
    """``facts`` on paper, marked 草稿 or 未签章 unless it is to be sealed.

    ``words`` complete the lines around the table. ``unit`` seals the paper, then ``office`` (blank: nobody). ``code``
    is its public code. Rates are printed to the edition's precision; stated values of an import as they were printed.
    """
    with override(LANGUAGE):
        sheet = edition_named(facts.edition)
        known = {key: word for key, word in words.items() if word}
        lines = heading(sheet, {"date": NO_DATE} | words_of(facts) | known)
        right = prefecture_foot(f"审核单位：{office}", sealer=office) if office else None
        feet = feet_of(lines, unit=unit, right=right, code=code)
        printer = _Printer(sheet, facts, compute(facts), PaperFrame(lines, feet, MARKS[variant]))
        return finished(printer.html(), lines.title, variant=variant, feet=feet)


@dataclass(frozen=True)
class _Printer:
    """Prints one filing: measures its table on a page without end, breaks it into pages, and writes them out."""

    sheet: Edition
    facts: Facts
    computed: Computed
    frame: PaperFrame

    def html(self) -> str:
        """The pages: set as loosely as leaves them one page, else broken by rows."""
        grid = lay_out(self.sheet, self.facts.lists)
        whole = self._table(grid)
        if html := at_once(self.frame, whole, self.sheet.columns, PORTRAIT):
            return html
        heights = heights_of(self.frame, whole, self.sheet.columns)
        if density := on_one_page(self.frame, whole, self.sheet.columns, heights, PORTRAIT):
            return self.frame.written([whole], density)
        lines = self._lines(grid, whole, heights)
        grid, heights = divided(grid, heights, texts_in(USUAL, lines))
        first, *more = cut(grid, breaks(grid, heights))
        return self.frame.written([self._table(first, lines), *(self._table(page, lines, more=True) for page in more)])

    def _lines(self, grid: Grid, whole: Table, heights: Heights) -> dict[str, list[int]]:
        """The lengths of the lines of every text that may go on over pages, by its key."""
        tall = [row for row, height in enumerate(heights.rows) if height > _TALL]
        found = line_lengths_of(self.frame, whole, tall) if tall else {}
        cells = grid.rows()
        pairs = (pair for row in tall for pair in zip(cells[row], found[row], strict=True))
        return {cell.box.key: lengths for cell, lengths in pairs if cell.box and len(lengths) > _SHORT}

    def _table(self, grid: Grid, lines: Mapping[str, Sequence[int]] = _NO_LINES, *, more: bool = False) -> Table:
        """``grid`` as a table; one with ``more`` goes on from an earlier page."""
        values = Values(self.facts, self.computed, self.sheet.places, on_paper=True)
        return assemble(
            self.sheet,
            grid,
            mode=Mode.PRINT,
            caption=_("%(name)s（续）") % {"name": self.sheet.name} if more else self.sheet.name,
            heading=None if more else self.frame.heading,
            square_of=PieceDrawer(SquareDrawer(values, Mode.PRINT, grid), lines),
        )
