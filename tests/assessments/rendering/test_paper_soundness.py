"""Filings on paper are drawn alike everywhere: TrueType fonts, the same ink in two renderers, sound syntax."""

import pytest

from assessments.domain.facts import Facts
from portal.documents.pdf import page
from tests.assessments.rendering.test_paper import PUBLISHED, longer, printed, with_goal
from tests.portal.documents.paper_checks import faults
from tests.portal.documents.plain_page import plain_page

LONG = "".join(f"第{number:04d}句说明，完成率≥95%。" for number in range(300))


@pytest.mark.parametrize("facts", PUBLISHED, ids=lambda facts: f"{facts.edition}-{facts.fund}")
def test_a_published_filing_is_sound(facts: Facts) -> None:
    assert faults(printed(facts)) == []


@pytest.mark.parametrize("facts", PUBLISHED[1:3], ids=lambda facts: facts.edition)
def test_a_filing_of_many_pages_is_sound(facts: Facts) -> None:
    assert faults(printed(with_goal(longer(facts, 60), LONG))) == []


@pytest.mark.parametrize("facts", [*PUBLISHED, longer(PUBLISHED[0], 60)], ids=lambda facts: facts.edition)
def test_a_filing_is_read_and_styled_as_the_engine_would_by_itself(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = printed(facts)
    monkeypatch.setattr(page, "Page", plain_page)
    assert printed(facts) == ours
