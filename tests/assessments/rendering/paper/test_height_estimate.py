"""The guessed height of a form is the one that is measured, and a right guess saves a layout."""

from collections.abc import Sequence

import pytest

from assessments.domain.facts import Facts
from assessments.rendering.grid.markup import Table
from assessments.rendering.paper import height_measurement, printed_filing
from assessments.rendering.paper.frame import PaperFrame
from assessments.rendering.paper.height_estimate import guessed
from assessments.rendering.paper.height_measurement import heights_of
from assessments.rendering.paper.page_breaks import Heights
from assessments.rendering.paper.row_spacing import USUAL, Density
from portal.documents import pdf
from tests.assessments.rendering.paper.test_printed_filing import PUBLISHED, WORDS, longer, with_goal
from tests.filings import revised

each = pytest.mark.parametrize("facts", PUBLISHED, ids=lambda facts: f"{facts.edition}-{facts.fund}")


def html(facts: Facts, variant: str = "sealed") -> str:
    return printed_filing.print_filing(
        facts, variant=variant, words=WORDS, unit="巴楚县社会保险管理局", office="喀什地区财政局", code="7K3M9Q2X4TNA"
    ).html


def measured_and_guessed(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> tuple[Heights, Heights]:
    found: list[tuple[Heights, Heights]] = []

    def both(frame: PaperFrame, table: Table, columns: Sequence[float], _page: float) -> str:
        found.append((heights_of(frame, table, columns), guessed(frame, table, columns)))
        return ""

    monkeypatch.setattr(printed_filing, "at_once", both)
    html(facts)
    return found[0]


def without_a_guess(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(printed_filing, "at_once", lambda *_: "")
    return html(facts)


def narrowed(facts: Facts, rows: int) -> Facts:
    return revised(facts, indicators=facts.indicators[:rows])


@each
def test_the_guess_is_what_is_measured(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails where style sheets and the figures in assessments/rendering/paper/height_estimate.py no longer agree."""
    measured, guess = measured_and_guessed(facts, monkeypatch)
    assert (guess.above, guess.below) == pytest.approx((measured.above, measured.below), abs=0.05)
    assert [USUAL.lines(height) for height in guess.rows] == pytest.approx(
        [USUAL.lines(height) for height in measured.rows], abs=0.05
    )


@each
def test_a_form_that_fits_is_laid_out_once(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "measure", lambda *_: pytest.fail("measured"))
    found, tried = [], pdf.tried

    def counted(html: str, foot: str) -> pdf.Trial | None:
        found.append(html)
        return tried(html, foot)

    monkeypatch.setattr(pdf, "tried", counted)
    assert html(facts) == found[0]
    assert len(found) == 1


@pytest.mark.parametrize(
    "facts",
    [
        *PUBLISHED,
        *(narrowed(facts, rows) for facts in PUBLISHED[1:3] for rows in (1, 6, 11)),
        *(with_goal(facts, "全县按期足额发放Social Security 3152人、100%，" * 4) for facts in PUBLISHED[1:3]),
        longer(PUBLISHED[2], 24),
        longer(PUBLISHED[0], 60),
    ],
    ids=lambda facts: f"{facts.edition}-{len(facts.indicators)}",
)
def test_guessing_changes_nothing_about_the_paper(facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    assert html(facts) == without_a_guess(facts, monkeypatch)


@pytest.fixture(scope="module")
def right() -> str:
    return html(PUBLISHED[2])


@pytest.mark.parametrize("wrong", [0.5, 0.9, 1.1, 2])
def test_a_wrong_guess_changes_nothing_either(right: str, wrong: float, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrongly(frame: PaperFrame, table: Table, columns: Sequence[float], density: Density = USUAL) -> Heights:
        heights = guessed(frame, table, columns, density)
        return Heights(heights.above, [height * wrong for height in heights.rows], heights.below)

    monkeypatch.setattr(height_measurement, "guessed", wrongly)
    assert html(PUBLISHED[2]) == right
