"""Saving the report as it is typed: outcomes, what is found, and whatever a script may send."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, NarrativeExplanation, NarrativeReport
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import make_draft
from tests.factories.narratives import DOUBTFUL, WRONG, make_report_cycle, write

FUNDS = (Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
QUERIES = 20
BODIES = {
    "no json": "{",
    "no utf-8": b"\xff\xfe",
    "a list": "[]",
    "a number": "7",
    "nothing": "",
    "no text": "{}",
    "no revision": '{"text": "甲"}',
    "a number as text": '{"text": 7, "revision": 0}',
    "null as text": '{"text": null, "revision": 0}',
    "a text as revision": '{"text": "甲", "revision": "0"}',
    "a revision below nothing": '{"text": "甲", "revision": -1}',
    "a truth as revision": '{"text": "甲", "revision": true}',
    "a half revision": '{"text": "甲", "revision": 0.5}',
    "an endless revision": '{"text": "甲", "revision": 99999999999999999999}',
    "explanations that are no list": '{"text": "甲", "revision": 0, "explanations": {"rule": "V10"}}',
    "an explanation that is no object": '{"explanations": ["V10"]}',
    "a number as explanation": '{"explanations": [{"rule": "V10", "anchor": "a", "text": 5}]}',
    "too many explanations": json.dumps({"explanations": [{"rule": "V10"}] * 201}),
    "a number of 5000 digits": f'{{"text": "甲", "revision": {"9" * 5000}}}',
    "too deep": "[" * 100_000,
}
HALF = "\ud800"


@dataclass(frozen=True)
class Desk:
    """A person at the report of a cycle."""

    client: Client
    cycle: Cycle

    def post(self, body: object) -> Any:
        """Posts JSON as the page's script does; ``body`` may also be the raw text."""
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        address = reverse("assessments:narrative_save", args=[self.cycle.pk])
        return self.client.post(address, data=data, content_type="application/json")

    def save(self, text: str, revision: int = 0, **more: object) -> dict[str, Any]:
        """Saves a text; gives the answer."""
        response = self.post({"text": text, "revision": revision, **more})
        assert response.status_code == 200, response.content.decode()
        return dict(response.json())


def at_desk(person: User, cycle: Cycle) -> Desk:
    client = Client()
    client.force_login(person)
    return Desk(client, cycle)


@pytest.fixture
def desk(scene: Scene) -> Desk:
    """The clerk at an empty report."""
    return at_desk(scene.clerk, make_report_cycle(scene.cycle.prefecture, scene.clerk.unit))


def text_of(desk: Desk) -> str:
    return NarrativeReport.objects.get(cycle=desk.cycle).text


def test_a_saved_text_comes_with_what_is_found(desk: Desk) -> None:
    found = desk.save(f"一、😀\n{WRONG}")
    assert (found["outcome"], found["revision"], found["saved_at"].count(":")) == ("saved", 1, 2)
    assert found["characters"] == len(WRONG) + 3
    span, _sign = found["spans"]
    start = WRONG.index("50人")
    assert span[:4] == [1, start, start + 3, "err"]
    assert span[4] in found["panel_html"]
    assert "1000 − 900 = 100人" in found["panel_html"]


def test_places_are_counted_as_scripts_count_them(desk: Desk) -> None:
    span, _sign = desk.save(f"😀{WRONG}")["spans"]
    start = WRONG.index("50人") + 2
    assert span[:4] == [0, start, start + 3, "err"]


def test_the_panel_is_drawn_anew_only_when_it_changes(desk: Desk) -> None:
    first = desk.save("没有数字。")
    second = desk.save("没有数字，也没有别的。", 1, panel=first["panel"])
    assert "panel_html" not in second
    assert "panel_html" in desk.save(WRONG, 2, panel=second["panel"])


def test_the_second_clerk_gets_both_texts_and_who_and_when(scene: Scene, desk: Desk) -> None:
    at_desk(scene.colleague, desk.cycle).save("对方的话")
    answer = desk.save("我的话")
    assert {name: answer[name] for name in ("outcome", "theirs", "revision", "by")} == {
        "outcome": "conflict",
        "theirs": "对方的话",
        "revision": 1,
        "by": scene.colleague.full_name,
    }
    assert answer["at"].count(":") == 2
    assert text_of(desk) == "对方的话"


@pytest.mark.parametrize(("text", "held"), [("甲\0乙", "甲乙"), (f"丙{HALF}", "丙"), ("\uf0b7 丁", "· 丁")])
def test_a_text_that_was_cleaned_comes_back_as_it_is_stored(desk: Desk, text: str, held: str) -> None:
    answer = desk.post({"text": text, "revision": 0})
    assert (answer.json()["outcome"], answer.json()["text"], text_of(desk)) == ("saved", held, held)
    assert "1 个" in unquote(answer.headers["X-Text-Changed"])


def test_a_text_that_is_too_long_is_refused_in_words(desk: Desk) -> None:
    desk.save("甲")
    answer = desk.save("字" * 200_001, 1)
    assert (answer["outcome"], answer["message"], text_of(desk)) == (
        "refused",
        "“绩效评价报告”最多 200000 个字，现在有 200001 个，请缩短",
        "甲",
    )


def test_a_text_that_is_far_too_large_is_refused_by_name(desk: Desk) -> None:
    answer = desk.post({"text": "字" * 800_000, "revision": 0})
    assert (answer.status_code, "绩效评价报告最多200000字" in answer.json()["message"]) == (422, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。，；" * 50_000,
        "<b>1,23,4万元</b> 12..5% 5%%",
        "（-5万元）" * 1000,
        "２０２６年　收入１００万元",
        "\n" * 1000,
    ],
)
def test_any_other_text_is_kept_as_it_was_typed(desk: Desk, text: str) -> None:
    assert desk.save(text)["outcome"] == "saved"
    assert NarrativeReport.objects.filter(text=text).count() == 1


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_of_another_shape_is_refused_in_words(desk: Desk, body: str | bytes) -> None:
    response = desk.post(body)
    assert (response.status_code, response.json()["error"]) == (400, "bad_request")
    assert len(response.json()["message"]) > 4
    assert NarrativeReport.objects.count() == 0


def words(desk: Desk, said: str, **more: object) -> dict[str, Any]:
    """What becomes of an explanation of the first thing that is found."""
    name = desk.save(DOUBTFUL, 1)["spans"][0][4]
    report = NarrativeReport.objects.get()
    anchor = next(iter(_anchors(desk, name)))
    assert report.text == DOUBTFUL
    response = desk.post({"explanations": [{"rule": "V10", "anchor": anchor, "text": said}], **more})
    assert response.status_code == 200
    return dict(response.json())


def _anchors(desk: Desk, name: str) -> list[str]:
    page = desk.client.get(reverse("assessments:narrative", args=[desk.cycle.pk])).context["page"]
    return [entry.answered.anchor for entry in page.panel.entries if entry.name == name]


def seconds(first: datetime, last: datetime) -> list[datetime]:
    """Every second from the one to the other."""
    count = int((last - first).total_seconds()) + 2
    return [first + timedelta(seconds=number) for number in range(count)]


def test_an_explanation_is_saved_without_the_text(desk: Desk) -> None:
    desk.save(DOUBTFUL)
    NarrativeReport.objects.update(saved_at=timezone.now() - timedelta(hours=1))
    before = timezone.localtime()
    answer = words(desk, " 年中追加了预算。 ")
    assert answer["saved_at"] in {f"{at:%H:%M:%S}" for at in seconds(before, timezone.localtime())}
    assert ([item["status"] for item in answer["explained"]], answer["outcome"]) == (["saved"], "")
    assert [span[3] for span in answer["spans"]] == ["told"]
    assert NarrativeExplanation.objects.get().text == "年中追加了预算。"


@pytest.mark.parametrize("said", ["无", "同上", "。", "\0", HALF, "字" * 501])
def test_an_explanation_that_says_nothing_is_refused(desk: Desk, said: str) -> None:
    desk.save(DOUBTFUL)
    (outcome,) = words(desk, said)["explained"]
    assert (outcome["status"], len(outcome["message"]) > 4) == ("refused", True)
    assert NarrativeExplanation.objects.count() == 0


@pytest.mark.parametrize(("rule", "anchor"), [("V10", "0" * 64), ("V01", ""), ("", ""), ("\0", HALF)])
def test_what_is_not_found_needs_no_explanation(desk: Desk, rule: str, anchor: str) -> None:
    desk.save(DOUBTFUL)
    answer = desk.post({"explanations": [{"rule": rule, "anchor": anchor, "text": "理由"}]}).json()
    assert [item["status"] for item in answer["explained"]] == ["refused"]
    assert NarrativeExplanation.objects.count() == 0


def test_a_report_that_was_sent_meanwhile_is_said_and_kept(scene: Scene, desk: Desk) -> None:
    write(desk.cycle, scene.clerk, "甲")
    filing = make_draft(desk.cycle.obligations.get(), scene.clerk)
    Filing.objects.filter(pk=filing.pk).update(state=State.PENDING_HEAD)
    response = desk.post({"text": "乙", "revision": 1})
    assert (response.status_code, response.json()["error"]) == (409, "not_editable")
    assert "报告随表送审" in response.json()["message"]
    assert text_of(desk) == "甲"


def test_the_head_reads_and_does_not_write(scene: Scene, desk: Desk) -> None:
    assert at_desk(scene.head, desk.cycle).post({"text": "甲", "revision": 0}).status_code == 409


def test_an_ended_session_is_said_to_the_script(desk: Desk) -> None:
    desk.client.logout()
    response = desk.post({"text": "甲", "revision": 0})
    assert (response.status_code, response.json()["error"]) == (401, "session_ended")


def test_another_units_report_is_not_there(scene: Scene, desk: Desk) -> None:
    for person in (ClerkFactory.create(), scene.reviewer):
        assert at_desk(person, desk.cycle).post({"text": "甲", "revision": 0}).status_code == 404


def test_saving_does_not_prolong_the_session(desk: Desk) -> None:
    desk.client.get(reverse("assessments:tasks"))
    session = desk.client.session
    session["last_act_at"] -= 600
    session.save()
    desk.save("甲")
    assert desk.client.session["last_act_at"] == session["last_act_at"]


def test_a_forged_request_without_the_token_is_refused(scene: Scene, desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(scene.clerk)
    assert Desk(strict, desk.cycle).post({"text": "甲", "revision": 0}).status_code == 403
    assert NarrativeReport.objects.count() == 0


@pytest.mark.parametrize("papers", [1, 3])
def test_a_saving_costs_the_same_for_one_form_and_for_three(
    scene: Scene, papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit, FUNDS[:papers])
    for obligation in cycle.obligations.all():
        make_draft(obligation, scene.clerk, rows=papers)
    desk = at_desk(scene.clerk, cycle)
    desk.save("甲")
    with django_assert_num_queries(QUERIES):
        desk.save("\n".join([WRONG] * papers), 1)


def test_an_error_in_the_text_is_answered_as_misread_and_blocks_nothing(desk: Desk) -> None:
    desk.save(WRONG)
    page = desk.client.get(reverse("assessments:narrative", args=[desk.cycle.pk])).context["page"]
    (entry,) = page.panel.entries
    said = {"rule": entry.answered.rule, "anchor": entry.answered.anchor, "text": "50人是另一类人员，与前两个数无关。"}
    answer = desk.post({"explanations": [said]}).json()
    assert [item["status"] for item in answer["explained"]] == ["saved"]
    assert [span[3] for span in answer["spans"]] == ["told"]
    assert NarrativeExplanation.objects.get().misread
    panel = desk.client.get(reverse("assessments:narrative", args=[desk.cycle.pk])).context["page"].panel
    assert (panel.errors, panel.warnings, panel.entries[0].answered.is_misread) == (0, 0, True)
