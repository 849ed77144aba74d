"""Every section of ``docs/forms.md`` that the code cites is there."""

import re

import pytest

from tests.architecture.sources import own, text_of

#: forms.md §1.3; forms.md §1 and §3.
CITATION = re.compile(r"forms\.md((?:(?:,| and)? §[0-9]+(?:\.[0-9]+)*)+)")
SECTION = re.compile(r"§([0-9]+(?:\.[0-9]+)*)")
HEADING = re.compile(r"^#{2,3} §([0-9]+(?:\.[0-9]+)*) ", re.MULTILINE)
CODE = (".py", ".js", ".css", ".html")


def cited(path: str) -> set[str]:
    """The sections that a file cites."""
    return {section for found in CITATION.finditer(text_of(path)) for section in SECTION.findall(found[1])}


CITING = [path for path in own(*CODE) if cited(path)]


def test_the_code_cites_its_sources() -> None:
    assert {"assessments/domain/completion.py", "reviews/domain/proposal.py"} <= set(CITING)


@pytest.mark.parametrize("path", CITING)
def test_every_cited_section_is_written(path: str) -> None:
    assert cited(path) - set(HEADING.findall(text_of("docs/forms.md"))) == set()


def test_sections_stand_once_and_in_order() -> None:
    numbers = [tuple(map(int, section.split("."))) for section in HEADING.findall(text_of("docs/forms.md"))]
    assert numbers == sorted(set(numbers))
