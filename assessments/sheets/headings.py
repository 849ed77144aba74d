"""The words above and below an official table, filled in from what is known of the filing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from assessments.sheets.edition import Edition, Foot


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines around a table; a line that the edition does not have is ``""``."""

    annex: str
    title: str
    subtitle: str
    left: str
    right: str
    feet: tuple[Foot, ...]


def heading(sheet: Edition, words: Mapping[str, str]) -> Heading:
    """The lines of ``sheet`` with ``words`` in their places; a word that is missing stays blank.

    ``words``: ``region`` (地区 and 县), ``county`` (县 alone, else the region), ``year``, ``unit`` of the amounts, the
    texts of the form, ``preparer``, ``responsible_person``, ``date``. A ``title`` among them is what an imported
    filing printed and goes before the edition's own.
    """
    known = defaultdict(str, {name: word for name, word in words.items() if word})
    known.setdefault("county", known["region"])
    return Heading(
        annex=sheet.annex,
        title=known["title"] or sheet.title.format_map(known),
        subtitle=sheet.subtitle.format_map(known) if known["year"] else "",
        left=sheet.left.format_map(known),
        right=sheet.right.format_map(known),
        feet=tuple(Foot(tuple(line.format_map(known) for line in foot.lines), foot.seal) for foot in sheet.feet),
    )
