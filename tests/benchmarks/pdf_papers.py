"""The papers that printing is measured with: the published one-page filings as they are printed to be sealed."""

from functools import cache

from assessments.domain.facts import Facts
from assessments.rendering.paper.printed_filing import print_filing
from portal.documents.papers.printable_html import PrintableHtml
from tests.filings import BACHU, TASHKURGAN, parcel

UNIT, OFFICE, CODE = "喀什地区巴楚县社会保险管理局", "喀什地区财政局", "7K3M9Q2X4TNA"
WORDS = {
    "region": "喀什地区巴楚县",
    "county": "塔什库尔干县",
    "preparer": "阿依努尔",
    "responsible_person": "买买提江",
    "date": "2020年10月15日",
}


@cache
def published() -> tuple[Facts, ...]:
    """Two 自评表 and two 监控情况表."""
    return (*parcel(BACHU).filings, *parcel(TASHKURGAN).filings)


def sealed(number: int) -> PrintableHtml:
    """The published filing ``number`` with the places of two seals, a public code and its facts."""
    return to_be_sealed(published()[number])


def to_be_sealed(facts: Facts) -> PrintableHtml:
    """``facts`` on paper with the places of two seals and a public code."""
    return print_filing(facts, variant="sealed", words=WORDS, unit=UNIT, office=OFFICE, code=CODE)
