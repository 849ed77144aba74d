"""The spacing of the rows of a form, so that it fills its page and stays on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.rendering.paper.page_breaks import Heights, Texts

#: A point, in millimetres.
_POINT = 25.4 / 72
#: What a foretold height can be off by, in millimetres: of a row, of a page.
_HAIR, _ROOM = 0.1, 1
_HEAD = "/* How far apart a form's rows stand, made by assessments/rendering/paper/row_spacing.py. */\n"
_RULE = """
.{name} .sheet th,
.{name} .sheet td {{
  height: {least:g}mm;
  padding-block: {padding:g}mm;
  font-size: {type:g}pt;
  line-height: {leading:g};
}}
"""


@dataclass(frozen=True, slots=True)
class Density:
    """One setting by its class: millimetres, the height of a line in sizes of the type, and that size in points.

    ``least`` is the height of an empty cell inside its ``padding``.
    """

    name: str
    least: float
    padding: float
    leading: float
    type: float = 10

    @property
    def line(self) -> float:
        """The height of a line in millimetres."""
        return self.leading * self.type * _POINT

    def foretold(self, heights: Heights, measured: "Density") -> Heights:
        """``heights``, measured in the setting ``measured``, as they are in this one; with smaller type, at most."""
        rows = [self.row(measured.lines(height)) for height in heights.rows]
        return Heights(heights.above, rows, heights.below)

    def lines(self, height: float) -> float:
        """The number of lines of text that make a row this high; one where it is no higher than an empty one."""
        inside = height - 2 * self.padding
        return inside / self.line if inside > self.least + _HAIR else 1

    def row(self, lines: float) -> float:
        """The height of a row of so many lines."""
        return max(self.least, lines * self.line) + 2 * self.padding


_LARGE = tuple(
    Density(
        f"set-{step}",
        least=round(6.4 - 0.2 * step, 2),
        padding=round(0.6 - 0.055 * step, 3),
        leading=round(1.36 - 0.021 * step, 3),
    )
    for step in range(6)
)
#: 小五: what would press the texts against the rules in the usual size has room around them in this one.
SMALL = tuple(
    Density(
        f"set-{6 + step}",
        least=round(4.9 - 0.25 * step, 2),
        padding=round(0.55 - 0.065 * step, 3),
        leading=round(1.3 - 0.02 * step, 3),
        type=9,
    )
    for step in range(5)
)
#: From the loosest to the closest, in even steps; no text is set smaller than has to be.
DENSITIES = (*_LARGE, *SMALL)
#: The one in which a form is measured, and broken into pages.
USUAL = DENSITIES[3]


def loosest(heights: Heights, page: float, measured: Density = USUAL) -> Density | None:
    """The loosest setting that keeps a form, measured in another one, on one page; None where none does.

    Of settings with larger type than the one measured nothing is foretold: their texts may break into more lines.
    """
    known = (each for each in DENSITIES if each.type <= measured.type)
    return next((each for each in known if each.foretold(heights, measured).total <= page - _ROOM), None)


def is_foretold(heights: Heights, measured: Density = USUAL) -> bool:
    """True if every row is as high as its own lines, so that its height in another setting is certain.

    A text that spans rows can stretch them; how far, only measuring tells.
    """
    lines = [measured.lines(height) for height in heights.rows]
    return all(abs(count - round(count)) < _HAIR for count in lines)


def texts_in(density: Density, lines: Mapping[str, Sequence[int]]) -> Texts:
    """The texts whose lines are ``lines``, by key, as they are set in ``density``."""
    counts = {key: len(lengths) for key, lengths in lines.items()}
    return Texts(counts, density.line, 2 * density.padding)


def stylesheet() -> str:
    """The style sheet of the settings, committed as ``static/paper/densities.css``; a test holds it to them."""
    rules = (
        _RULE.format(name=each.name, least=each.least, padding=each.padding, leading=each.leading, type=each.type)
        for each in DENSITIES
    )
    return _HEAD + "".join(rules)
