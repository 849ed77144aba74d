"""What is found in a report before and beside the forms, what is said to it, and what waivers settle."""

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.domain.consistency.needs import Need
from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing
from assessments.services.answered_findings import granted
from assessments.services.dossiers import surroundings_of
from assessments.services.narrative_findings import ExaminedText, examine_text, examine_texts
from assessments.services.narratives import explain_in_narrative
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation
from tests.factories.narratives import DOUBTFUL, ODD, WRONG, make_report_cycle, write
from tests.factories.waivers import make_waiver

FUNDS = (Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
#: Rights and roles cost nothing; papers, texts, waivers, last year and names cost this.
QUERIES = 9


@pytest.fixture
def cycle(scene: Scene) -> Cycle:
    return make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, FUNDS[:2])


def examined(scene: Scene, cycle: Cycle, text: str) -> ExaminedText:
    write(cycle, scene.clerk, text)
    return examine_text(cycle, scene.clerk.unit)


def rules(found: ExaminedText) -> list[str]:
    return [item.rule for item in found.findings]


def test_a_text_is_checked_before_any_form_is_begun(scene: Scene, cycle: Cycle) -> None:
    found = examined(scene, cycle, f"{WRONG}\n{DOUBTFUL}\n{ODD}")
    assert (rules(found), found.errors, found.unexplained) == (["V01", "V10", "V29"], 1, 1)
    first = found.findings[0]
    assert first.words == "50人"
    assert found.applied == found.passed | {"V01", "V10", "V29"}
    assert found.lacking == {"V19": (Need.LAST_YEAR,)}


def test_a_text_is_held_to_the_forms_beside_it(scene: Scene, cycle: Cycle) -> None:
    sentence = "2026年机关事业单位基本养老保险基金支出10800万元。"
    assert rules(examined(scene, cycle, sentence)) == []
    filing = make_draft(cycle.obligations.get(fund=Fund.GOV_PENSION), scene.clerk)
    filing.squares.filter(key="executed.total").update(raw="10900", amount=10900)
    assert rules(examine_text(cycle, scene.clerk.unit)) == ["V02"]


def test_nothing_written_is_nothing_found(scene: Scene, cycle: Cycle) -> None:
    assert examine_text(cycle, scene.clerk.unit) == ExaminedText(None)
    found = examined(scene, cycle, " \n")
    assert (found.findings, found.paragraphs, found.applied) == ((), (), frozenset())


def test_other_words_ask_to_be_explained_anew(scene: Scene, cycle: Cycle) -> None:
    found = examined(scene, cycle, DOUBTFUL)
    (asked,) = found.findings
    report = found.report
    assert report is not None
    explain_in_narrative(
        report=report, rule="V10", anchor=asked.anchor, text="年中追加了预算。", actor=scene.clerk, at=NOW
    )
    assert (examine_text(cycle, scene.clerk.unit).unexplained, found.unexplained) == (0, 1)
    moved = examined(scene, cycle, f"一、前言\n\n{DOUBTFUL}")
    assert [(item.explanation, item.must_explain) for item in moved.findings] == [("年中追加了预算。", False)]
    other = examined(scene, cycle, DOUBTFUL.replace("106.71%", "107.2%"))
    assert [(item.explanation, item.must_explain) for item in other.findings] == [("", True)]
    back = examined(scene, cycle, DOUBTFUL)
    assert back.unexplained == 0


def test_a_rule_is_waived_in_the_text_when_it_is_for_every_form_still_to_be_sent(scene: Scene, cycle: Cycle) -> None:
    first, second = cycle.obligations.order_by("fund")
    waiver = make_waiver(first, scene.office_head, "V01")
    found = examined(scene, cycle, WRONG)
    assert (found.errors, found.waived, [item.waivers for item in found.findings]) == (1, 1, [()])
    assert [item.partly for item in found.findings] == [(granted(waiver),)]
    filing = make_draft(second, scene.clerk)
    Filing.objects.filter(pk=filing.pk).update(state=State.SUBMITTED)
    found = examine_text(cycle, scene.clerk.unit)
    assert (found.errors, [item.waivers for item in found.findings]) == (0, [(granted(waiver),)])


def test_a_waiver_of_another_unit_settles_nothing(scene: Scene, cycle: Cycle) -> None:
    neighbour = ClerkFactory.create()
    make_waiver(make_obligation(cycle, neighbour.unit), scene.office_head, "V01")
    assert examined(scene, cycle, WRONG).errors == 1


def test_a_text_that_is_still_written_for_the_year_before_is_not_last_years(scene: Scene, cycle: Cycle) -> None:
    unit = scene.clerk.unit
    before = make_cycle(cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=cycle.year - 1)
    make_obligation(before, unit)
    write(before, scene.clerk, "2025年机关事业单位基本养老保险基金支出10800万元。")
    alone = examined(scene, cycle, WRONG)
    together = surroundings_of({}, [(called, unit) for called in (cycle, before, scene.cycle)])
    assert alone.lacking == {"V19": (Need.LAST_YEAR,)}
    assert [around.dossier.last_year for around in together.values()] == [None, None, None]


@pytest.mark.parametrize("papers", [1, 3])
def test_the_cost_is_the_same_for_one_form_and_for_three(
    scene: Scene, papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, FUNDS[:papers])
    for obligation in cycle.obligations.all():
        make_draft(obligation, scene.clerk, rows=papers)
    write(cycle, scene.clerk, WRONG)
    unit = scene.clerk.unit
    unit.region.code  # noqa: B018 - fetched with the person on a page
    with django_assert_num_queries(QUERIES):
        examine_texts([(cycle, unit)])


def test_what_is_answered_as_misread_stands_until_the_words_change(scene: Scene, cycle: Cycle) -> None:
    found = examined(scene, cycle, WRONG)
    (item,) = found.findings
    report = found.report
    assert report is not None
    answer = {"rule": item.finding.rule, "anchor": item.anchor, "text": "50人是另一类人员。"}
    explain_in_narrative(report=report, **answer, actor=scene.clerk, at=NOW, misread=True)
    again = examine_text(cycle, scene.clerk.unit)
    assert (again.errors, [each.must_change for each in again.findings]) == (0, [False])
    assert examined(scene, cycle, WRONG.replace("50人", "60人")).errors == 1
