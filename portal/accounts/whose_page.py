"""The person whose page a request comes from: every form and script says who was signed in when the page was drawn."""

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.requests import wants_json

#: The field of a form, and the header of a script.
FIELD, HEADER = "page_of", "X-Page-Of"
_SIGNER = Signer(salt="portal.accounts.page_of")


def page_mark(person: User) -> str:
    """The mark of ``person`` on a page; signed, so that nobody asks for other people's names by it."""
    return _SIGNER.sign(str(person.pk))


def owner_of_page(request: HttpRequest) -> User | None:
    """The person whose page sent the request, where it is another one than is signed in now."""
    mark = request.headers.get(HEADER) or request.POST.get(FIELD, "")
    if not mark or mark == page_mark(request.user):  # type: ignore[arg-type]
        return None
    try:
        return User.objects.filter(pk=int(_SIGNER.unsign(mark))).first()
    except (BadSignature, ValueError):
        return None


def other_person(request: HttpRequest, owner: User) -> HttpResponse:
    """Refuses what a page of ``owner`` sent in somebody else's session, naming both; nothing was done (409)."""
    assert isinstance(request.user, User)
    message = _(
        "这一页是%(owner)s（登录名 %(owner_name)s）打开的，现在登录的是%(person)s（登录名 %(person_name)s）。"
        "没有保存，也没有记在任何人名下。"
    ) % {
        "owner": owner.full_name,
        "owner_name": owner.username,
        "person": request.user.full_name,
        "person_name": request.user.username,
    }
    if wants_json(request):
        return JsonResponse({"error": "other_person", "message": message}, status=409)
    return render(request, "errors/other_person.html", {"owner": owner, "said": message}, status=409)
