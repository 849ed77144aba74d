"""The language of the screens: Chinese, unless the person has chosen another."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class ChosenLanguage:
    """Speaks the language of the cookie that the language switch sets; what a browser prefers does not count."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def official_language() -> AbstractContextManager[None]:
    """While it is entered, words are Chinese: for what is stored or printed, whoever's screen it comes from."""
    return translation.override(settings.LANGUAGE_CODE)
