"""People of the prefecture, for its business administrators."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.forms.people import NewPersonForm, PeopleFilter, PersonForm
from portal.accounts.queries import people_visible_to
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.accounts.services import people
from portal.accounts.throttle import locked_usernames
from portal.audit.queries import last_line
from portal.meanwhile import ChangedMeanwhile
from portal.ui.lists import remember

PAGE = 50


@require_role(Role.BUSINESS_ADMIN)
@require_GET
def users(request: SignedInRequest) -> HttpResponse:
    """The list, narrowed by the filters."""
    remember(request)
    form = PeopleFilter(request.GET, admin=request.user)
    found = form.narrow(people_visible_to(request.user))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    locked = locked_usernames([person.username for person in page], at=timezone.now())
    return render(request, "accounts/users.html", {"form": form, "page": page, "locked_names": locked})


@require_role(Role.BUSINESS_ADMIN)
@require_http_methods(["GET", "POST"])
def user_new(request: SignedInRequest) -> HttpResponse:
    """Makes a person; the answer shows the first password, once."""
    form = NewPersonForm(request.POST or None, admin=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            person, password = people.create_person(admin=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            context = {"person": person, "password": password, "new": True}
            return render(request, "accounts/first_password.html", context, status=HTTPStatus.CREATED)
    return render(request, "accounts/user_new.html", {"form": form})


@require_role(Role.BUSINESS_ADMIN)
@require_http_methods(["GET", "POST"])
def user(request: SignedInRequest, pk: int) -> HttpResponse:
    """One person: name, unit and roles, and the acts on the account."""
    person = get_object_or_404(people_visible_to(request.user), pk=pk)
    initial = {"full_name": person.full_name, "unit": person.unit_id, "roles": person.roles}
    form = PersonForm(request.POST or None, initial=initial, admin=request.user, person=person)
    if request.method == "POST" and form.is_valid():
        try:
            people.change_person(admin=request.user, person=person, at=clock.now(), seen=form.seen, **form.cleaned_data)
        except ChangedMeanwhile as changed:
            line = last_line(subject_kind="user", subject_id=pk, verbs=("user_changed",))
            form.say_changed(changed, reader=request.user, line=line)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已保存%(name)s的资料。") % {"name": form.cleaned_data["full_name"]})
            return redirect("accounts:users")
    locked = locked_usernames([person.username], at=timezone.now())
    return render(request, "accounts/user.html", {"form": form, "person": person, "locked_names": locked})
