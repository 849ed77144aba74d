"""A filing is held against all of its unit: the other papers of the cycle, the narrative, last year, the names."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.domain.consistency import NEWEST, RULE_SETS
from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, NarrativeReport, Snapshot, Waiver
from assessments.queries import facts_of
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.dossiers import surroundings_of
from assessments.services.errors import MoveRefused
from assessments.services.examining import Examined, examine, examine_all
from assessments.services.moves import move
from assessments.services.narrative_findings import examine_texts
from assessments.services.readiness import readiness
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory, CountyFactory, UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation, make_ready, make_submitted

PASTED = "参保缴费人数比预计多143人，后期精准统计。"
FUNDS = (Fund.RESIDENT_PENSION, Fund.EMPLOYEE_PENSION, Fund.WORK_INJURY)


def typed(filing: Filing, squares: Mapping[str, str]) -> Filing:
    """The filing after its clerk typed ``squares``."""
    filing, clerk = loaded(filing), filing.saved_by or ClerkFactory.create(unit=filing.obligation.unit)
    known = facts_of(filing)
    changes = [Change(key, value, known.value(key)) for key, value in squares.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=NOW)
    return loaded(filing)


def examined(filing: Filing) -> Examined:
    filing = loaded(filing)
    return examine(filing, facts_of(filing))


def by_rule(findings: tuple[AnsweredFinding, ...], rule: str) -> list[str]:
    return [item.finding.where for item in findings if item.rule == rule]


def assessed(scene: Scene) -> Filing:
    """A self-assessment of the unit whose budget and execution are filled in."""
    cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT)
    draft = make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk)
    return typed(draft, {"initial_budget.total": "23160", "executed.total": "23600"})


def written(filing: Filing, text: str, unit: Unit | None = None) -> NarrativeReport:
    owed = filing.obligation
    return NarrativeReport.objects.create(cycle=owed.cycle, unit=unit or owed.unit, text=text)


def test_a_text_of_a_sibling_is_found_in_both_papers_and_in_no_other_units(scene: Scene) -> None:
    other = make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION)
    neighbour = UnitFactory.create(region=CountyFactory.create(parent=scene.cycle.prefecture))
    foreign = make_obligation(scene.cycle, neighbour, Fund.EMPLOYEE_PENSION)
    papers = [
        make_draft(scene.obligation, scene.clerk),
        make_draft(other, scene.clerk),
        make_draft(foreign, ClerkFactory.create(unit=neighbour)),
    ]
    for paper in papers:
        typed(paper, {"deviation_and_measures": PASTED})
    assert [by_rule(examined(paper).at_squares, "V28") for paper in papers] == [
        ["deviation_and_measures"],
        ["deviation_and_measures"],
        [],
    ]


def test_last_years_paper_of_the_same_fund_and_month_counts(scene: Scene) -> None:
    before = make_cycle(scene.cycle.prefecture, year=2025)
    last = make_submitted(make_obligation(before, scene.clerk.unit), scene.clerk, scene.head)
    assert loaded(last).state == State.SUBMITTED
    now = typed(make_ready(scene.obligation, scene.clerk), {"executed.total": "2100", "received.total": "2200"})
    assert by_rule(examined(now).at_squares, "V22") == ["executed.total"]
    june = make_draft(make_obligation(make_cycle(scene.cycle.prefecture, month=6), scene.clerk.unit), scene.clerk)
    assert by_rule(examined(typed(june, {"executed.total": "2100"})).at_squares, "V22") == []


def test_a_narrative_is_held_against_the_form_and_blocks_its_sending(scene: Scene) -> None:
    filing = assessed(scene)
    report = written(filing, "2026年机关事业单位基本养老保险基金支出23160万元。")
    found = examined(filing)
    assert (found.narrative, by_rule(found.in_narrative, "V02")) == (report, ["narrative[0]"])
    standing = readiness(loaded(filing), found)
    assert ([item.rule for item in found.in_narrative if item.must_change], standing.asks_in_text) == (["V02"], True)
    assert (standing.ready, standing.must_change) == (False, len(standing.errors) + 1)


def test_a_narrative_of_another_unit_or_cycle_is_not_read(scene: Scene) -> None:
    filing = assessed(scene)
    text = "2026年机关事业单位基本养老保险基金支出23160万元。"
    written(filing, text, unit=UnitFactory.create(region=CountyFactory.create(parent=scene.cycle.prefecture)))
    NarrativeReport.objects.create(cycle=scene.cycle, unit=scene.clerk.unit, text=text)
    assert (examined(filing).narrative, examined(filing).in_narrative) == (None, ())


def test_the_registered_name_counts_in_the_text(scene: Scene) -> None:
    unit = scene.clerk.unit
    unit.region.name, unit.name = "巴楚县", "巴楚县社会保险中心"
    unit.region.save()
    unit.save()
    written(assessed(scene), "实施单位：巴楚县社会保险管理局")
    found = examined(Filing.objects.get(obligation__cycle__kind=Form.SELF_ASSESSMENT))
    assert [(item.finding.where, item.finding.expected) for item in found.in_narrative if item.rule == "V16"] == [
        ("narrative[0]", "巴楚县社会保险中心")
    ]


def test_a_cycle_keeps_the_rules_it_was_called_with(scene: Scene) -> None:
    filing = assessed(scene)
    written(filing, "2026年机关事业单位基本养老保险基金支出23160万元。")
    Cycle.objects.filter(pk=filing.obligation.cycle_id).update(rule_set=RULE_SETS[0])
    early, late = examined(filing), NEWEST
    assert (early.rule_set, early.in_narrative) == (RULE_SETS[0], ())
    Cycle.objects.filter(pk=filing.obligation.cycle_id).update(rule_set=late)
    assert len(examined(filing).in_narrative) == 1
    assert "V02" in examined(filing).applied - early.applied - early.not_applicable


@pytest.mark.parametrize("siblings", [1, 3])
def test_the_costs_do_not_grow_with_the_papers_of_the_unit(
    scene: Scene, siblings: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    others = [
        make_draft(make_obligation(scene.cycle, scene.clerk.unit, fund), scene.clerk) for fund in FUNDS[:siblings]
    ]
    alone, together = loaded(filing), {paper: facts_of(paper) for paper in map(loaded, [filing, *others])}
    facts = facts_of(alone)
    with django_assert_num_queries(7):
        examine(alone, facts)
    with django_assert_num_queries(5):
        assert set(examine_all(together)) == {paper.pk for paper in together}


def test_one_and_all_say_the_same(scene: Scene) -> None:
    other = make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION)
    papers = [
        typed(make_draft(owed, scene.clerk), {"deviation_and_measures": PASTED}) for owed in (scene.obligation, other)
    ]
    together = examine_all({paper: facts_of(paper) for paper in papers})
    assert [together[paper.pk] for paper in papers] == [examined(paper) for paper in papers]


def waived(scene: Scene, rule: str, days: int) -> Waiver:
    """The prefecture's waiver of ``rule`` for the scene's filing, until so many days from today."""
    return Waiver.objects.create(
        obligation=scene.obligation,
        rule=rule,
        state=Waiver.State.GRANTED,
        reason="区划调整",
        approver=scene.office_head,
        decided_at=NOW,
        expires_on=timezone.localdate() + timedelta(days=days),
    )


def test_a_waiver_lets_an_error_pass_while_it_is_in_force(scene: Scene) -> None:
    filing = typed(make_ready(scene.obligation, scene.clerk), {"received.total": "14160"})
    assert {item.rule for item in examined(filing).binding} == {"V15"}
    with pytest.raises(MoveRefused):
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    waiver = waived(scene, "V15", days=-1)
    assert examined(filing).waived == ()
    until = timezone.localdate() + timedelta(days=30)
    waiver.expires_on = until
    waiver.save()
    found = examined(filing)
    assert (found.binding, {item.rule for item in found.waived}) == ((), {"V15"})
    sent = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    move(filing=sent, name="submit", actor=scene.head, at=NOW)
    kept = Snapshot.objects.get().findings
    assert [item["waiver"] for item in kept] == [
        {"reason": "区划调整", "approver": str(scene.office_head), "until": until.isoformat()} for _item in kept
    ]


def test_forms_and_text_that_stand_together_are_gathered_and_checked_once(
    scene: Scene, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    filing = assessed(scene)
    written(filing, "2026年机关事业单位基本养老保险基金支出23160万元。")
    filing = loaded(filing)
    place, facts = (filing.obligation.cycle, filing.obligation.unit), {filing: facts_of(filing)}
    alone = examine_all(facts), examine_texts([place])
    papers = surroundings_of(facts, [place])
    with django_assert_num_queries(1):
        assert (examine_all(facts, papers), examine_texts([place], papers)) == alone
    assert [by_rule(examined(filing).in_narrative, "V02")] == [["narrative[0]"]]
