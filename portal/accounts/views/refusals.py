"""A form or a script whose token does not fit."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from portal.accounts.requests import wants_json
from portal.ui import errors


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page for people, 403 ``csrf`` for scripts; ``reason`` is for the log, which has it already."""
    if wants_json(request):
        return JsonResponse({"error": "csrf", "message": _("页面已过期，请刷新后再试；已填的内容还在。")}, status=403)
    return errors.csrf_failure(request, reason)
