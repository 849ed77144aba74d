"""豁免 on the screen: who sees which, what each page says, and what the lists cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from assessments.domain.funds import Fund
from assessments.domain.working_days import next_working_day
from assessments.models import Filing, Obligation, Waiver
from assessments.services.waivers import refuse
from portal import clock
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.accounts import (
    AuditorFactory,
    ClerkFactory,
    CountyFactory,
    FinanceUnitFactory,
    OfficeHeadFactory,
    UnitFactory,
)
from tests.factories.assessments import make_cycle, make_draft, make_obligation, make_ready, make_submitted
from tests.factories.waivers import WHY, make_faulty, make_request, make_waiver, run_out, today

LIST = reverse("assessments:waivers")
PAPERS = reverse("assessments:waiver_papers")
FUNDS = (Fund.RESIDENT_PENSION, Fund.WORK_INJURY)
#: Session, person; the seal's notices; cycles of the filter (and counties); how many, which.
UNIT_QUERIES, PREFECTURE_QUERIES = 6, 7
#: What the filing is checked with and the waivers of the paper; the same without the check; one waiver and its filing.
ASK_QUERIES, NEW_QUERIES, PAGE_QUERIES = 12, 6, 5


def get(client: Client, person: User, address: str) -> Any:
    client.force_login(person)
    return client.get(address)


def post(client: Client, person: User, address: str, **data: str) -> Any:
    client.force_login(person)
    return client.post(address, data)


def cost(client: Client, person: User, address: str, count: DjangoAssertNumQueries, most: int) -> None:
    """Opens the page as somebody whose act the session has noted already."""
    get(client, person, reverse("accounts:password"))
    with count(most):
        assert client.get(address).status_code == 200


def page_of(waiver: Waiver, act: str = "") -> str:
    return reverse(f"assessments:waiver_{act}" if act else "assessments:waiver", args=[waiver.pk])


def ask_at(owed: Obligation) -> str:
    return reverse("assessments:waiver_ask", args=[owed.pk])


def new_at(owed: Obligation) -> str:
    return reverse("assessments:waiver_new", args=[owed.pk])


def owed_more(scene: Scene) -> list[Obligation]:
    return [scene.obligation, *(make_obligation(scene.cycle, scene.clerk.unit, fund) for fund in FUNDS)]


def test_a_clerk_asks_from_the_filing_with_the_rule_chosen(client: Client, scene: Scene) -> None:
    filing = make_faulty(scene.obligation, scene.clerk)
    address = ask_at(scene.obligation)
    assertContains(get(client, scene.clerk, reverse("assessments:filing", args=[filing.pk])), f'href="{address}"')
    form = client.get(address, {"rule": "V07"}).context["form"]
    assert [value for value, _label in form.fields["rule"].choices] == ["", "V07"]
    assert form["rule"].value() == "V07"
    answer = client.post(address, {"rule": "V07", "reason": WHY})
    assert (answer.status_code, answer.headers["Location"]) == (302, LIST)
    waiver = Waiver.objects.get()
    assert (waiver.rule, waiver.asked_by, waiver.asked_reason) == ("V07", scene.clerk, WHY)


@pytest.mark.parametrize(
    ("rule", "reason", "said"),
    [
        ("", WHY, "请选择一条规则。"),
        ("V00", WHY, "请选择一条现在有检查结果的规则。"),
        ("V07", "", "请写明为什么这条规则不适用于本表。"),
        ("V07", "同上", "同上"),
    ],
)
def test_a_request_that_says_too_little_comes_back_as_typed(
    client: Client, scene: Scene, rule: str, reason: str, said: str
) -> None:
    make_faulty(scene.obligation, scene.clerk)
    answer = post(client, scene.clerk, ask_at(scene.obligation), rule=rule, reason=reason)
    assert (answer.status_code, Waiver.objects.count()) == (422, 0)
    assertContains(answer, said, status_code=422)
    assert (answer.context["form"]["rule"].value(), answer.context["form"]["reason"].value()) == (rule, reason)


def test_asking_again_says_that_it_was_asked(client: Client, scene: Scene) -> None:
    make_request(scene.obligation, scene.clerk)
    answer = post(client, scene.head, ask_at(scene.obligation), rule="V07", reason=WHY)
    assertContains(answer, "已经申请豁免规则 V07，正在等地区财政局批复，不用再申请。", status_code=422)


def test_a_filing_in_order_needs_no_waiver(client: Client, scene: Scene) -> None:
    make_ready(scene.obligation, scene.clerk)
    assertContains(get(client, scene.clerk, ask_at(scene.obligation)), "不需要豁免")


def test_what_is_not_with_the_unit_is_not_asked_for(client: Client, scene: Scene) -> None:
    assert get(client, scene.clerk, ask_at(scene.obligation)).headers["Location"] == reverse("assessments:tasks")
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    shown = reverse("assessments:filing", args=[filing.pk])
    assert get(client, scene.clerk, ask_at(scene.obligation)).headers["Location"] == shown
    assertNotContains(client.get(shown), ask_at(scene.obligation))


def test_the_office_head_grants_with_the_proposed_day(client: Client, scene: Scene) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    page = get(client, scene.office_head, page_of(waiver))
    proposed = page.context["grant"]["until"].value()
    assert proposed == max(next_working_day(today() + timedelta(days=30)), scene.obligation.due_day)
    data = {"grant-reason": WHY, "grant-until": proposed.isoformat()}
    assert client.post(page_of(waiver, "grant"), data).headers["Location"] == page_of(waiver)
    waiver.refresh_from_db()
    assert (waiver.state, waiver.approver, waiver.expires_on) == ("granted", scene.office_head, proposed)
    after = get(client, scene.office_head, page_of(waiver)).context
    assert [name for name in ("grant", "refuse", "revoke") if name in after] == ["revoke"]


@pytest.mark.parametrize("until", ["", "2026-13-01", "1999-01-01", "2000-01-01", "2100-12-31"])
def test_a_day_that_will_not_do_comes_back_with_the_reason_kept(client: Client, scene: Scene, until: str) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    data = {"grant-reason": WHY, "grant-until": until}
    answer = post(client, scene.office_head, page_of(waiver, "grant"), **data)
    assert answer.status_code == 422
    form = answer.context["grant"]
    assert (form["reason"].value(), form["until"].value(), bool(form.errors)) == (WHY, until, True)


def test_the_office_head_refuses_and_the_unit_reads_why(client: Client, scene: Scene) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    post(client, scene.office_head, page_of(waiver, "refuse"), **{"refuse-reason": "请按规则改正。"})
    page = get(client, scene.clerk, page_of(waiver))
    assertContains(page, "请按规则改正。")
    assertContains(page, "不予豁免")


def test_the_office_head_revokes(client: Client, scene: Scene) -> None:
    waiver = make_waiver(scene.obligation, scene.office_head)
    post(client, scene.office_head, page_of(waiver, "revoke"), **{"revoke-reason": "文件已废止。"})
    waiver.refresh_from_db()
    assert waiver.state == "revoked"
    assertContains(get(client, scene.head, page_of(waiver)), "文件已废止。")


def test_who_comes_too_late_is_told_and_keeps_the_words(client: Client, scene: Scene) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    refuse(waiver=waiver, reason=WHY, actor=scene.office_head, at=clock.now())
    data = {"grant-reason": "自治区文件另有规定。", "grant-until": next_working_day(today()).isoformat()}
    answer = post(client, scene.office_head, page_of(waiver, "grant"), **data)
    assertContains(answer, "这项申请刚由他人办理", status_code=422)
    assertContains(answer, "自治区文件另有规定。", status_code=422)


def test_the_office_head_waives_unasked(client: Client, scene: Scene) -> None:
    assertContains(get(client, scene.office_head, LIST), PAPERS)
    assertContains(client.get(PAPERS), new_at(scene.obligation))
    rules = [value for value, _label in client.get(new_at(scene.obligation)).context["form"].fields["rule"].choices]
    assert ("V00" in rules, "V07" in rules) == (False, True)
    data = {"rule": "V11", "reason": WHY, "until": next_working_day(today()).isoformat()}
    answer = client.post(new_at(scene.obligation), data)
    waiver = Waiver.objects.get()
    assert answer.headers["Location"] == page_of(waiver)
    assert (waiver.rule, waiver.state, waiver.asked_by) == ("V11", "granted", None)
    again = client.post(new_at(scene.obligation), data)
    assertContains(again, "规则 V11 已经豁免", status_code=422)


def test_an_admin_who_is_also_office_head_waives_from_the_cycle(client: Client, scene: Scene) -> None:
    address = reverse("assessments:cycle", args=[scene.cycle.pk])
    assertNotContains(get(client, scene.admin, address), new_at(scene.obligation))
    scene.admin.roles = ["business_admin", "office_head"]
    scene.admin.save()
    assertContains(get(client, scene.admin, address), new_at(scene.obligation))


def test_the_list_begins_with_what_waits_and_ends_with_what_is_over(client: Client, scene: Scene) -> None:
    one, two, three = owed_more(scene)
    make_request(two, scene.clerk)
    run_out(make_waiver(one, scene.office_head))
    make_waiver(three, scene.office_head)
    page = get(client, scene.office_head, LIST).context["page"]
    assert [waiver.standing for waiver in page] == ["asked", "granted", "expired"]


def test_filters_narrow_and_nonsense_narrows_nothing(client: Client, scene: Scene) -> None:
    one, two, _three = owed_more(scene)
    run_out(make_waiver(one, scene.office_head))
    make_request(two, scene.clerk)
    client.force_login(scene.reviewer)
    county = str(scene.clerk.unit.region_id)
    other = str(CountyFactory.create(parent=scene.cycle.prefecture).pk)
    narrowed = [
        [waiver.obligation_id for waiver in client.get(LIST, chosen).context["page"]]
        for chosen in (
            {"standing": "expired"},
            {"standing": "granted"},
            {"standing": "asked", "cycle": str(scene.cycle.pk), "region": county},
            {"region": other},
            {"standing": "x", "cycle": "x", "region": "\x00", "page": "x"},
        )
    ]
    assert narrowed == [[one.pk], [], [two.pk], [], [two.pk, one.pk]]
    assert [owed.pk for owed in get(client, scene.office_head, f"{PAPERS}?fund={two.fund}").context["page"]] == [two.pk]


def test_everyone_of_the_prefecture_and_the_unit_itself_read(client: Client, scene: Scene) -> None:
    waiver = make_waiver(scene.obligation, scene.office_head)
    auditor = AuditorFactory.create(unit=scene.office_head.unit)
    for person in (scene.clerk, scene.head, scene.reviewer, scene.office_head, scene.admin, auditor):
        assert [row.pk for row in get(client, person, LIST).context["page"]] == [waiver.pk]
        assertContains(client.get(page_of(waiver)), WHY)


def test_people_of_other_places_find_nothing(client: Client, scene: Scene) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    neighbour = UnitFactory.create(region=CountyFactory.create(parent=scene.cycle.prefecture))
    stranger = OfficeHeadFactory.create(unit=FinanceUnitFactory.create())
    for person in (ClerkFactory.create(unit=neighbour), stranger):
        assert list(get(client, person, LIST).context["page"]) == []
        assert client.get(page_of(waiver)).status_code == 404
    for act in ("grant", "refuse", "revoke"):
        assert client.post(page_of(waiver, act)).status_code == 404
    assert client.get(new_at(scene.obligation)).status_code == 404
    assert get(client, ClerkFactory.create(unit=neighbour), ask_at(scene.obligation)).status_code == 404


def test_the_prefecture_learns_nothing_of_a_draft(client: Client, scene: Scene) -> None:
    waiver = make_request(scene.obligation, scene.clerk)
    filing = Filing.objects.get()
    for person in (scene.office_head, scene.reviewer):
        page = get(client, person, page_of(waiver))
        assertContains(page, "完成值不是与目标同单位的实际数值")
        assertNotContains(page, "≥95%")
        assertNotContains(page, "请填实际完成的数")
        assertNotContains(page, reverse("assessments:filing", args=[filing.pk]))
    assertContains(get(client, scene.clerk, page_of(waiver)), reverse("assessments:filing", args=[filing.pk]))


def test_nothing_of_a_cycle_that_is_not_open_is_waived(client: Client, scene: Scene) -> None:
    planned = make_cycle(scene.cycle.prefecture, month=10, opened_at=None)
    owed = make_obligation(planned, scene.clerk.unit)
    assert get(client, scene.office_head, new_at(owed)).status_code == 404


def test_the_queue_tells_the_office_head_how_many_wait(client: Client, scene: Scene) -> None:
    one, two, three = owed_more(scene)
    make_request(one, scene.clerk)
    make_request(two, scene.clerk)
    make_waiver(three, scene.office_head)
    queue = reverse("reviews:queue")
    assert [get(client, who, queue).context["waivers"] for who in (scene.office_head, scene.reviewer)] == [2, 0]
    stranger = OfficeHeadFactory.create()
    assert get(client, stranger, queue).context["waivers"] == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(
    client: Client, scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for owed in owed_more(scene)[:rows]:
        make_request(owed, scene.clerk)
        make_waiver(owed, scene.office_head, "V11")
        run_out(make_waiver(owed, scene.office_head, "V10"))
    for person, most in ((scene.clerk, UNIT_QUERIES), (scene.office_head, PREFECTURE_QUERIES)):
        cost(client, person, LIST, django_assert_num_queries, most)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_of_one_paper_cost_the_same_for_one_and_for_three(
    client: Client, scene: Scene, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_draft(scene.obligation, scene.clerk, rows=rows)
    waiver = make_waiver(scene.obligation, scene.office_head, "V07")
    for rule in ("V10", "V11")[: rows - 1]:
        make_waiver(scene.obligation, scene.office_head, rule)
    for person, address, most in (
        (scene.clerk, ask_at(scene.obligation), ASK_QUERIES),
        (scene.office_head, new_at(scene.obligation), NEW_QUERIES),
        (scene.office_head, page_of(waiver), PAGE_QUERIES),
    ):
        cost(client, person, address, django_assert_num_queries, most)
