"""Errors: pages in plain words, no codes in the title; JSON with the same words for scripts."""

import logging
import sys
from uuid import uuid4

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from portal.accounts.requests import wants_json

logger = logging.getLogger(__name__)

#: After how long a request that found the database busy is worth another try.
BUSY_SECONDS = 5


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read (400)."""
    if wants_json(request):
        return _for_scripts("bad_request", _("内容过大或不完整，没有保存任何改动。请返回上一页再试。"), 400)
    return render(request, "errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An act that the person's role does not hold (403)."""
    if wants_json(request):
        return _for_scripts("not_yours", _("您的角色没有这项权限。需要时请联系业务管理员。"), 403)
    return render(request, "errors/403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not yours: one answer for both, with nothing of the request in it (404)."""
    if wants_json(request):
        return _for_scripts("gone", _("地址可能有误，或者这个页面不属于您的单位。"), 404)
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
    """A fault of ours (500): a number for the help desk that also stands in the log; touches no database.

    Where it is the database that does not answer in time, that passes: 503, and when to ask again.
    """
    if isinstance(sys.exception(), (OperationalError, InterfaceError)):
        return database_busy(request)
    number = uuid4().hex[:8]
    logger.error("fault %s at %s %s", number, request.method, request.path)
    if wants_json(request):
        said = _("系统暂时不可用。仍不行时，请把编号 %(number)s 告诉技术支持。") % {"number": number}
        return _for_scripts("broken", said, 500)
    return HttpResponse(render_to_string("errors/500.html", {"number": number}), status=500)


def database_busy(request: HttpRequest) -> HttpResponse:
    """The database answers nobody, or somebody holds what this request needs (503), as JSON for scripts."""
    logger.warning("the database did not answer in time at %s %s", request.method, request.path)
    response: HttpResponse
    if wants_json(request):
        message = _("系统正忙，这一步没有完成，会自动再试；已填的内容还在。")
        response = _for_scripts("busy", message, 503)
    else:
        response = HttpResponse(render_to_string("errors/503.html"), status=503)
    response["Retry-After"] = str(BUSY_SECONDS)
    return response


def _for_scripts(error: str, message: str, status: int) -> JsonResponse:
    return JsonResponse({"error": error, "message": message}, status=status)
