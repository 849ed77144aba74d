"""The acts of an administrator on somebody's account: one button each."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.models import User
from portal.accounts.queries import people_visible_to
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.accounts.services import people
from portal.ui.acts import acts_on, told


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:user", "pk")
def user_disable(request: SignedInRequest, pk: int) -> HttpResponse:
    """Shuts a person out at once."""
    person = get_object_or_404(people_visible_to(request.user), pk=pk)
    return _act(request, person, people.disable_person, _("已停用%(name)s，登录已结束。"))


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:user", "pk")
def user_enable(request: SignedInRequest, pk: int) -> HttpResponse:
    """Lets a person in again."""
    person = get_object_or_404(people_visible_to(request.user), pk=pk)
    return _act(request, person, people.enable_person, _("已启用%(name)s。"))


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:user", "pk")
def user_unlock(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ends the waiting after wrong passwords."""
    person = get_object_or_404(people_visible_to(request.user), pk=pk)
    return _act(request, person, people.unlock_person, _("已解除%(name)s的锁定。"))


@require_role(Role.BUSINESS_ADMIN)
@acts_on("accounts:user", "pk")
def user_reset_password(request: SignedInRequest, pk: int) -> HttpResponse:
    """A new first password, shown once."""
    person = get_object_or_404(people_visible_to(request.user), pk=pk)
    try:
        password = people.reset_password(admin=request.user, person=person, at=clock.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("accounts:user", pk=pk)
    return render(request, "accounts/first_password.html", {"person": person, "password": password, "new": False})


def _act(request: SignedInRequest, person: User, act: Callable[..., None], done: str) -> HttpResponse:
    with told(request, done % {"name": person.full_name}):
        act(admin=request.user, person=person, at=clock.now())
    return redirect("accounts:user", pk=person.pk)
