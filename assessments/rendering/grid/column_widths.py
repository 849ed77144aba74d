"""Column widths as classes, because the content security policy allows no inline style."""

from collections.abc import Iterable

from assessments.sheets.edition import Edition

#: Pixels for a millimetre: less than any screen gives, so that a fixed table stretches its columns in proportion.
_ON_SCREEN = 2
_HEAD = "/* Widths of the official tables' columns, made by assessments/rendering/grid/column_widths.py. */\n"


def width_class(width: float) -> str:
    """The class of a column that is ``width`` millimetres wide, in tenths: ``mm-385`` for 38.5."""
    return f"mm-{round(width * 10)}"


def stylesheet(sheets: Iterable[Edition], *, on_paper: bool) -> str:
    """The style sheet that gives every column of ``sheets`` its width: millimetres on paper, proportions on a screen.

    It is committed as ``static/paper/columns.css`` and ``static/css/columns.css``; a test holds both to the sheets.
    """
    widths = sorted({width for sheet in sheets for width in sheet.columns})
    rules = (f".sheet col.{width_class(width)} {{ width: {_length(width, on_paper=on_paper)}; }}\n" for width in widths)
    return _HEAD + "".join(rules)


def _length(width: float, *, on_paper: bool) -> str:
    return f"{width:g}mm" if on_paper else f"{width * _ON_SCREEN:g}px"
