"""The sections of the top bar."""

import pytest

from portal.accounts.roles import Role
from portal.ui.navigation import SECTIONS, Section, links


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.url_name)
def test_every_section_has_a_page(section: Section) -> None:
    assert section.url() is not None


@pytest.mark.parametrize("role", Role)
def test_everyone_has_a_section(role: Role) -> None:
    assert [section for section in SECTIONS if role in section.roles] != []


def test_nobody_sees_nothing() -> None:
    assert links(roles=[], path="/") == []


def test_a_section_without_a_page_has_no_address() -> None:
    assert Section("", "nowhere:list", frozenset(Role)).url() is None


def test_the_page_says_which_section_it_belongs_to() -> None:
    drawn = links(roles=[Role.REVIEWER.value], path="/", section="reviews:sheets")
    sheets = Section("", "reviews:sheets", frozenset()).url()
    assert [link.url for link in drawn if link.current] == [sheets]


def test_a_page_below_a_section_belongs_to_it() -> None:
    users = Section("", "accounts:users", frozenset()).url()
    drawn = links(roles=[Role.BUSINESS_ADMIN.value], path=f"{users}7/")
    assert [link.url for link in drawn if link.current] == [users]
