"""One's own unit's seal: what is in use, uploading another, revoking it, earlier ones."""

from base64 import b64encode
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET

from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.requests import SignedInRequest
from portal.seals.forms.unit_seals import RevokeForm, UploadForm
from portal.seals.intake.reading import MOST_KEY_FILE, MOST_PICTURE
from portal.seals.models import Seal
from portal.seals.permissions import KEEPERS
from portal.seals.queries import SOON, papers_waiting_for, seals_visible_to
from portal.seals.services import unit_seals
from portal.ui.acts import acts_on, told


@require_role(*KEEPERS)
@require_GET
def seal(request: SignedInRequest) -> HttpResponse:
    """The seal in use, how to put another in its place, and earlier ones."""
    return _page(request)


@sensitive_post_parameters("password", "key_password")
@require_role(*KEEPERS)
@acts_on("seals:seal")
def upload(request: SignedInRequest) -> HttpResponse:
    """Puts an uploaded seal in use."""
    form = UploadForm(request.POST, request.FILES, request=request)
    if form.is_valid():
        picture, key_file = (form.cleaned_data[name] for name in ("picture", "key_file"))
        try:
            made = unit_seals.upload(
                actor=request.user,
                picture=picture.read(MOST_PICTURE + 1),
                key_file=key_file.read(MOST_KEY_FILE + 1),
                key_password=form.cleaned_data["key_password"],
                at=clock.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("已启用新的印章，证书持有人：%(holder)s。") % {"holder": made.holder})
            return redirect("seals:seal")
    return _page(request, upload_form=form, status=422)


@sensitive_post_parameters("password")
@require_role(*KEEPERS)
@acts_on("seals:seal")
def revoke(request: SignedInRequest) -> HttpResponse:
    """Takes the seal in use out of use for good."""
    form = RevokeForm(request.POST, request=request)
    if form.is_valid():
        reason, read = form.cleaned_data["reason"], request.POST.get("seal", "")
        with told(request, _("印章已吊销。在上传新的印章之前，需要用印的文件会等待。")):
            unit_seals.revoke(actor=request.user, reason=reason, at=clock.now(), read=read)
        return redirect("seals:seal")
    return _page(request, revoke_form=form, status=422)


def _page(
    request: SignedInRequest,
    *,
    upload_form: UploadForm | None = None,
    revoke_form: RevokeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    seals = list(seals_visible_to(request.user))
    used = next((one for one in seals if one.state == Seal.State.IN_USE), None)
    told = {
        "used": used,
        "picture": b64encode(bytes(used.picture)).decode("ascii") if used else "",
        "validity": _validity(used, clock.now()) if used else "",
        "earlier": [one for one in seals if one is not used],
        "demo_to_come": settings.EMBEDDED and not seals,
        "waiting": papers_waiting_for(request.user.unit_id),
        "upload_form": upload_form or UploadForm(request=request),
        "revoke_form": revoke_form or RevokeForm(request=request),
    }
    return render(request, "seals/seal.html", told, status=status)


def _validity(used: Seal, at: datetime) -> str:
    """How the certificate stands: ``early``, ``over``, ``soon`` or ``good``."""
    if at < used.valid_from:
        return "early"
    if at > used.valid_until:
        return "over"
    return "soon" if used.valid_until - at < SOON else "good"
