"""Requests of people who are not stored."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.test import RequestFactory

from portal.accounts.models import Unit, User
from portal.accounts.roles import Role

Ask = Callable[..., HttpRequest]


@pytest.fixture
def ask(rf: RequestFactory) -> Ask:
    """Makes a request of a person with ``roles``; of a stranger where there are none."""

    def make(*roles: Role, path: str = "/") -> HttpRequest:
        request = rf.get(path)
        unit = Unit(name="巴楚县社会保险管理局", short_name="巴楚县社保局")
        person = User(pk=7, username="person", full_name="阿依努尔", unit=unit, roles=[role.value for role in roles])
        request.user = person if roles else AnonymousUser()
        request._messages = CookieStorage(request)  # type: ignore[attr-defined]
        return request

    return make
