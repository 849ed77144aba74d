"""One's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal import clock
from portal.accounts.decorators import before_password_change
from portal.accounts.forms.password import OwnPasswordForm
from portal.accounts.requests import SignedInRequest
from portal.accounts.services.passwords import change_password


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@before_password_change
def password(request: SignedInRequest) -> HttpResponse:
    """Changes it; this session goes on, the person's others end."""
    first = request.user.must_change_password
    form = OwnPasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(person=request.user, password=form.cleaned_data["new_password1"], at=clock.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, _("密码已修改。"))
        return redirect("home" if first else "accounts:password")
    return render(request, "accounts/password.html", {"form": form, "first": first})
