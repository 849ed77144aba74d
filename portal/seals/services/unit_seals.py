"""A unit's own seal: taken in, put in place of the earlier one, taken out of use."""

from datetime import datetime
from typing import Any

from cryptography import x509
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Unit, User
from portal.audit.services import record
from portal.seals import keys
from portal.seals.drawing import marked
from portal.seals.intake.reading import TakenIn, take_in
from portal.seals.intake.troubles import Trouble
from portal.seals.intake.words import WORDS
from portal.seals.models import Seal
from portal.seals.permissions import may_keep_seal
from portal.seals.readiness import issued_here
from portal.seals.services.suitability import refuse_unsuitable


def upload(*, actor: User, picture: bytes, key_file: bytes, key_password: str, at: datetime) -> Seal:
    """Puts an uploaded seal in use for the actor's unit; an earlier one is kept as replaced, and what waits is woken.

    ``picture`` is a PNG or JPEG, ``key_file`` a PKCS#12 file. Raises PermissionDenied, and ValidationError by field
    (``picture``, ``key_file``, ``key_password``) for what cannot be used.
    """
    if not may_keep_seal(actor):
        raise PermissionDenied
    taken = _taken_in(picture, key_file, key_password)
    certificate = keys.certificate_of(taken.certificate)
    refuse_unsuitable(certificate, chain=keys.certificates_of(taken.chain), unit=actor.unit, at=at)
    return _put_in_use(actor, taken, certificate, at)


@transaction.atomic
def revoke(*, actor: User, reason: str, at: datetime, read: str = "") -> Seal:
    """Takes the seal of the actor's unit out of use for good; papers wait until there is another.

    Raises PermissionDenied, ValidationError where no seal is in use, or another than was ``read`` (by id, blank for
    whichever it is), or no reason is given.
    """
    if not may_keep_seal(actor):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("请写明吊销的原因。")})
    seal = Seal.objects.select_for_update().filter(unit_id=actor.unit_id, state=Seal.State.IN_USE).first()
    if seal is None:
        raise ValidationError(_("本单位没有在用的印章，无需吊销。"), "none")
    if read not in ("", str(seal.pk)):
        raise ValidationError(_("印章刚被更换，没有吊销。请看过现在用的印章再办。"), "replaced")
    seal.state, seal.revoked_at, seal.revoked_by, seal.revoked_because = Seal.State.REVOKED, at, actor, reason.strip()
    seal.save(update_fields=["state", "revoked_at", "revoked_by", "revoked_because"])
    _record(actor, "seal_revoked", seal, at, reason=seal.revoked_because)
    return seal


def _taken_in(picture: bytes, key_file: bytes, key_password: str) -> TakenIn:
    try:
        return take_in(picture=picture, key_file=key_file, password=key_password)
    except* Trouble as group:
        troubles = [one for one in group.exceptions if isinstance(one, Trouble)]
    raise ValidationError({_field(one): _said(one) for one in troubles})


def _field(trouble: Trouble) -> str:
    """The field that the person has to look at."""
    return "key_password" if trouble.word == "password" else trouble.field


def _said(trouble: Trouble) -> ValidationError:
    return ValidationError(_(WORDS[trouble.field, trouble.word]), trouble.word, trouble.values)


@transaction.atomic
def _put_in_use(actor: User, taken: TakenIn, certificate: x509.Certificate, at: datetime) -> Seal:
    unit = Unit.objects.select_for_update().get(pk=actor.unit_id)
    replaced = Seal.objects.filter(unit=unit, state=Seal.State.IN_USE).update(state=Seal.State.REPLACED)
    described = keys.described(certificate)
    demo = settings.EMBEDDED and issued_here(Seal(**described))
    seal = Seal.objects.create(
        unit=unit,
        demo=demo,
        picture=marked(taken.picture) if demo else taken.picture,
        chain=taken.chain,
        sealed_key=taken.sealed_key,
        created_at=at,
        created_by=actor,
        **described,
    )
    import_string(settings.SEAL_QUEUE["wake"])(unit_id=unit.pk, at=at)
    _record(actor, "seal_replaced" if replaced else "seal_uploaded", seal, at, **_facts(seal))
    return seal


def _facts(seal: Seal) -> dict[str, Any]:
    return {name: getattr(seal, name) for name in ("holder", "issuer", "fingerprint", "valid_until")}


def _record(actor: User, verb: str, seal: Seal, at: datetime, **details: Any) -> None:
    record(actor=actor, verb=verb, subject_kind="seal", subject_id=seal.pk, at=at, details=details)
