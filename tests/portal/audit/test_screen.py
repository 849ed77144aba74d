"""The record on the screen."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from portal.accounts.models import User
from portal.audit import services, views
from portal.audit.models import Entry
from portal.audit.services import record
from tests.factories.accounts import AuditorFactory, ClerkFactory, CountyFactory, UnitFactory
from tests.portal.audit.lines import written

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 4, 5, tzinfo=UTC)


@pytest.fixture
def auditor() -> User:
    return AuditorFactory.create()


@pytest.fixture
def signed_in(client: Client, auditor: User) -> Client:
    client.force_login(auditor)
    client.get(reverse("audit:entries"))
    return client


def clerk_of(auditor: User, **facts: Any) -> User:
    return ClerkFactory.create(
        unit=UnitFactory.create(region=CountyFactory.create(parent=auditor.unit.region)), **facts
    )


def shown(client: Client, **filters: str) -> list[Entry]:
    response = client.get(reverse("audit:entries"), filters)
    return [line["entry"] for line in response.context["lines"]]


def test_an_auditor_reads_lines_of_the_own_prefecture_newest_first(signed_in: Client, auditor: User) -> None:
    clerk, stranger = clerk_of(auditor), ClerkFactory.create()
    first = written(actor=clerk, verb="signed_in", subject_kind="user", subject_id=1, at=AT)
    record(actor=stranger, verb="signed_in", subject_kind="user", subject_id=2, at=AT)
    record(actor=None, verb="sign_in_failed", subject_kind="user", subject_id="", at=AT)
    second = written(actor=auditor, verb="signed_in", subject_kind="user", subject_id=3, at=AT)
    assert shown(signed_in) == [second, first]


def test_days_are_beijing_days_and_both_included(signed_in: Client, auditor: User) -> None:
    times = [
        "2026-02-28T15:59:59+00:00",
        "2026-02-28T16:00:00+00:00",
        "2026-03-01T15:59:59+00:00",
        "2026-03-01T16:00+00:00",
    ]
    lines = [
        written(actor=auditor, verb="x", subject_kind="y", subject_id=1, at=datetime.fromisoformat(time))
        for time in times
    ]
    assert shown(signed_in, since="2026-03-01", until="2026-03-01") == [lines[2], lines[1]]


def test_lines_are_narrowed_by_act_and_by_person(signed_in: Client, auditor: User) -> None:
    clerk = clerk_of(auditor, full_name="阿依努尔", username="tashi-clerk")
    wanted = written(actor=clerk, verb="signed_in", subject_kind="user", subject_id=1, at=AT)
    record(actor=clerk, verb="signed_out", subject_kind="user", subject_id=1, at=AT)
    record(actor=auditor, verb="signed_in", subject_kind="user", subject_id=1, at=AT)
    assert shown(signed_in, verb="signed_in", person="依努") == [wanted]
    assert shown(signed_in, verb="signed_in", person="TASHI") == [wanted]


def test_a_filter_that_cannot_be_read_says_so_and_filters_nothing(signed_in: Client, auditor: User) -> None:
    line = written(actor=auditor, verb="signed_in", subject_kind="user", subject_id=1, at=AT)
    response = signed_in.get(reverse("audit:entries"), {"since": "三月", "verb": "none-such"})
    assert [entry["entry"] for entry in response.context["lines"]] == [line]
    assert set(response.context["form"].errors) == {"since", "verb"}


def test_an_end_before_the_beginning_is_named(signed_in: Client) -> None:
    response = signed_in.get(reverse("audit:entries"), {"since": "2026-03-02", "until": "2026-03-01"})
    assert response.context["form"].errors == {"until": ["结束日期早于开始日期，请改正。"]}


def test_details_are_shown_escaped(signed_in: Client, auditor: User) -> None:
    details = {"before": {"full_name": "<script>"}, "roles": ["clerk", "head"]}
    record(actor=auditor, verb="user_changed", subject_kind="user", subject_id=1, at=AT, details=details)
    page = signed_in.get(reverse("audit:entries")).content.decode()
    assert "&lt;script&gt;" in page
    assert "填报员、单位负责人" in page
    assert "修改用户" in page


@pytest.mark.parametrize("lines", [1, 3])
def test_a_page_costs_the_same_queries_for_any_number_of_lines(
    signed_in: Client, auditor: User, django_assert_num_queries: DjangoAssertNumQueries, lines: int
) -> None:
    for number in range(lines):
        record(actor=clerk_of(auditor), verb="signed_in", subject_kind="user", subject_id=number, at=AT)
    with django_assert_num_queries(5):
        assert len(shown(signed_in)) == lines


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_the_calendar_does_not_reach_beyond_filters_nothing(
    signed_in: Client, auditor: User, day: str
) -> None:
    record(actor=auditor, verb="sign_in", subject_kind="user", subject_id=auditor.pk, at=AT)
    assert len(shown(signed_in, since=day)) == len(shown(signed_in, until=day)) == len(shown(signed_in))


def test_a_subject_is_called_by_its_name(signed_in: Client, auditor: User) -> None:
    clerk = clerk_of(auditor, full_name="阿依努尔")
    for kind, pk in (("user", clerk.pk), ("unit", clerk.unit_id), ("user", 0), ("user", "x")):
        record(actor=auditor, verb="user_changed", subject_kind=kind, subject_id=pk, at=AT)
    subjects = [line["subject"] for line in signed_in.get(reverse("audit:entries")).context["lines"]]
    assert subjects == ["用户 x", "用户 0", f"单位 {clerk.unit.name}", "用户 阿依努尔"]


def test_the_chain_is_checked_on_the_page(signed_in: Client, auditor: User) -> None:
    address = reverse("audit:check")
    assert "还没有检查" in signed_in.get(address).content.decode()
    signed_in.post(address)
    assert "没有记录可查" in signed_in.get(address).content.decode()
    lines = [written(actor=auditor, verb="x", subject_kind="y", subject_id=1, at=AT) for _time in range(3)]
    assert signed_in.post(address)["Location"] == address
    page = signed_in.get(address).content.decode()
    assert ("记录逐条相连，没有改动" in page, lines[-1].digest in page) == (True, True)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_entry SET verb = 'z' WHERE id = %s", [lines[1].pk])
    signed_in.post(address)
    page = signed_in.get(address).content.decode()
    assert ("有 1 条记录对不上" in page, "没有改动" in page) == (True, False)


def test_a_long_chain_is_checked_a_part_at_a_time(
    signed_in: Client, auditor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "CHUNK", 2)
    monkeypatch.setattr(views, "CHECK_SECONDS", 0.0)
    for _time in range(5):
        record(actor=auditor, verb="x", subject_kind="y", subject_id=1, at=AT)
    seen = []
    for data in ({}, {"more": "1"}, {"more": "1"}, {}):
        signed_in.post(reverse("audit:check"), data)
        page = signed_in.get(reverse("audit:check"))
        seen.append((page.context["report"].lines, "没有改动" in page.content.decode()))
    assert seen == [(2, False), (4, False), (5, True), (2, False)]
