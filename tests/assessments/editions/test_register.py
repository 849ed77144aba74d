"""The register of editions, and what an edition says of itself."""

import pytest

from assessments.domain.facts import Facts, Form
from assessments.editions import EDITIONS, UnknownEditionError, edition_named, edition_of, places_on_paper
from tests.filings import monitoring, row


@pytest.mark.parametrize("code", EDITIONS)
def test_what_the_rules_ask_for_stands_on_the_paper(code: str) -> None:
    edition = EDITIONS[code]
    asked = (edition.budget, edition.executed, edition.deviation, *edition.goals, *edition.totals, *edition.figures)
    assert [key for key in asked if key and edition.box(key) is None] == []


def test_an_unknown_edition_is_read_as_the_usual_one_of_its_form() -> None:
    assert edition_of(Facts(Form.MONITORING_REPORT, "monitoring-1999")).code == "monitoring-2020"
    assert edition_of(Facts(Form.NARRATIVE_REPORT, "")).code == "self-assessment-2022"


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(UnknownEditionError, match="self-assessment-1999"):
        edition_named("self-assessment-1999")


def test_squares_are_sorted_as_they_stand_on_paper() -> None:
    facts = monitoring(row(ref="20"), row(ref="3"))
    in_order = ["title", "reporting_unit", "adjusted_budget.total", "executed.total", "execution_rate"]
    in_order += ["adjusted_budget.fiscal", "goal_progress", "overall_completion_rate", "indicators[20].target"]
    in_order += ["indicators[20].actual", "indicators[3].level3", "deviation_and_measures", "colour"]
    assert sorted(set(in_order), key=places_on_paper(facts)) == in_order


def test_what_is_computed_without_a_square_stands_before_the_rows() -> None:
    edition = EDITIONS["self-assessment-2022"]
    places = [edition.place_of(key) for key in ("goal_actual", "overall_completion_rate", "indicators[0].level1")]
    assert places == sorted(places)
