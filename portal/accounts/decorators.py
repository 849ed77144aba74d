"""Marks on views: which roles may call them, and what the gate and the session policy make of them.

Every view is closed to strangers (see :mod:`portal.accounts.middleware`) unless it is marked with Django's
``login_not_required``; the marks here say more.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role

P = ParamSpec("P")
V = TypeVar("V", bound=Callable[..., Any])
Answer = TypeVar("Answer", bound=HttpResponseBase)


def require_role(
    *roles: Role,
) -> Callable[[Callable[Concatenate[SignedInRequest, P], Answer]], Callable[Concatenate[HttpRequest, P], Answer]]:
    """Lets in who holds one of ``roles``; anyone else signed in gets the page that says so (403)."""

    def mark(view: Callable[Concatenate[SignedInRequest, P], Answer]) -> Callable[Concatenate[HttpRequest, P], Answer]:
        @wraps(view)
        def doorway(request: SignedInRequest, *args: P.args, **kwargs: P.kwargs) -> Answer:
            if not any(request.user.has_role(role) for role in roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return doorway  # type: ignore[return-value]

    return mark


def keeps_idle(view: V) -> V:
    """Marks a view that a page calls by itself (saving, polling): calling it is no sign that somebody is there."""
    view.keeps_idle = True  # type: ignore[attr-defined]
    return view


def before_password_change(view: V) -> V:
    """Marks a view that is open to a person who has yet to change the first password."""
    view.before_password_change = True  # type: ignore[attr-defined]
    return view
