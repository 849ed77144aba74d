"""Chinese unless a person chose English; what is stored stays Chinese."""

import re

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from portal.ui.language import official_language
from portal.ui.script_words import address, script_words

CHINESE, ENGLISH = ("zh-hans", ["登录绩效直报"]), ("en", ["Sign in to Performance Filing"])


def sign_in_page(client: Client) -> tuple[str, list[str]]:
    """The language that the page says it is in, and its heading."""
    response = client.get(reverse("accounts:login"), headers={"accept-language": "en"})
    return response["Content-Language"], re.findall(r"<h1>(.*?)</h1>", response.content.decode())


@pytest.mark.django_db
def test_a_page_is_chinese_whatever_the_browser_prefers(client: Client) -> None:
    assert sign_in_page(client) == CHINESE


@pytest.mark.django_db
def test_a_page_is_english_for_those_who_chose_it(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert sign_in_page(client) == ENGLISH


@pytest.mark.django_db
def test_a_language_that_we_do_not_speak_is_chinese(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    assert sign_in_page(client) == CHINESE


@pytest.mark.django_db
def test_the_switch_is_remembered(client: Client) -> None:
    client.post(reverse("set_language"), {"language": "en"})
    assert sign_in_page(client) == ENGLISH


@pytest.mark.parametrize(("language", "said"), [("en", "Saving…"), ("zh-hans", None)])
def test_scripts_get_their_words(rf: RequestFactory, language: str, said: str | None) -> None:
    with translation.override(language):
        response = script_words(rf.get("/jsi18n/"))
    found = re.search(r'"\\u6b63\\u5728\\u4fdd\\u5b58\\u2026": "(.*?)"', response.content.decode())
    assert (found and found[1].encode().decode("unicode_escape")) == said


def test_a_browser_keeps_the_words_of_a_language_under_the_address_that_tells_them(rf: RequestFactory) -> None:
    with translation.override("en"):
        english = address()
        kept = script_words(rf.get(english)).headers["Cache-Control"]
    with translation.override("zh-hans"):
        assert address() != english
        assert "Cache-Control" not in script_words(rf.get(english)).headers
    assert kept == "private, max-age=31536000, immutable"


def test_what_is_stored_is_chinese_on_an_english_screen() -> None:
    with translation.override("en"):
        with official_language():
            stored = gettext("自评表")
        assert (stored, gettext("自评表")) == ("自评表", "Self-assessment")
