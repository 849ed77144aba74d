"""The foot of a paper: who answers for it, where its seals go, and how anyone may look it up.

The lines of the unit's foot are the edition's own. That the prefecture seals too is no part of any released edition, so
its place is added here, on paper alone (docs/decisions/0014).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from assessments.rendering.grid.unbroken import called
from assessments.sheets.headings import Heading
from portal.documents.papers.printable_html import SealPlace
from portal.seals.fields import PREFECTURE_FIELD, UNIT_FIELD

#: What is printed where a seal will stand.
SEAL_WORDS = "（公章）"


@dataclass(frozen=True, slots=True)
class SealFoot:
    """The lines around one seal; ``anchor`` is the id of the line that the seal is centred on."""

    anchor: str
    above: tuple[str, ...]
    words: str = SEAL_WORDS
    below: tuple[str, ...] = ()
    field: str = UNIT_FIELD
    sealer: str = ""

    @property
    def lines_above(self) -> tuple[SafeString, ...]:
        """The lines above the seal, as they may break."""
        return tuple(map(called, self.above))

    @property
    def place(self) -> SealPlace:
        """The signature field that belongs here."""
        return SealPlace(self.anchor, self.field, _("%(unit)s公章") % {"unit": self.sealer})


@dataclass(frozen=True, slots=True)
class LookUp:
    """The ways in which anyone may look the paper up: under ``address``, or by its short code."""

    code: str

    @property
    def site(self) -> str:
        """The place where a code is typed in, as people write an address."""
        return f"{settings.PUBLIC_URL.partition('://')[2]}/v/"

    @property
    def picture(self) -> str:
        """The address of the QR code as a picture; the code holds the paper's own page."""
        return f"qr:{quote(f'{settings.PUBLIC_URL}/v/{self.code}/', safe=':/')}"

    @property
    def spelt(self) -> str:
        """The code in groups of four: ``ABCD-EFGH-JKMN``."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))


@dataclass(frozen=True, slots=True)
class Feet:
    """The foot of a table: lines for names, one seal at the left and one at the right, the look-up between."""

    names: tuple[str, ...] = ()
    left: SealFoot | None = None
    right: SealFoot | None = None
    look_up: LookUp | None = None

    @property
    def places(self) -> tuple[SealPlace, ...]:
        """The signature fields, in the order of their seals."""
        return tuple(foot.place for foot in (self.left, self.right) if foot)


def feet_of(heading: Heading, *, unit: str = "", right: SealFoot | None = None, code: str = "") -> Feet:
    """The feet of a paper with the lines of ``heading``; ``unit`` seals at the left if the edition has a place there.

    ``code`` is the paper's public code, blank for a draft.
    """
    return Feet(
        names=tuple(line for foot in heading.feet if not foot.seal for line in foot.lines),
        left=next(_unit_feet(heading, unit), None),
        right=right,
        look_up=LookUp(code) if code else None,
    )


def _unit_feet(heading: Heading, unit: str) -> Iterator[SealFoot]:
    for foot in heading.feet:
        if foot.seal:
            *above, last = foot.lines
            yield SealFoot("seal-unit", tuple(above), foot.seal, (last,), UNIT_FIELD, unit)


def prefecture_foot(*above: str, sealer: str, below: tuple[str, ...] = ()) -> SealFoot:
    """The place of the prefecture's seal, under the lines ``above``."""
    return SealFoot("seal-prefecture", above, below=below, field=PREFECTURE_FIELD, sealer=sealer)
