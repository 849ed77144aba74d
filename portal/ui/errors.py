"""Pages for what went wrong: plain words, no codes in the title."""

import logging
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read (400)."""
    return render(request, "errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An act that the person's role does not hold (403)."""
    return render(request, "errors/403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not yours: one answer for both, with nothing of the request in it (404)."""
    return render(request, "errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is missing or old (403)."""
    return render(request, "errors/csrf.html", status=403)


def too_many_requests(request: HttpRequest, *, minutes: int) -> HttpResponse:
    """Too many attempts (429); ``minutes`` until the next one is heard."""
    response = render(request, "errors/429.html", {"minutes": minutes}, status=429)
    response["Retry-After"] = str(minutes * 60)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours (500): a number for the help desk that also stands in the log; touches no database."""
    number = uuid4().hex[:8]
    logger.error("fault %s at %s %s", number, request.method, request.path)
    return HttpResponse(render_to_string("errors/500.html", {"number": number}), status=500)
