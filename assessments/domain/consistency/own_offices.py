"""Under which name the unit of a dossier is known: as registered, else as its own papers' heads name it (V16)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assessments.domain.dossier import Dossier
from assessments.domain.measures.spelling import bare
from assessments.domain.names import Branch, Office, county_of, office_of, same_county
from assessments.domain.register import RegisteredUnit

UNIT, COVER_UNIT = "reporting_unit", "implementing_unit"
_ANNOUNCED = ("实施单位", "填报单位", "单位名称", "编制单位")
_FIRST_PARAGRAPHS = 30


@dataclass(frozen=True, slots=True)
class Head:
    """A square that names the unit: where, as printed, and the office that it names."""

    where: str
    text: str
    office: Office


@dataclass(frozen=True, slots=True)
class Known:
    """The name that counts for one branch, and every spelling that is as good."""

    office: Office
    aliases: frozenset[str]
    registered: bool = False

    def accepts(self, name: str) -> bool:
        """Whether ``name`` is the known name, an alias, or either without the prefecture before it."""
        plain = bare(name)
        return any(
            plain == spelling or spelling.endswith(plain) or plain.endswith(spelling) for spelling in self.aliases
        )


def county_of_region(dossier: Dossier, region: str = "") -> str:
    """The county that the papers are of, by their region; blank where it is a prefecture or unknown."""
    papers = (facts.texts.get("region", "") for facts in dossier.filings)
    narratives = (narrative.region for narrative in dossier.narratives)
    regions = (region, dossier.head.get("region", ""), *papers, *narratives)
    return next((county for text in regions if (county := county_of(text))), "")


def heads_of(dossier: Dossier) -> Iterator[Head]:
    """Every square that names the unit: heads of forms, covers, and 实施单位： on a narrative's first page."""
    for number, facts in enumerate(dossier.filings):
        yield from _head(dossier.place_of_filing(number, UNIT), facts.texts.get(UNIT, ""))
    for number, narrative in enumerate(dossier.narratives):
        yield from _head(dossier.place_of_cover(number, COVER_UNIT), narrative.cover.get(COVER_UNIT, ""))
        for index, paragraph in enumerate(narrative.paragraphs[:_FIRST_PARAGRAPHS]):
            yield from _head(dossier.place_of_paragraph(number, index), announced_unit(paragraph))


def announced_unit(paragraph: str) -> str:
    """The name in a paragraph ``实施单位（公章）：…``; blank where the paragraph is no such line."""
    label, colon, name = bare(paragraph[:80]).partition(":")
    return name if colon and label.startswith(_ANNOUNCED) else ""


def _head(where: str, text: str) -> Iterator[Head]:
    office = office_of(text)
    if office:
        yield Head(where, text.strip(), office)


def known_offices(dossier: Dossier) -> dict[Branch, Known]:
    """The name that counts, branch by branch."""
    county = county_of_region(dossier)
    found: dict[Branch, Known] = {}
    for unit in dossier.register.units if dossier.register else ():
        office = office_of(unit.name)
        if office and (not county or same_county(office.county, county)):
            found.setdefault(office.branch, Known(office, _spellings(unit), registered=True))
    for branch in Branch:
        heads = [head.office for head in heads_of(dossier) if head.office.branch is branch]
        own = [office for office in heads if not county or (office.county and same_county(office.county, county))]
        if branch not in found and own:
            core, _times = Counter(office.core for office in own).most_common(1)[0]
            office = next(office for office in own if office.core == core)
            found[branch] = Known(office, frozenset({office.name}))
    return {branch: replace(known, office=_in_county(known.office, county)) for branch, known in found.items()}


def _in_county(office: Office, county: str) -> Office:
    return office if office.county or not county else replace(office, county=county)


@lru_cache(maxsize=256)
def _spellings(unit: RegisteredUnit) -> frozenset[str]:
    return frozenset(bare(name) for name in (unit.name, *unit.aliases) if name.strip())
