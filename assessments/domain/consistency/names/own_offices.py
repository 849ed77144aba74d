"""Under which name the unit of a dossier is known: as registered, else as its own papers' heads name it (V16)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.measures.spelling import bare
from assessments.domain.names import Branch, Office, county_of, office_of, same_county
from assessments.domain.papers import Narrative
from assessments.domain.register import RegisteredUnit

UNIT, COVER_UNIT = "reporting_unit", "implementing_unit"
_ANNOUNCED = ("实施单位", "填报单位", "单位名称", "编制单位")
_FIRST_PARAGRAPHS = 30


@dataclass(frozen=True, slots=True)
class Head:
    """A square that names a unit: where, as printed, the office that it names, and the county that the paper is of."""

    where: str
    text: str
    office: Office
    county: str = ""

    @property
    def group(self) -> str:
        """The mark that the papers of one county have in common; an office for one insurance alone has its own."""
        return group_of(self.county or self.office.county) + self.office.special


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """The name that counts for one branch, and every spelling that is as good."""

    office: Office
    aliases: frozenset[str]
    registered: bool = False

    def accepts(self, name: str) -> bool:
        """True if ``name`` is the known name, an alias, or either without the prefecture before it."""
        plain = bare(name)
        return any(
            plain == spelling or spelling.endswith(plain) or plain.endswith(spelling) for spelling in self.aliases
        )

    def bears(self, name: str) -> bool:
        """True if ``name`` is one of its names as they are written, of whatever county: it may have been renamed."""
        return bare(name) in self.aliases


Offices = Mapping[tuple[str, Branch], KnownOffice]


def known_for(head: Head, offices: Offices) -> KnownOffice | None:
    """The name that ``head`` is held to: its own; for a special office in no register the registered general one."""
    own = offices.get((head.group, head.office.branch))
    general = offices.get((group_of(head.county or head.office.county), head.office.branch))
    return general if general and general.registered and not (own and own.registered) else own


def group_of(county: str) -> str:
    """A county by the characters that its short and its long name share."""
    return county[:2]


def county_of_filing(dossier: Dossier, facts: Facts) -> str:
    """The county that a form is of, by its region, else its title; blank where that is a prefecture or unknown."""
    regions = (facts.value("region"), dossier.head.get("region", ""))
    if any(region.strip() for region in regions):
        return next((county for region in regions if (county := county_of(region))), "")
    return county_of(facts.value("title"))


def county_of_narrative(dossier: Dossier, narrative: Narrative) -> str:
    """The county that a text is of, by its region; else the one that all forms beside it are of."""
    county = county_of(narrative.region) or county_of(dossier.head.get("region", ""))
    counties = {county_of_filing(dossier, facts) for facts in dossier.filings}
    return county or (counties.pop() if len(counties) == 1 else "")


def heads_of(dossier: Dossier) -> Iterator[Head]:
    """Every square that names a unit: heads of forms, covers, and 实施单位： on a narrative's first page."""
    for number, facts in enumerate(dossier.filings):
        where, text = dossier.place_of_filing(number, UNIT), facts.value(UNIT)
        yield from _head(where, text, county_of_filing(dossier, facts))
    for number, narrative in enumerate(dossier.narratives):
        county = county_of_narrative(dossier, narrative)
        where, text = dossier.place_of_cover(number, COVER_UNIT), narrative.cover.get(COVER_UNIT, "")
        yield from _head(where, text, county)
        for index, paragraph in enumerate(narrative.paragraphs[:_FIRST_PARAGRAPHS]):
            yield from _head(dossier.place_of_paragraph(number, index), announced_unit(paragraph), county)


def announced_unit(paragraph: str) -> str:
    """The name in a paragraph ``实施单位（公章）：…``; blank where the paragraph is no such line."""
    label, colon, name = bare(paragraph[:80]).partition(":")
    return name if colon and label.startswith(_ANNOUNCED) else ""


def _head(where: str, text: str, county: str) -> Iterator[Head]:
    office = office_of(text)
    if office:
        yield Head(where, text.strip(), office, county)


def known_offices(dossier: Dossier) -> Offices:
    """The name that counts, county by county and branch by branch: registered, else the one that most heads have.

    A head whose office is of another county than its paper does not count.
    """
    heads: dict[tuple[str, Branch], list[Office]] = {}
    for head in heads_of(dossier):
        if not head.county or (head.office.county and same_county(head.office.county, head.county)):
            heads.setdefault((head.group, head.office.branch), []).append(head.office)
    return {key: _usual(offices) for key, offices in heads.items()} | _registered(dossier)


def _usual(offices: list[Office]) -> KnownOffice:
    core, _times = Counter(office.core for office in offices).most_common(1)[0]
    office = next(office for office in offices if office.core == core)
    return KnownOffice(office, frozenset({office.name}))


def _registered(dossier: Dossier) -> dict[tuple[str, Branch], KnownOffice]:
    found: dict[tuple[str, Branch], KnownOffice] = {}
    for unit in dossier.register.units if dossier.register else ():
        if office := office_of(unit.name):
            key = (group_of(office.county) + office.special, office.branch)
            found.setdefault(key, KnownOffice(office, _spellings(unit), registered=True))
    return found


@lru_cache(maxsize=256)
def _spellings(unit: RegisteredUnit) -> frozenset[str]:
    return frozenset(bare(name) for name in (unit.name, *unit.aliases) if name.strip())
