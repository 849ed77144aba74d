"""The official table of a filing, ready to be written out.

The markup, which scripts and style sheets rely on:

* A square is ``<td class="sq …" data-key data-kind data-address data-detail>``; a level shared by rows has the class
  ``lv`` too, which it has alone where it is read. ``data-kind`` is text, long_text, money, name, square, level,
  computed or locked; the status bar says ``data-address`` (四 · 2 · 指标完成值) and ``data-detail`` (读作 1,539 人).
* State classes: ``is-err``, ``is-warn`` (with ``told`` once it is explained), ``is-calc``, ``is-lock``, ``is-diff``,
  ``is-mark`` (with ``closed`` once the mark is settled; ``data-mark`` holds open, answered or closed). ``money`` sets
  the value at the right, ``ro`` is a square of read mode.
* In edit mode a typed square holds ``<input>`` or ``<textarea rows>`` with ``name`` = the key, ``id`` = ``sq-…``,
  ``aria-label``, ``aria-describedby`` and ``data-limit``. There is no ``maxlength``: a browser would cut a pasted text
  without a word; the portal says that it is too long.
* Every other square, and all in read mode, hold ``<p class="v" id="sq-…" tabindex="-1">``; a computed one has ``fx`` in
  its corner and its bare value in ``data-value``, a locked one a lock.
* Under the value stands ``<p class="rd" id="sq-…-rd">``, in edit mode always, so that nothing moves. The actual of a
  wording indicator has its grade there: ``<select name="indicators[REF].grade">``.
* In edit mode ``data-look`` is a digest of all that a square's cell holds. The script sends those of the page, and the
  server answers with the cells that look otherwise now (:meth:`~assessments.rendering.grid.markup.Table.redrawn`).
* Every row of a list carries ``data-ref``, and where rows can be added the list's name in ``data-list``. The last
  cell of a numbered row holds ``<span class="gut">``: the light, the row's number and, in edit mode,
  ``<button data-row-menu="REF">``.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from assessments.domain.computed import Computed, compute
from assessments.domain.consistency.forms.deviations import deviation_of
from assessments.domain.consistency.rule import Case
from assessments.domain.facts import Facts
from assessments.domain.lights import shown_light
from assessments.editions import edition_named, edition_of
from assessments.rendering.grid.assembly import GutterMaker, assemble
from assessments.rendering.grid.drawables import NOTHING_LAID_OVER, Gutter, Mode, Overlay
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.squares import SquareDrawer
from assessments.rendering.grid.values import Values
from assessments.sheets.grid import lay_out
from assessments.sheets.headings import heading


def draw(
    facts: Facts,
    *,
    mode: Mode = Mode.READ,
    computed: Computed | None = None,
    overlay: Overlay = NOTHING_LAID_OVER,
    words: Mapping[str, str] | None = None,
) -> Table:
    """The table of ``facts`` on the sheet of their edition, for a screen: ``mode`` edit or read.

    ``computed`` spares computing again what the page knows already. ``overlay`` holds findings, marks and changes.
    ``words`` complete what the facts know for the heading (``region``, ``county``). Raises ``UnknownEditionError``.
    """
    sheet, computed = edition_named(facts.edition), computed or compute(facts)
    grid = lay_out(sheet, facts.lists)
    values = Values(facts, computed)
    return assemble(
        sheet,
        grid,
        mode=mode,
        caption=_caption(sheet.name, mode),
        heading=heading(sheet, words_of(facts) | dict(words or {})),
        square_of=SquareDrawer(values, mode, grid, overlay),
        gutter_of=_gutters(facts, computed, mode),
    )


def words_of(facts: Facts) -> dict[str, str]:
    """The words that the lines around the table are filled in with, as far as the facts know them."""
    return {**facts.extras, **facts.squares, "year": str(facts.year or ""), "unit": facts.amount_unit}


def _gutters(facts: Facts, computed: Computed, mode: Mode) -> GutterMaker:
    case = Case(facts, computed, edition_of(facts))

    def gutter_of(ref: str, number: int) -> Gutter:
        row = computed.rows.get(ref)
        is_filled = bool(row and (row.value is not None or row.light or facts.value(f"indicators[{ref}].actual")))
        light = shown_light(row.light, deviation_of(case, row) is not None) if row and is_filled else None
        return Gutter(ref, number, light, menu=mode is Mode.EDIT)

    return gutter_of


def _caption(name: str, mode: Mode) -> str:
    sentence = {Mode.EDIT: _("%(name)s，可填写"), Mode.READ: _("%(name)s，只读")}
    return sentence[mode] % {"name": name}
