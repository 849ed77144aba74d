"""How far apart the rows of a form are set, so that it fills its page and stays on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.rendering.paginate import Heights, Texts

#: The size of type in cells, in millimetres.
_TYPE = 10 * 25.4 / 72
#: What a foretold height can be off by, in millimetres: of a row, of a page.
_HAIR, _ROOM = 0.1, 1
_HEAD = "/* How far apart a form's rows stand, from loose to close, made by assessments/rendering/densities.py. */\n"
_RULE = """
.{name} .sheet th,
.{name} .sheet td {{
  height: {least:g}mm;
  padding-block: {padding:g}mm;
  line-height: {leading:g};
}}
"""


@dataclass(frozen=True, slots=True)
class Density:
    """One setting by its class: millimetres, and the height of a line in sizes of the type.

    ``least`` is the height of an empty cell inside its ``padding``.
    """

    name: str
    least: float
    padding: float
    leading: float

    def foretold(self, heights: Heights, measured: "Density") -> Heights:
        """What ``heights``, measured in the setting ``measured``, become in this one."""
        rows = [self.row(measured.lines(height)) for height in heights.rows]
        return Heights(heights.above, rows, heights.below)

    def lines(self, height: float) -> float:
        """How many lines of text make a row this high; one where it is no higher than an empty one."""
        inside = height - 2 * self.padding
        return inside / (self.leading * _TYPE) if inside > self.least + _HAIR else 1

    def row(self, lines: float) -> float:
        """How high a row of so many lines is."""
        return max(self.least, lines * self.leading * _TYPE) + 2 * self.padding


#: From the loosest to the closest, in even steps.
DENSITIES = tuple(
    Density(
        f"set-{step}",
        least=round(6.4 - 0.2 * step, 2),
        padding=round(0.6 - 0.055 * step, 3),
        leading=round(1.36 - 0.021 * step, 3),
    )
    for step in range(10)
)
#: The one in which a form is measured, and broken into pages.
USUAL = DENSITIES[3]


def loosest(heights: Heights, page: float, measured: Density = USUAL) -> Density | None:
    """The loosest setting that keeps a form, measured in another one, on one page; None where none does."""
    fitting = (each for each in DENSITIES if each.foretold(heights, measured).total <= page - _ROOM)
    return next(fitting, None)


def is_foretold(heights: Heights, measured: Density = USUAL) -> bool:
    """Whether every row is as high as its own lines, so that its height in another setting is certain.

    A text that spans rows can stretch them; how far, only measuring tells.
    """
    lines = [measured.lines(height) for height in heights.rows]
    return all(abs(count - round(count)) < _HAIR for count in lines)


def texts_in(density: Density, lines: Mapping[str, Sequence[int]]) -> Texts:
    """The texts whose lines are ``lines``, by key, as they are set in ``density``."""
    counts = {key: len(lengths) for key, lengths in lines.items()}
    return Texts(counts, density.leading * _TYPE, 2 * density.padding)


def stylesheet() -> str:
    """The style sheet of the settings, committed as ``static/paper/densities.css``; a test holds it to them."""
    rules = (
        _RULE.format(name=each.name, least=each.least, padding=each.padding, leading=each.leading) for each in DENSITIES
    )
    return _HEAD + "".join(rules)
