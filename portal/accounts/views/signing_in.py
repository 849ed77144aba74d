"""Signing in and out."""

from typing import Any

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from portal import clock
from portal.accounts import sessions
from portal.accounts.decorators import before_password_change
from portal.accounts.forms.signing_in import SignInAgainForm, SignInForm
from portal.accounts.models import User
from portal.accounts.requests import wants_json
from portal.accounts.services import signing_in
from portal.accounts.throttle import client_address, minutes_to_wait
from portal.ui.acts import acts_on
from portal.ui.errors import too_many_requests


class SignIn(LoginView):
    """The sign-in page; ``next`` is followed only within the portal."""

    authentication_form = SignInForm
    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds why the session has just ended, and where to go on: empty for an address outside the portal."""
        named = self.request.GET.get("ended", "")
        ended = sessions.Ending(named).label if named in sessions.Ending.values else ""
        return super().get_context_data(ended=ended, redirect_field_value=self.get_redirect_url(), **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Lets the person in."""
        _let_in(self.request, form.get_user())
        return HttpResponseRedirect(self.get_success_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        """Says the same whatever was wrong."""
        _note_failure(self.request, form)
        return super().form_invalid(form)


@sensitive_post_parameters("password")
@never_cache
@login_not_required
@require_POST
def sign_in_again(request: HttpRequest) -> JsonResponse:
    """Takes a page up again whose session ended, without leaving it: the same person signs in and gets a new token.

    Form fields ``username``, ``password``, ``resuming``. 200 ``{"csrf_token"}``; 409 ``other_person``; 422 ``refused``;
    429 ``too_often`` with ``minutes``.
    """
    form = SignInAgainForm(request, data=request.POST)
    if form.is_other_person():
        message = _("这一页的内容属于登录名“%(name)s”，请用它登录；要换人，请先另开一页。") % {
            "name": request.POST.get("resuming", "")
        }
        return JsonResponse({"error": "other_person", "message": message}, status=409)
    if not form.is_valid():
        _note_failure(request, form)
        message = " ".join(str(message) for messages in form.errors.values() for message in messages)
        return JsonResponse({"error": "refused", "message": message}, status=422)
    _let_in(request, form.get_user())
    return JsonResponse({"csrf_token": get_token(request)})


@acts_on("home")
@before_password_change
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session; the page's own script clears what it kept for this person in the browser."""
    assert isinstance(request.user, User)
    signing_in.note_sign_out(person=request.user, address=client_address(request), at=clock.now())
    logout(request)
    request.ending = sessions.Ending.SIGNED_OUT  # type: ignore[attr-defined]
    return redirect("accounts:login")


def locked_out(request: HttpRequest, original: HttpResponse, credentials: dict[str, str] | None = None) -> HttpResponse:
    """The throttle's answer instead of ``original``: how many minutes to wait (429), whoever is asked about."""
    username = (credentials or {}).get("username", "")
    minutes = minutes_to_wait(username=username, address=client_address(request), at=timezone.now())
    if not wants_json(request):
        return too_many_requests(request, minutes=minutes)
    message = _("操作太频繁，请 %(minutes)d 分钟后再试。") % {"minutes": minutes}
    answer = JsonResponse({"error": "too_often", "message": message, "minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer


def _let_in(request: HttpRequest, person: User) -> None:
    login(request, person)
    sessions.begin(request.session, at=timezone.now())
    signing_in.note_sign_in(person=person, address=client_address(request), at=clock.now())


def _note_failure(request: HttpRequest, form: SignInForm) -> None:
    """Writes a refused attempt down, unless it was refused unread (locked) or had an empty field."""
    if getattr(request, "axes_failures_since_start", None) is None:
        return
    signing_in.note_failure(username=form.cleaned_data["username"], address=client_address(request), at=clock.now())
