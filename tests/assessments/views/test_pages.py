"""The unit's pages and the admin's: what they say, to whom, and what they cost."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.domain.workflow import State
from assessments.models import Cycle, Extension, Filing, Move
from assessments.services.moves import move
from assessments.views.cycles import PAGE_SIZE
from portal.accounts.models import User
from portal.audit.models import Entry
from portal.clock import BEIJING
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation, make_ready, make_submitted

FUNDS = (Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
TASKS_QUERIES = 18
FILINGS_QUERIES = 7


def signed_in(client: Client, person: User) -> Client:
    client.force_login(person)
    return client


def cost(client: Client, address: str, count: DjangoAssertNumQueries, most: int) -> None:
    client.get(reverse("accounts:password"))
    with count(most):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_task_list_costs_the_same_for_one_and_for_three(
    client: Client, scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    owed = [scene.obligation, *(make_obligation(scene.cycle, scene.clerk.unit, fund) for fund in FUNDS)]
    for obligation in owed[:rows]:
        make_draft(obligation, scene.clerk, rows=rows)
    for obligation in owed[rows:]:
        obligation.delete()
    cost(signed_in(client, scene.clerk), reverse("assessments:tasks"), django_assert_num_queries, TASKS_QUERIES)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_filings_costs_the_same_for_one_and_for_three(
    client: Client, scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    owed = [scene.obligation, *(make_obligation(scene.cycle, scene.clerk.unit, fund) for fund in FUNDS)]
    for obligation in owed[:rows]:
        make_draft(obligation, scene.clerk)
    cost(signed_in(client, scene.clerk), reverse("assessments:filings"), django_assert_num_queries, FILINGS_QUERIES)


def test_starting_a_filing_opens_it(client: Client, scene: Scene) -> None:
    response = signed_in(client, scene.clerk).post(reverse("assessments:start", args=[scene.obligation.pk]))
    filing = Filing.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, reverse("assessments:edit", args=[filing.pk]))
    assert loaded(filing).squares.get(key="reporting_unit").raw == scene.clerk.unit.name


def test_starting_twice_makes_one_filing(client: Client, scene: Scene) -> None:
    signed_in(client, scene.clerk)
    for _ in range(2):
        client.post(reverse("assessments:start", args=[scene.obligation.pk]))
    assert Filing.objects.count() == 1


def test_a_cycle_that_is_not_open_yet_is_not_started(client: Client, scene: Scene) -> None:
    Cycle.objects.update(opens_at=NOW.replace(year=2090), due_at=NOW.replace(year=2091))
    signed_in(client, scene.clerk).post(reverse("assessments:start", args=[scene.obligation.pk]))
    assert Filing.objects.count() == 0


def test_the_head_submits_with_the_password(client: Client, scene: Scene) -> None:
    scene.head.set_password("right-password-1")
    scene.head.save()
    filing = move(filing=make_ready(scene.obligation, scene.clerk), name="send_to_head", actor=scene.clerk, at=NOW)
    address = reverse("assessments:move", args=[filing.pk, "submit"])
    refused = signed_in(client, scene.head).post(address, {"password": "wrong"})
    assert (refused.status_code, loaded(filing).state) == (422, State.PENDING_HEAD)
    accepted = client.post(address, {"password": "right-password-1"})
    assert (accepted.status_code, loaded(filing).state) == (302, State.SUBMITTED)


def test_what_was_done_is_told_once_after_a_form_that_was_kept(client: Client, scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    handing_back = reverse("assessments:move", args=[filing.pk, "hand_back"])
    given = {"reason": "请核对。", "kept_as": "form:/filings/1/check/"}
    answer = signed_in(client, scene.head).post(handing_back, given)
    assert answer.cookies["kept_as"].value == "form%3A%2Ffilings%2F1%2Fcheck%2F"
    assert [client.get(answer.headers["Location"]).content.decode().count("已退回经办人。") for _ in "ab"] == [1, 0]


def test_the_check_page_names_what_is_missing(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=1)
    page = signed_in(client, scene.clerk).get(reverse("assessments:check", args=[filing.pk]))
    assertContains(page, "还没有填的格子")
    assertContains(page, "二 · 执行数")


def test_the_prefecture_reads_what_was_submitted_not_what_is_typed_since(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    Filing.objects.filter(pk=filing.pk).update(state=State.RETURNED)
    filing.squares.filter(key="goal_expected").update(raw="还没有报送的话")
    page = signed_in(client, scene.reviewer).get(reverse("assessments:filing", args=[filing.pk]))
    assert page.content.decode().count("还没有报送的话") == 0
    assertContains(page, "确保按时足额发放养老金。")


def test_what_was_withdrawn_the_prefecture_no_longer_reads(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    addresses = [reverse(name, args=[filing.pk]) for name in ("assessments:filing", "reviews:review")]
    signed_in(client, scene.reviewer)
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    move(filing=filing, name="withdraw", actor=scene.head, at=NOW)
    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_a_business_admin_calls_for_papers(client: Client, scene: Scene) -> None:
    signed_in(client, scene.admin)
    data = {
        "kind": "self_assessment",
        "year": "2026",
        "month": "",
        "edition": "self-assessment-2022",
        "rule_set": "2026-2",
        "first_day": "2027-01-04",
        "last_day": "2027-02-26",
    }
    client.post(reverse("assessments:cycle_create"), data)
    cycle = Cycle.objects.get(kind="self_assessment")
    assert cycle.due_at.astimezone(BEIJING).isoformat() == "2027-02-27T00:00:00+08:00"
    bureau = scene.clerk.unit
    client.post(reverse("assessments:cycle_assign", args=[cycle.pk]), {"owed": [f"{bureau.pk}:GOV_PENSION"]})
    client.post(reverse("assessments:cycle_issue", args=[cycle.pk]))
    cycle.refresh_from_db()
    assert cycle.opened_at is not None
    assert [(item.unit, item.fund) for item in cycle.obligations.all()] == [(bureau, "GOV_PENSION")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("month", ""),
        ("month", "13"),
        ("edition", "self-assessment-2022"),
        ("last_day", "2026-09-01"),
        ("year", "20260"),
    ],
)
def test_a_cycle_that_does_not_fit_is_refused_at_its_field(
    client: Client, scene: Scene, field: str, value: str
) -> None:
    data = {
        "kind": "monitoring_report",
        "year": "2026",
        "month": "6",
        "edition": "monitoring-2020",
        "rule_set": "2026-2",
        "first_day": "2026-10-01",
        "last_day": "2026-10-15",
    }
    page = signed_in(client, scene.admin).post(reverse("assessments:cycle_create"), data | {field: value})
    assert (page.status_code, field in page.context["form"].errors) == (422, True)
    assert Cycle.objects.count() == 1


def test_a_new_cycle_asks_for_its_kind_in_words(client: Client, scene: Scene) -> None:
    page = signed_in(client, scene.admin).get(reverse("assessments:cycle_create"))
    assertContains(page, '<option value="" selected>请选择种类</option>', html=True)
    assertNotContains(page, "---------")


def test_the_same_cycle_twice_is_refused(client: Client, scene: Scene) -> None:
    data = {
        "kind": "monitoring_report",
        "year": "2026",
        "month": "9",
        "edition": "monitoring-2020",
        "rule_set": "2026-2",
        "first_day": "2026-10-01",
        "last_day": "2026-10-15",
    }
    page = signed_in(client, scene.admin).post(reverse("assessments:cycle_create"), data)
    assert (page.status_code, Cycle.objects.count()) == (422, 1)


def test_a_unit_with_a_started_paper_stays_assigned(client: Client, scene: Scene) -> None:
    make_draft(scene.obligation, scene.clerk)
    signed_in(client, scene.admin).post(reverse("assessments:cycle_assign", args=[scene.cycle.pk]), {})
    assert scene.cycle.obligations.count() == 1


def test_an_extension_needs_a_reason(client: Client, scene: Scene) -> None:
    signed_in(client, scene.admin)
    address = reverse("assessments:extend", args=[scene.obligation.pk])
    assert client.post(address, {"day": "2026-10-30", "reason": " "}).status_code == 422
    assert client.post(address, {"day": "2026-10-30", "reason": "系统升级"}).status_code == 302
    scene.obligation.refresh_from_db()
    assert (scene.obligation.due_day, Extension.objects.count()) == (date(2026, 10, 30), 1)


def test_the_deadline_of_an_opened_cycle_needs_a_reason_which_is_recorded(client: Client, scene: Scene) -> None:
    signed_in(client, scene.admin)
    address = reverse("assessments:cycle_change", args=[scene.cycle.pk])
    first = scene.cycle.opens_at.astimezone(BEIJING).date().isoformat()
    days = {"first_day": first, "last_day": "2026-10-30"}
    page = client.post(address, days | {"reason": " "})
    assert (page.status_code, page.context["form"].errors) == (422, {"reason": ["请写明调整期限的理由。"]})
    assert client.post(address, days | {"reason": "系统升级"}).status_code == 302
    details = Entry.objects.filter(verb="change_cycle").values_list("details", flat=True).get()
    assert (details["reason"], details["before"]) == ("系统升级", {"due_at": scene.cycle.due_at.isoformat()})
    assert client.post(address, days).status_code == 302


@pytest.mark.parametrize(
    ("state", "offered"), [("draft", ("继续填报", "看检查结果")), ("pending_head", ("看检查结果", "检查并报送"))]
)
def test_the_first_button_is_what_the_person_can_do(
    client: Client, scene: Scene, state: str, offered: tuple[str, str]
) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    if state == "pending_head":
        move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    words = ("继续填报", "检查并报送", "看检查结果")
    for person, wanted in zip((scene.clerk, scene.head), offered, strict=True):
        page = signed_in(client, person).get(reverse("assessments:filing", args=[filing.pk])).content.decode()
        assert [word for word in words if word in page] == [wanted]


def test_what_was_handed_back_is_not_ready_before_it_was_changed(client: Client, scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    move(filing=loaded(filing), name="hand_back", actor=scene.head, at=NOW, reason="请核对参保人数。")
    page = signed_in(client, scene.clerk).get(reverse("assessments:tasks"))
    assertContains(page, f"{scene.head} 退回：请核对参保人数。")
    assertNotContains(page, "可以送审")
    Filing.objects.update(saved_at=NOW + timedelta(minutes=1))
    assertContains(client.get(reverse("assessments:tasks")), "可以送审")


def test_what_the_prefecture_has_is_not_overdue(client: Client, scene: Scene) -> None:
    make_submitted(scene.obligation, scene.clerk, scene.head)
    Cycle.objects.update(opens_at=NOW - timedelta(days=700), due_at=NOW - timedelta(days=600))
    page = signed_in(client, scene.clerk).get(reverse("assessments:tasks"))
    assertContains(page, "已全部报送")
    assertNotContains(page, "已逾期")


def test_news_say_of_which_cycle_and_lead_to_the_paper(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    filing = move(filing=filing, name="withdraw", actor=scene.head, at=NOW)
    page = signed_in(client, scene.clerk).get(reverse("assessments:tasks")).content.decode()
    feed = page[page.index('class="feed"') :]
    assert feed.count(f'href="{reverse("assessments:filing", args=[filing.pk])}"') == 3
    assert feed.count(scene.cycle.name) == 3
    assert re.findall(r"#i-(\w+)", feed[: feed.index("</ul>")]) == ["pen", "send", "pen"]


def test_an_empty_form_counts_nothing_as_passed(client: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk)
    signed_in(client, scene.clerk)
    for name in ("edit", "check"):
        page = client.get(reverse(f"assessments:{name}", args=[filing.pk]))
        assertContains(page, "还没有填，填了就检查")
        assertNotContains(page, "通过 ")


def test_the_clerk_reads_why_the_form_came_back(client: Client, scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    move(filing=filing, name="send_to_head", actor=scene.clerk, at=NOW)
    move(filing=loaded(filing), name="hand_back", actor=scene.head, at=NOW, reason="请核对参保人数。")
    for address in (reverse("assessments:edit", args=[filing.pk]), reverse("assessments:tasks")):
        assertContains(signed_in(client, scene.clerk).get(address), "请核对参保人数。")


def test_reasons_and_measures_are_read_where_the_table_is_only_read(client: Client, scene: Scene) -> None:
    filing = make_ready(scene.obligation, scene.clerk)
    words = {"deviation_reason": "系统升级期间等候较久。", "corrective_measure": "已增设窗口。"}
    filing.list_rows.update(squares=words)
    for name in ("filing", "check"):
        response = signed_in(client, scene.clerk).get(reverse(f"assessments:{name}", args=[filing.pk]))
        assertContains(response, words["deviation_reason"])
        assertContains(response, words["corrective_measure"])


def test_what_happens_inside_the_prefecture_is_not_told_to_the_unit(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    said = "加分理由不足，请复核。"
    states = {"source": State.SCORED, "target": State.IN_REVIEW}
    Move.objects.create(filing=filing, name="refuse", actor=scene.office_head, at=NOW, reason=said, version=1, **states)
    address = reverse("assessments:filing", args=[filing.pk])
    for page in (address, reverse("assessments:tasks")):
        assertNotContains(signed_in(client, scene.clerk).get(page), said)
    assertContains(signed_in(client, scene.reviewer).get(address), said)


def test_a_fund_pooled_above_the_county_is_not_asked_of_it(client: Client, scene: Scene) -> None:
    bureau = scene.clerk.unit
    data = {"owed": [f"{bureau.pk}:{Fund.GOV_PENSION}", f"{bureau.pk}:{Fund.WORK_INJURY}"]}
    signed_in(client, scene.admin).post(reverse("assessments:cycle_assign", args=[scene.cycle.pk]), data)
    assert [item.fund for item in scene.cycle.obligations.all()] == [Fund.GOV_PENSION]


def test_cycles_are_turned_over_with_their_counts(client: Client, scene: Scene) -> None:
    make_submitted(scene.obligation, scene.clerk, scene.head)
    for year in range(2000, 2000 + PAGE_SIZE):
        make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=year, at=NOW.replace(year=year))
    first, second = (signed_in(client, scene.admin).get(reverse("assessments:cycles"), {"page": n}) for n in (1, 2))
    newest, *_others = first.context["cycles"]
    assert (newest, newest.owed, newest.received) == (scene.cycle, 1, 1)
    assert [cycle.year for cycle in second.context["cycles"]] == [2000]
    assertContains(second, f"第 2 / 2 页，共 {PAGE_SIZE + 1} 个批次")
