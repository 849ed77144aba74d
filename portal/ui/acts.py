"""Acts: addresses that are only posted to. What is drawn there, a refused form or a fault, must open again.

An act is told on the page that comes next: that it was carried out, or its refusal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

V = TypeVar("V", bound=Callable[..., Any])


def acts_on(page: str, *names: str) -> Callable[[V], V]:
    """Lets a view be posted to alone; who opens its address is led to ``page``, with the arguments ``names``."""

    def mark(view: V) -> V:
        posted = require_POST(view)

        @wraps(view)
        def doorway(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in ("GET", "HEAD"):
                return redirect(page, **{name: kwargs[name] for name in names})
            return cast(HttpResponseBase, posted(request, *args, **kwargs))

        return cast(V, doorway)

    return mark


@contextmanager
def told(request: HttpRequest, done: str = "", *, refusal: type[Exception] = ValidationError) -> Iterator[None]:
    """Says ``done`` once the act within is carried out, or the words of the ``refusal`` that it raised."""
    try:
        yield
    except (refusal, ValidationError) as refused:
        messages.error(request, " ".join(refused.messages) if isinstance(refused, ValidationError) else str(refused))
    else:
        if done:
            messages.success(request, done)
