"""Short texts and what was read in them, in the form in which tests state it."""

from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.narrative.claims import Claims
from assessments.domain.narrative.reading import read_text
from assessments.domain.narrative.reading_state import Around
from assessments.domain.narrative.subjects import ALL
from assessments.domain.papers import Narrative

YEAR, REGION = 2022, "喀什地区巴楚县"

#: Fund, measure, year, role and figure.
Value = tuple[str, str, int | None, str, str]


def claims(*paragraphs: str, year: int | None = YEAR) -> Claims:
    """What a report of 2022 claims."""
    return read_text(paragraphs, Around(ALL, year=year), REGION).claims


def values(*paragraphs: str, year: int | None = YEAR) -> list[Value]:
    """Its values, in reading order."""
    found = claims(*paragraphs, year=year).values
    return [
        (claim.key.subject, claim.key.item, claim.key.year, claim.role.value, claim.quantity.printed())
        for claim in found
    ]


def figures(*paragraphs: str) -> list[tuple[str, str]]:
    """Measure and figure of every value."""
    return [(item, figure) for _subject, item, _year, _role, figure in values(*paragraphs)]


def report(*paragraphs: str, forms: tuple[Facts, ...] = (), year: int = YEAR, before: Dossier | None = None) -> Dossier:
    """A dossier of one report, with forms and last year's papers beside it."""
    narrative = Narrative(region=REGION, year=year, paragraphs=paragraphs)
    return Dossier(forms, (narrative,), last_year=before)
