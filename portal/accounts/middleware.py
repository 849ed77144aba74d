"""The person that a request comes from, the session's end, and the gate in front of every view."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from portal.accounts import sessions
from portal.accounts.requests import wants_json
from portal.accounts.whose_page import other_person, owner_of_page

View = Callable[..., HttpResponseBase]
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class WhosePageMiddleware:
    """Does nothing in the name of who is signed in now that a page of somebody else asks for.

    It stands before the check of the token, which changes with the person and could only say that the page is old.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        """None lets the request in; what is open to strangers is done in nobody's name."""
        if request.method in SAFE or not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return None
        owner = owner_of_page(request)
        return other_person(request, owner) if owner else None


class SessionPolicyMiddleware:
    """Ends sessions that are over, which views marked ``keeps_idle`` do not prolong; keeps pages out of caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was = sessions.person_in(request.session)
        ending = None
        if not request.user.is_authenticated:
            ending = sessions.why_nobody(request, was=was)
        elif ending := sessions.limit_passed(request.session, at=timezone.now()):
            logout(request)
        request.ending = ending  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        _remember_ending(request, response)
        return response

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> None:
        """Notes the act of a person who is signed in."""
        if request.user.is_authenticated and not getattr(view, "keeps_idle", False):
            sessions.note_act(request.session, at=timezone.now())


def _remember_ending(request: HttpRequest, response: HttpResponse) -> None:
    """Keeps in the browser why its session ended, for the sign-in page; forgets it when somebody signs in."""
    ending: sessions.Ending | None = request.ending  # type: ignore[attr-defined]
    kept = request.COOKIES.get(sessions.LEFT, "")
    if request.user.is_authenticated:
        if kept:
            response.delete_cookie(sessions.LEFT, samesite="Lax")
    elif ending and ending.value != kept:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(sessions.LEFT, ending.value, secure=secure, httponly=True, samesite="Lax")


class GateMiddleware:
    """Closes every view to strangers, and all but a few to a person who has yet to change the first password.

    A page is sent where it can be mended; a script gets JSON: 401 ``session_ended``, 403 ``password_change_required``.
    Views marked with Django's ``login_not_required`` stay open.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        """None lets the request in."""
        if not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return _sign_in_first(request)
        if request.user.must_change_password and not getattr(view, "before_password_change", False):
            return _password_first(request)
        return None


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """Where a stranger is sent; only a page that was read is worth coming back to."""
    ending: sessions.Ending | None = request.ending  # type: ignore[attr-defined]
    if wants_json(request):
        message = ending.label if ending else _("登录已结束，请重新登录；已填的内容还在。")
        return JsonResponse({"error": "session_ended", "message": message}, status=401)
    query = {"next": request.get_full_path()} if request.method in ("GET", "HEAD") else {}
    if ending:
        query["ended"] = ending.value
    return HttpResponseRedirect(f"{reverse('accounts:login')}{'?' if query else ''}{urlencode(query)}")


def _password_first(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        message = _("请先修改初始密码。")
        return JsonResponse({"error": "password_change_required", "message": message}, status=403)
    return HttpResponseRedirect(reverse("accounts:password"))
