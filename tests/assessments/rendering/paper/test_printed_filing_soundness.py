"""Filings on paper are drawn alike everywhere: TrueType fonts, the same ink in two renderers, sound syntax."""

import page as validation
import pytest

from assessments.domain.facts import Facts
from assessments.rendering.paper.printed_filing import print_filing
from portal.documents.pdf import page, render_pdf
from tests.assessments.rendering.paper.test_printed_filing import (
    PUBLISHED,
    WORDS,
    longer,
    printed,
    printed_anew,
    with_goal,
)
from tests.portal.documents.paper_checks import faults
from tests.portal.documents.plain_page import plain_page
from tests.portal.documents.tag_tree import elements
from tests.portal.documents.tag_tree import faults as tag_faults
from tests.samples import made_once

LONG = "".join(f"第{number:04d}句说明，完成率≥95%。" for number in range(300))


@made_once
def to_be_sealed(facts: Facts) -> bytes:
    """The paper with all that it can carry."""
    paper = print_filing(
        facts, variant="sealed", words=WORDS, unit="县社会保险管理局", office="喀什地区财政局", code="ABCDEFGHJKMN"
    )
    return render_pdf(paper.html, title=paper.title, facts=b"{}", seal_places=paper.seal_places, code=paper.code)


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
    assert printed_anew(facts) == ours


@pytest.mark.parametrize("facts", PUBLISHED, ids=lambda facts: f"{facts.edition}-{facts.fund}")
def test_a_published_filing_is_read_out_rightly(facts: Facts) -> None:
    assert tag_faults(to_be_sealed(facts)) == []


@pytest.mark.parametrize("facts", PUBLISHED[1:3], ids=lambda facts: facts.edition)
def test_a_filing_of_many_pages_is_read_out_rightly(facts: Facts) -> None:
    assert tag_faults(to_be_sealed(with_goal(longer(facts, 60), LONG))) == []


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
@pytest.mark.parametrize("facts", PUBLISHED[1:3], ids=lambda facts: facts.edition)
def test_a_filing_keeps_both_standards_on_one_page_and_on_many(facts: Facts, profile: str) -> None:
    for each in (facts, with_goal(longer(facts, 60), LONG)):
        report = validation.validate_pdf_bytes(
            to_be_sealed(each), profile=getattr(validation.ValidationProfile, profile)
        )
        assert [failure.message for failure in report.failures] == []


def test_a_form_that_goes_on_is_called_the_same_on_every_page() -> None:
    tables = [each for each in elements(to_be_sealed(with_goal(longer(PUBLISHED[2], 60), LONG))) if each.tag == "Table"]
    names = [str(table.attribute("/Summary")) for table in tables]
    assert names == ["绩效监控情况表"] + ["绩效监控情况表（续）"] * (len(tables) - 1)
    assert len(tables) > 2
