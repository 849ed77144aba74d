"""Whole reports as templates: paragraphs with open figures, of which those marked with rules may be spoilt.

``{A.g_inc#V01}`` is a figure of the first fund that V01 must find if it is wrong; the rest is as in a phrasing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from assessments.domain.dossier import Dossier
from assessments.domain.funds import Fund
from assessments.domain.papers import Narrative
from tests.benchmarks.consistency.reports import Report, form_of
from tests.benchmarks.consistency.world import world
from tests.benchmarks.consistency.writing import Style, filled

_OPEN = re.compile(r"\{([^{}#]+)(?:#([^{}]*))?\}")

_GOES_ON = re.compile(r"\\\n\s*")


@dataclass(frozen=True)
class Template:
    """A report's paragraphs; ``deficit`` of a first fund that spent more than it took in, ``form`` with its forms.

    ``funds`` are those it is about, two of any where it names none.
    """

    name: str
    paragraphs: tuple[str, ...]
    deficit: bool = False
    form: bool = False
    funds: tuple[Fund, ...] = ()

    def slots(self) -> Iterator[tuple[int, int, str, frozenset[str]]]:
        """The figures that may be spoilt: paragraph, number of the slot in it, name, rules."""
        for paragraph, text in enumerate(self.paragraphs):
            for number, found in enumerate(_OPEN.finditer(text)):
                if found[2]:
                    yield paragraph, number, found[1], frozenset(found[2].split())


def template(
    name: str, text: str, *, deficit: bool = False, form: bool = False, funds: tuple[Fund, ...] = ()
) -> Template:
    """A template from one text, a paragraph a line; a backslash at a line's end joins it to the next one."""
    joined = _GOES_ON.sub("", text)
    lines = tuple(line.strip() for line in joined.splitlines() if line.strip())
    return Template(name, lines, deficit, form, funds)


def write_report(random: Random, of: Template, spoil: tuple[int, int] | None = None) -> Report:
    """The report filled in; ``spoil`` is the paragraph and the number of the slot in it that is to be wrong."""
    about, style = world(random, deficit=of.deficit, funds=of.funds), Style.drawn(random)
    fund = next(iter(about.funds))

    def line(paragraph: int, text: str) -> str:
        numbers = iter(range(len(text)))

        def fill(found: re.Match[str]) -> str:
            spoilt = (paragraph, next(numbers)) == spoil
            return filled(random, about, fund, found[1], style, spoilt, frozenset((found[2] or "").split()))

        return _OPEN.sub(fill, text)

    paragraphs = tuple(line(number, text) for number, text in enumerate(of.paragraphs))
    forms = tuple(form_of(about, each) for each in about.funds) if of.form else ()
    narrative = Narrative(region=about.region, year=about.year, paragraphs=paragraphs)
    return Report(Dossier(forms, (narrative,)), None, frozenset({spoil[0]}) if spoil else frozenset())
