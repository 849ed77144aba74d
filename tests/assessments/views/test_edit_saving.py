"""Saving squares as they are typed: outcomes, what is drawn anew, and what is refused."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.domain.workflow import State
from assessments.models import Explanation, Filing
from assessments.views.edit_saving import CHECKING
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import make_draft, make_obligation

QUERIES, FINDINGS_QUERIES = 10, 10


def test_a_square_is_saved_and_its_clock_told_before_anything_is_checked(desk: Desk) -> None:
    change = {"key": "executed.total", "value": "10934", "was": ""}
    found = desk.post("save_squares", {"changes": [change]}).json()
    assert found["outcomes"] == [{"key": "executed.total", "status": "saved", "value": "10934"}]
    assert found["saved_at"].count(":") == 2
    assert set(found) == {"outcomes", "saved_at"}
    assert desk.value("executed.total") == "10934"


def test_the_panel_is_drawn_anew_only_when_it_changes(desk: Desk) -> None:
    desk.save("goal_expected", "目标")
    desk.save("deviation_and_measures", "无偏差。")
    seen = desk.shown()
    desk.save("deviation_and_measures", "没有偏差。", "无偏差。")
    assert "panel_html" not in desk.findings(**seen)
    desk.save(desk.key(1, "target"), "105%≤≥95%", "2834人")
    assert "V09" in desk.findings(**seen)["panel_html"]


def test_the_second_clerk_gets_both_values_and_who_and_when(scene: Scene, desk: Desk) -> None:
    at_desk(scene.colleague, desk.filing).save("goal_expected", "甲")
    outcome = desk.save("goal_expected", "乙")
    assert {name: outcome[name] for name in ("status", "value", "theirs", "by")} == {
        "status": "conflict",
        "value": "乙",
        "theirs": "甲",
        "by": scene.colleague.full_name,
    }
    assert outcome["at"].count(":") == 2


def test_several_squares_have_their_own_outcomes(desk: Desk) -> None:
    changes = [
        {"key": "executed.total", "value": "一万", "was": ""},
        {"key": "goal_expected", "value": "甲", "was": ""},
        {"key": "goal_progress", "value": "乙", "was": "旧"},
    ]
    outcomes = desk.post("save_squares", {"changes": changes}).json()["outcomes"]
    assert [outcome["status"] for outcome in outcomes] == ["refused", "saved", "conflict"]


def test_a_warning_is_explained_through_the_same_door(scene: Scene) -> None:
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk, rows=3))
    desk.save(desk.key(3, "actual"), "50、6.17", "98.6%")
    name = f"explain:V07:{desk.key(3, 'actual')}"
    assert desk.save(name, "两项分别统计。")["status"] == "saved"
    assert Explanation.objects.get().text == "两项分别统计。"
    assert desk.save(name, "无")["status"] == "refused"


def test_what_is_not_found_needs_no_explanation(desk: Desk) -> None:
    assert desk.save("explain:V07:executed.total", "说明")["status"] == "refused"
    assert Explanation.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_a_save_costs_the_same_for_one_row_and_for_three(
    scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = at_desk(scene.clerk, make_draft(scene.obligation, scene.clerk, rows=rows))
    seen = desk.shown()
    with django_assert_num_queries(QUERIES):
        desk.save("executed.total", "10934")
    with django_assert_num_queries(FINDINGS_QUERIES):
        desk.findings(**seen)


def test_a_form_that_was_sent_meanwhile_is_said_and_kept(desk: Desk) -> None:
    Filing.objects.update(state=State.PENDING_HEAD)
    response = desk.post("save_squares", {"changes": [{"key": "executed.total", "value": "1", "was": ""}]})
    assert (response.status_code, response.json()["error"]) == (409, "not_editable")
    assert "不能修改" in response.json()["message"]


def test_the_head_reads_and_does_not_write(scene: Scene, desk: Desk) -> None:
    head = at_desk(scene.head, desk.filing)
    body = {"changes": [{"key": "executed.total", "value": "1", "was": ""}]}
    assert head.post("save_squares", body).status_code == 409


@pytest.mark.parametrize("door", ["save_squares", "findings"])
def test_an_ended_session_is_said_to_the_script(desk: Desk, door: str) -> None:
    desk.client.logout()
    response = desk.post(door, {"changes": [{"key": "executed.total", "value": "1", "was": ""}]})
    assert (response.status_code, response.json()["error"]) == (401, "session_ended")


@pytest.mark.parametrize("door", ["save_squares", "findings"])
def test_another_units_form_is_not_there(desk: Desk, door: str) -> None:
    stranger = at_desk(ClerkFactory.create(), desk.filing)
    body = {"changes": [{"key": "executed.total", "value": "1", "was": ""}]}
    assert stranger.post(door, body).status_code == 404


def test_saving_does_not_prolong_the_session(desk: Desk) -> None:
    desk.client.get(desk.url("edit"))
    session = desk.client.session
    session["last_act_at"] -= 600
    session.save()
    desk.save("executed.total", "1")
    assert desk.client.session["last_act_at"] == session["last_act_at"]


def test_a_forged_request_without_the_token_is_refused(scene: Scene, desk: Desk) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(scene.clerk)
    body = {"changes": [{"key": "executed.total", "value": "1", "was": ""}]}
    assert Desk(strict, desk.filing).post("save_squares", body).status_code == 403
    assert desk.value("executed.total") == ""


def test_another_filings_row_is_no_square_of_this_one(scene: Scene, desk: Desk) -> None:
    theirs = make_draft(make_obligation(scene.cycle, ClerkFactory.create().unit), scene.clerk)
    row = desk.filing.list_rows.first()
    assert row is not None
    row.pk, row.filing = None, theirs
    row.save(force_insert=True)
    outcome = desk.save(f"indicators[{row.pk}].actual", "1人", row.squares["actual"])
    assert (outcome["status"], outcome["value"]) == ("refused", "1人")
    row.refresh_from_db()
    assert row.squares["actual"] == "2977人"


def test_a_page_from_before_the_paper_was_sent_and_came_back_is_too_old(desk: Desk) -> None:
    Filing.objects.filter(pk=desk.filing.pk).update(version=1)
    change = {"changes": [{"key": "executed.total", "value": "1", "was": ""}]}
    response = desk.post("save_squares", {**change, "page_read": "0"})
    assert (response.status_code, response.json()["error"]) == (409, "too_old")
    assert desk.value("executed.total") == ""
    assert desk.post("findings", {"page_read": "0"}).json()["error"] == "too_old"
    assert desk.post("save_squares", {**change, "page_read": "1"}).status_code == 200


@pytest.mark.parametrize("read", ["9" * 5000, 99999999, -1, True, "一", [1]])
def test_a_version_that_there_is_not_is_too_old(desk: Desk, read: object) -> None:
    Filing.objects.filter(pk=desk.filing.pk).update(version=1)
    change = {"changes": [{"key": "executed.total", "value": "1", "was": ""}], "page_read": read}
    response = desk.post("save_squares", change)
    assert (response.status_code, response.json()["error"]) == (409, "too_old")
    assert desk.value("executed.total") == ""


def test_another_units_form_is_not_there_to_be_saved(desk: Desk) -> None:
    stranger = at_desk(ClerkFactory.create(), desk.filing)
    change = {"changes": [{"key": "executed.total", "value": "1", "was": ""}]}
    assert stranger.post("save_squares", change).status_code == 404
    assert desk.value("executed.total") == ""


def test_findings_leave_room_for_saving(desk: Desk) -> None:
    with CHECKING:
        answer = desk.post("findings", {})
        assert (answer.status_code, answer["Retry-After"], answer.json()["error"]) == (503, "1", "busy")
        assert desk.save("goal_expected", "目标")["status"] == "saved"
    assert desk.post("findings", {}).status_code == 200
