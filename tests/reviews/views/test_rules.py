"""勾稽规则: every rule with its examples, narrowed by what the address asks for, in the reader's language."""

from collections.abc import Iterable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from reviews.rendering.rules_page import RuleSection
from reviews.services.rulebook import chapters
from tests.factories.accounts import ClerkFactory

RULES = reverse("reviews:rules")
#: Session, person; the clock; a first request also notes its act in the session.
QUERIES = 3

pytestmark = pytest.mark.django_db


def shown(client: Client, **asked: str) -> list[str]:
    sections: Iterable[RuleSection] = client.get(RULES, asked).context["sections"]
    return [section.id for section in sections if section.shown]


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(ClerkFactory.create())
    return client


def test_every_rule_stands_there_under_its_number_with_what_the_portal_says(reader: Client) -> None:
    page = reader.get(RULES).content.decode()
    assert [number for number in range(30) if f'id="V{number:02}"' not in page] == []
    assert page.count("data-rule-part") == sum(len(chapter.entries) for chapter in chapters())
    assert "10471 ÷ 10526 = 99.48%" in page


def test_words_must_all_occur_in_one_part_whatever_their_case(reader: Client) -> None:
    assert shown(reader, q="滚存 上年报告") == ["V19"]
    assert shown(reader, q="v07") == ["V07"]
    assert shown(reader, q="没有这样的话") == []


def test_severity_and_rule_set_narrow_too(reader: Client) -> None:
    assert shown(reader, severity="notice") == ["V29"]
    assert shown(reader, severity="notice", rule_set="2026-1") == []
    assert len(shown(reader, rule_set="2026-2")) == 30


@pytest.mark.parametrize("asked", [{"severity": "grave"}, {"rule_set": "1999-1"}, {"q": "字" * 101}])
def test_what_is_no_choice_narrows_nothing(reader: Client, asked: dict[str, str]) -> None:
    assert len(shown(reader, **asked)) == 30


def test_what_does_not_fit_is_hidden_with_its_link_and_nothing_found_is_said(reader: Client) -> None:
    page = reader.get(RULES, {"q": "没有这样的话"}).content.decode()
    assert page.count("data-rule-part") == page.count("hidden>\n  <h3>")
    assert "data-rules-none>" in page
    assert "data-rules-none hidden>" in reader.get(RULES).content.decode()


def test_the_page_costs_the_same_however_much_it_shows(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get(RULES)
    for asked in ({}, {"q": "V07"}):
        with django_assert_num_queries(QUERIES):
            reader.get(RULES, asked)
