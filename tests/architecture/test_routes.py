"""Walks every route as everyone: role, place and first password decide, and "not yours" answers like "not there"."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from pytest_django import DjangoDbBlocker

from tests.architecture.routes import POST, ROUTES, Route
from tests.architecture.subjects import SUBJECTS, Arguments, missing
from tests.architecture.world import Walker, World

#: What differs from answer to answer and says nothing: the token, and the address itself.
TOKEN = re.compile(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]+')


def patterns(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern below ``resolver`` under its full name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        else:
            yield ":".join((*spaces, pattern.name or f"unnamed {pattern.pattern}")), pattern


#: One for all, without its cookies: making one loads every middleware anew.
CLIENT = Client(raise_request_exception=False)
PATTERNS = dict(patterns(get_resolver()))


def test_every_route_stands_in_exactly_one_list() -> None:
    assert sorted(route.name for route in ROUTES) == sorted(name for name, _ in patterns(get_resolver()))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_marks_on_the_view_are_those_of_the_list(route: Route) -> None:
    view = PATTERNS[route.name].callback
    marks = {
        "open": not getattr(view, "login_required", True),
        "early": getattr(view, "before_password_change", False),
        "quiet": getattr(view, "keeps_idle", False),
    }
    assert marks == {"open": route.open, "early": route.early, "quiet": route.quiet}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One for all routes: each is walked in a transaction of its own inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def arguments(world: World, request: pytest.FixtureRequest) -> Iterator[Arguments]:
    """Of the addresses of one kind: their subject is made once, and undone before the next kind's."""
    with transaction.atomic():
        yield SUBJECTS[request.param](world)
        transaction.set_rollback(True)


def walked(routes: Iterable[Route]) -> pytest.MarkDecorator:
    """Each route with the arguments of its address; of one kind after the other, for so long a fixture is kept."""
    kinds = sorted(routes, key=lambda route: route.subject)
    pairs = [pytest.param(route.subject, route, id=route.name) for route in kinds]
    return pytest.mark.parametrize(("arguments", "route"), pairs, indirect=["arguments"])


@pytest.mark.django_db
@walked(ROUTES)
def test_everyone_gets_what_the_list_says(arguments: Arguments, route: Route, world: World) -> None:
    complaints = [
        f"{method.upper()} as {walker.name}: {complaint}"
        for method in route.methods
        for walker in world.walkers
        if (complaint := walk(route, method, walker, arguments))
    ]
    assert complaints == []


@pytest.mark.django_db
@walked(route for route in ROUTES if route.methods == POST)
def test_what_is_drawn_after_a_post_can_be_opened_or_is_for_scripts(
    arguments: Arguments, route: Route, world: World
) -> None:
    walker = next(one for one in world.walkers if one.role in route.roles and one.inside and not one.is_new)
    if not route.opens:
        assert ask(route, "post", walker, arguments).headers["Content-Type"] == "application/json"
        return
    led = ask(route, "get", walker, arguments)
    assert (led.status_code, resolve(led.headers["Location"]).view_name) == (302, route.opens)
    page = next(one for one in ROUTES if one.name == route.opens)
    assert ask(page, "get", walker, resolve(led.headers["Location"]).kwargs).status_code in page.ok


def walk(route: Route, method: str, walker: Walker, arguments: Arguments) -> str:
    """Asks as ``walker`` and undoes what that did; says what was wrong, empty for nothing."""
    response = ask(route, method, walker, arguments)
    if route.open or (walker.is_new and route.early):
        return complaint(response, route.ok)
    if walker.user is None:
        script = ask(route, method, walker, arguments, accept="application/json")
        return complaint(script, {401}) or complaint(response, {302}, "/login/")
    if walker.is_new:
        return complaint(response, {302}, "/password/")
    holds_key = walker.role in route.roles
    if not route.subject or walker.inside:
        return complaint(response, route.ok if holds_key else {route.refused})
    absent = ask(route, method, walker, missing(arguments))
    if bare(response) != bare(absent):
        return "can tell what is not theirs from what is not there"
    return complaint(response, {404} if holds_key else {404, route.refused})


def ask(route: Route, method: str, walker: Walker, arguments: Arguments, accept: str = "text/html") -> HttpResponseBase:
    """One request as ``walker``, by a page or by a script (``accept``); nothing of it stays."""
    CLIENT.cookies.clear()
    if walker.session:
        CLIENT.cookies[settings.SESSION_COOKIE_NAME] = walker.session
    with transaction.atomic():
        response = CLIENT.generic(
            method.upper(),
            reverse(route.name, kwargs=arguments),
            "&".join(f"{key}={value}" for key, value in route.data.items()) if method == "post" else "",
            content_type="application/x-www-form-urlencoded",
            headers={"accept": accept},
        )
        transaction.set_rollback(True)
    return response


def complaint(response: HttpResponseBase, statuses: frozenset[int] | set[int], target: str = "") -> str:
    """What is wrong with an answer that should have one of ``statuses`` and lead to ``target``."""
    if response.status_code not in statuses:
        return f"{response.status_code} instead of {sorted(statuses)}"
    if not response.headers.get("Location", "").startswith(target):
        return f"leads to {response.headers.get('Location')} instead of {target}"
    return ""


def bare(response: HttpResponseBase) -> tuple[int, bytes, str]:
    """An answer without its token."""
    return response.status_code, TOKEN.sub(rb"\1", response.getvalue()), response.headers.get("Location", "")
