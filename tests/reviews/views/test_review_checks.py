"""What the scoring page says of the rules: what the version keeps, what was explained and waived, what came later."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.consistency import RULE_SETS
from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing, NarrativeReport, Obligation, Snapshot
from assessments.queries import facts_of
from assessments.services.examining import examine
from assessments.services.explanations import explain
from assessments.services.moves import move
from assessments.services.snapshot_findings import findings_of
from assessments.services.squares import Change, save_squares
from reviews.queries import misread_by_rule
from reviews.rendering.score_panel import ScorePanel
from reviews.rendering.version_checks import VersionChecks
from reviews.services.reviews import take_up
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft
from tests.factories.checked import (
    EXACT,
    PASTED,
    SAID,
    TARGET_AGAIN,
    WHY,
    make_typed,
    run_out,
    submitted,
    waive,
)
from tests.factories.reviews import Court

Groups = list[tuple[str, list[str]]]
#: The siblings that come later, one or three.
LATER = [Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT, Fund.WORK_INJURY]
QUERIES = 15


def shown(court: Court, client: Client, filing: Filing) -> VersionChecks:
    client.force_login(court.reviewer)
    checks = client.get(reverse("reviews:review", args=[filing.pk])).context["view"].checks
    assert isinstance(checks, VersionChecks)
    return checks


def groups(checks: VersionChecks) -> Groups:
    return [(group.code, [item.finding.rule for item in group.items]) for group in checks.paper.groups]


def text_of(court: Court, client: Client, filing: Filing) -> str:
    client.force_login(court.reviewer)
    return client.get(reverse("reviews:review", args=[filing.pk])).content.decode()


def resubmitted(kept: Snapshot, findings: list[dict[str, object]], *, rule_set: str = RULE_SETS[-1]) -> None:
    """The same paper as the next version, keeping other ``findings``."""
    Snapshot.objects.create(
        filing=kept.filing,
        unit=kept.unit,
        version=kept.version + 1,
        edition=kept.edition,
        rule_set=rule_set,
        payload=kept.payload,
        findings=findings,
        digest=kept.digest,
        at=NOW,
    )


def test_the_units_words_and_the_waivers_stand_apart(court: Court, client: Client) -> None:
    waive(court, "V07")
    filing = submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}))
    checks = shown(court, client, filing)
    assert groups(checks) == [("explained", ["V11"]), ("waived", ["V07"])]
    (told,), (waived,) = (group.items for group in checks.paper.groups)
    assert told.answered.explanation == SAID
    assert [(waiver.reason, waiver.approver) for waiver in waived.answered.waivers] == [(WHY, str(court.office_head))]
    assert checks.paper.counts == {"error": 0, "warning": 1, "notice": 0, "explained": 1, "waived": 1}


def test_every_finding_leads_to_its_square(court: Court, client: Client) -> None:
    filing = submitted(court, make_typed(court, rows=EXACT))
    (item,) = shown(court, client, filing).items
    page = text_of(court, client, filing)
    assert f'id="{item.href.removeprefix("#")}"' in page
    assert item.place == "四 · 1 · 指标完成值"


def test_words_and_waivers_stay_when_the_waiver_ran_out_and_the_rules_changed(court: Court, client: Client) -> None:
    waiver = waive(court, "V07")
    filing = submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}))
    before = groups(shown(court, client, filing))
    run_out(waiver)
    Cycle.objects.filter(pk=court.cycle.pk).update(rule_set=RULE_SETS[0])
    checks = shown(court, client, filing)
    assert (groups(checks), checks.rule_set) == (before, RULE_SETS[-1])
    assert f"按 {RULE_SETS[-1]} 规则集，报送时核对" in text_of(court, client, filing)


def test_a_version_says_what_it_keeps_even_of_rules_that_there_are_no_more(court: Court, client: Client) -> None:
    filing = submitted(court, make_typed(court, rows=EXACT))
    kept = Snapshot.objects.get(filing=filing)
    resubmitted(kept, [item | {"rule": "V98"} for item in kept.findings])
    assert groups(shown(court, client, filing)) == [("explained", ["V98"])]


def test_a_rule_waived_after_the_submission_is_told_apart(court: Court, client: Client) -> None:
    filing = submitted(court, make_typed(court, rows=EXACT))
    waive(court, "V11")
    waive(court, "V12")
    checks = shown(court, client, filing)
    assert groups(checks) == [("waived", ["V11"])]
    assert [(waiver.rule, waiver.since) for waiver in checks.idle] == [("V12", True)]


def test_an_early_version_is_read_by_the_rules_of_its_time(court: Court, client: Client) -> None:
    filing = submitted(court, make_typed(court, rows=EXACT))
    kept = Snapshot.objects.get(filing=filing)
    early = [{key: item[key] for key in ("rule", "where", "severity", "explanation")} for item in kept.findings]
    resubmitted(kept, early, rule_set=RULE_SETS[0])
    checks = shown(court, client, filing)
    assert (checks.rule_set, groups(checks)) == (RULE_SETS[0], [("explained", ["V11"])])


@pytest.mark.parametrize("later", [LATER[:1], LATER])
def test_papers_received_later_are_held_against_it_in_constant_queries(
    court: Court, client: Client, django_assert_num_queries: DjangoAssertNumQueries, later: list[Fund]
) -> None:
    filing = submitted(court, make_typed(court, squares={"deviation_and_measures": PASTED}))
    take_up(filing=filing, reviewer=court.reviewer, at=NOW)
    assert groups(shown(court, client, filing)) == []
    for fund in later:
        submitted(court, make_typed(court, fund, squares={"deviation_and_measures": PASTED}))
    assert groups(shown(court, client, filing)) == [("since", ["V28"])]
    with django_assert_num_queries(QUERIES):
        client.get(reverse("reviews:review", args=[filing.pk]))


def test_drafts_and_withdrawn_papers_are_not_held_against_it(court: Court, client: Client) -> None:
    filing = submitted(court, make_typed(court, squares={"deviation_and_measures": PASTED}))
    draft = make_typed(court, LATER[0], squares={"deviation_and_measures": PASTED})
    assert groups(shown(court, client, filing)) == []
    sent = submitted(court, draft)
    assert groups(shown(court, client, filing)) == [("since", ["V28"])]
    move(filing=sent, name="withdraw", actor=court.head, at=NOW)
    assert groups(shown(court, client, filing)) == []


def test_what_was_kept_is_not_said_twice(court: Court, client: Client) -> None:
    submitted(court, make_typed(court, LATER[0], squares={"deviation_and_measures": PASTED}))
    filing = submitted(court, make_typed(court, squares={"deviation_and_measures": PASTED}))
    assert groups(shown(court, client, filing)) == [("explained", ["V28"])]


def test_each_part_of_the_rubric_shows_its_findings(court: Court, client: Client) -> None:
    waive(court, "V07")
    filing = submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}))
    take_up(filing=filing, reviewer=court.reviewer, at=NOW)
    client.force_login(court.reviewer)
    panel = client.get(reverse("reviews:review", args=[filing.pk])).context["panel"]
    assert isinstance(panel, ScorePanel)
    assert {part.code: [item.finding.rule for item in part.related] for part in panel.parts} == {
        "budget_execution": [],
        "goal_completion": ["V11", "V07"],
        "deviation_response": [],
        "timeliness": [],
    }


def with_report(court: Court, text: str) -> Filing:
    """A self-assessment that was submitted with ``text``."""
    court.cycle = make_cycle(court.prefecture, kind=Form.SELF_ASSESSMENT, due_at=court.cycle.due_at)
    waive(court, "V02")
    filing = make_draft(Obligation.objects.get(cycle=court.cycle), court.clerk, rows=4)
    known = facts_of(filing)
    squares = {
        "budget.total": "23160",
        "executed.total": "23600",
        "goal_expected": "确保按时足额发放养老金。",
        "goal_actual": "全年按时足额发放养老金。",
    }
    changes = [Change(key, value, known.value(key)) for key, value in squares.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=court.clerk, at=NOW)
    NarrativeReport.objects.create(cycle=court.cycle, unit=court.bureau, text=text)
    return submitted(court, filing)


def test_the_report_that_went_with_it_has_its_card(court: Court, client: Client) -> None:
    text = "一、总体情况\n2026年机关事业单位基本养老保险基金支出29900万元。"
    filing = with_report(court, text)
    NarrativeReport.objects.update(text="改过了")
    checks = shown(court, client, filing)
    card = checks.narrative
    assert card is not None
    assert (card.version.version, card.length) == (1, len(text) - 1)
    assert [(item.finding.rule, item.place) for item in card.listing.items] == [("V02", "第2段 “29900万元”")]
    assert checks.paper.items == ()
    address, _hash, anchor = card.listing.items[0].href.partition("#")
    assert address == card.url
    assert f'id="{anchor}"' in client.get(card.url).content.decode()


def test_the_page_speaks_english(court: Court, client: Client) -> None:
    waive(court, "V07")
    filing = submitted(court, make_typed(court, rows={**EXACT, **TARGET_AGAIN}))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = text_of(court, client, filing)
    assert '<html lang="en"' in page
    assert (SAID in page, WHY in page) == (True, True)


#: What is found of it: no quotient of its own figures, and none of them the table's.
RULES_ON_RATE = ["V01", "V02", "V02"]


def test_what_the_unit_holds_for_a_misreading_is_listed_for_the_reviewers_eye(court: Court, client: Client) -> None:
    rate = "支出23600万元，完成预算23160万元的102.28%。"
    filing = make_typed(court, squares={"goal_progress": rate})
    for item in examine(filing, facts_of(filing)).binding:
        explain(filing=filing, finding=item.finding, text="预算是调整前的数。", actor=court.clerk, at=NOW)
    filing = submitted(court, loaded(filing))
    kept = [(item.rule, item.explanation) for item in findings_of(filing.snapshots.get()) if item.is_misread]
    assert kept == [(rule, "预算是调整前的数。") for rule in RULES_ON_RATE]
    assert groups(shown(court, client, filing))[0] == ("misread", RULES_ON_RATE)
    assert "单位答系统读错了，请核对" in text_of(court, client, filing)
    assert misread_by_rule(court.reviewer) == dict.fromkeys(RULES_ON_RATE, 1)
    rules = client.get(reverse("reviews:rules")).content.decode()
    assert "填报单位答“系统读错了” 1 次" in rules


def test_only_the_prefecture_counts_misreadings_and_only_of_what_was_sent(court: Court) -> None:
    filing = make_typed(court, squares={"goal_progress": "支出23600万元，完成预算23160万元的102.28%。"})
    (finding,) = (item.finding for item in examine(filing, facts_of(filing)).binding if item.rule == "V01")
    explain(filing=filing, finding=finding, text="预算是调整前的数。", actor=court.clerk, at=NOW)
    assert (misread_by_rule(court.reviewer), misread_by_rule(court.clerk)) == ({}, {})
