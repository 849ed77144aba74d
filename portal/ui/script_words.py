"""The words of the scripts in the screen's language, at an address that changes with them: a browser keeps them."""

from functools import cache
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.i18n import JavaScriptCatalog

YEAR = 365 * 24 * 3600


def address() -> str:
    """The address of the words of the active language."""
    return f"{reverse('jsi18n')}?v={_stamp(_catalogue(translation.get_language()))}"


def script_words(request: HttpRequest) -> HttpResponse:
    """The words as a script; another version than the one that is asked for, as beside an update, is not kept."""
    words = _catalogue(translation.get_language())
    response = HttpResponse(words, content_type="text/javascript; charset=utf-8")
    if request.GET.get("v") == _stamp(words):
        patch_cache_control(response, private=True, max_age=YEAR, immutable=True)
    return response


@cache
def _catalogue(language: str) -> bytes:
    with translation.override(language):
        return JavaScriptCatalog().get(HttpRequest()).content


@cache
def _stamp(words: bytes) -> str:
    return sha256(words).hexdigest()[:12]
