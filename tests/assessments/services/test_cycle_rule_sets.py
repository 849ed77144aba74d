"""A cycle of an earlier rule set raises nothing of a later one: while one types, on sending, in what is kept."""

import pytest

from assessments.domain.consistency import NEWEST, RULE_SETS, check_form, rules_of
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing, Snapshot
from assessments.queries import facts_of
from assessments.services.errors import MoveRefused
from assessments.services.examining import examine
from assessments.services.moves import move
from assessments.services.snapshot_findings import findings_of
from assessments.services.squares import Change, save_squares
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, SQUARES, loaded, make_obligation, make_ready

FIRST = RULE_SETS[0]
PASTED = "参保缴费人数比预计的多，后期按月精准统计。"


def with_a_twin(scene: Scene) -> Filing:
    """A paper with nothing in the way by itself, and the same unit's other paper with the same words."""
    own = make_ready(scene.obligation, scene.clerk)
    twin = make_ready(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk)
    for paper in (own, twin):
        change = Change("deviation_and_measures", PASTED, SQUARES["deviation_and_measures"])
        save_squares(filing_id=paper.pk, changes=[change], actor=scene.clerk, at=NOW)
    return own


def held_to(rule_set: str, filing: Filing) -> tuple[Filing, Facts]:
    Cycle.objects.filter(pk=filing.obligation.cycle_id).update(rule_set=rule_set)
    filing = loaded(filing)
    return filing, facts_of(filing)


def test_only_the_later_set_finds_the_pasted_words_and_stops_the_paper(scene: Scene) -> None:
    filing, facts = held_to(NEWEST, with_a_twin(scene))
    assert [(item.rule, item.finding.where) for item in examine(filing, facts).at_squares] == [
        ("V28", "deviation_and_measures")
    ]
    with pytest.raises(MoveRefused):
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)


def test_the_earlier_set_finds_nothing_applies_fewer_rules_and_is_kept_with_the_version(scene: Scene) -> None:
    filing, facts = held_to(FIRST, with_a_twin(scene))
    found = examine(filing, facts)
    assert found.at_squares == check_form(facts, rule_set=FIRST).findings == ()
    assert found.applied | found.not_applicable == {rule.id for rule in rules_of(FIRST)}
    sent = move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    move(filing=sent, name="submit", actor=scene.head, at=NOW)
    snapshot = Snapshot.objects.get(filing=filing)
    assert (snapshot.rule_set, snapshot.findings, findings_of(snapshot)) == (FIRST, [], ())
