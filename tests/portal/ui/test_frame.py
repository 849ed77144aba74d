"""The frame of every screen, drawn for each role."""

import re

import pytest
from django.contrib import messages
from django.template.loader import render_to_string
from django.utils import translation

from portal.accounts.roles import Role
from portal.ui.navigation import links

from .conftest import Ask

pytestmark = pytest.mark.django_db

FORBIDDEN = re.compile(r"\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|<style", re.IGNORECASE)


@pytest.mark.parametrize("role", Role)
def test_the_frame_holds_nothing_that_the_policy_forbids(ask: Ask, role: Role) -> None:
    assert FORBIDDEN.findall(render_to_string("base.html", request=ask(role))) == []


@pytest.mark.parametrize("role", Role)
def test_each_role_is_offered_its_sections(ask: Ask, role: Role) -> None:
    html = render_to_string("base.html", request=ask(role))
    nav = re.search(r"<nav.*?</nav>", html, re.DOTALL)
    assert nav is not None
    assert re.findall(r'<a href="([^"]+)"', nav[0]) == [link.url for link in links(roles=[role.value], path="/")]


def test_a_stranger_is_offered_neither_sections_nor_a_way_out(ask: Ask) -> None:
    html = render_to_string("base.html", request=ask())
    assert ("<nav" in html, "data-drafts-of" in html) == (False, False)


def test_signing_out_names_whose_drafts_to_clear(ask: Ask) -> None:
    assert re.findall(r'data-drafts-of="(\d+)"', render_to_string("base.html", request=ask(Role.CLERK))) == ["7"]


@pytest.mark.parametrize(("code", "lang", "other"), [("zh-hans", "zh-CN", "en"), ("en", "en", "zh-hans")])
def test_the_page_says_its_language_and_offers_the_other(ask: Ask, code: str, lang: str, other: str) -> None:
    with translation.override(code):
        html = render_to_string("base.html", request=ask(Role.CLERK))
    assert re.findall(r'<html lang="([^"]+)"', html) == [lang]
    assert re.findall(r'name="language" value="([^"]+)"', html) == [other]


def test_messages_are_drawn_by_their_weight(ask: Ask) -> None:
    request = ask(Role.CLERK)
    messages.success(request, "已保存")
    messages.error(request, "没有保存")
    drawn = render_to_string("_messages.html", request=request)
    assert re.findall(r'class="(alert[^"]*)"', drawn) == ["alert ok", "alert err"]
