"""What the rules know of an edition agrees with its sheet."""

import pytest

from assessments.domain.editions import EDITION_FACTS, edition_of, places_on_paper
from assessments.domain.facts import Facts, Form
from assessments.sheets.editions import EDITIONS
from tests.filings import monitoring, row


@pytest.mark.parametrize("code", sorted(EDITION_FACTS))
def test_every_square_of_an_edition_stands_on_its_sheet(code: str) -> None:
    edition, sheet = EDITION_FACTS[code], EDITIONS[code]
    needed = [*edition.money_keys(), *edition.goals, *([edition.deviation] if edition.deviation else [])]
    assert [key for key in needed if sheet.box(key) is None] == []
    assert edition.rate_places == sheet.places


def test_an_unknown_edition_is_read_as_the_usual_one_of_its_form() -> None:
    assert edition_of(Facts(Form.MONITORING_REPORT, "monitoring-1999")).edition == "monitoring-2020"
    assert edition_of(Facts(Form.NARRATIVE_REPORT, "")).edition == "self-assessment-2022"


def test_squares_are_sorted_as_they_stand_on_paper() -> None:
    facts = monitoring(row(ref="20"), row(ref="3"))
    in_order = ["reporting_unit", "adjusted_budget.total", "executed.total", "execution_rate", "adjusted_budget.fiscal"]
    in_order += ["goal_progress", "overall_completion_rate", "indicators[20].target", "indicators[20].actual"]
    in_order += ["indicators[3].level3", "deviation_and_measures", "colour"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=places_on_paper(facts)) == in_order
