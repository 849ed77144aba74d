"""The seal that a unit uses now; on the embedded database the portal makes the first one itself."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_noop

from portal.accounts.models import Unit
from portal.audit.services import record
from portal.seals import authority, keys, vault
from portal.seals.drawing import demo_seal
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.services.issuing import new_certificate
from portal.seals.subjects import names_one_of

NO_SEAL = gettext_noop("%(unit)s还没有上传印章。")
NONE_LEFT = gettext_noop("%(unit)s的印章已吊销，请上传新的印章。")
NO_KEYS = gettext_noop("印章密钥库无法使用，请联系系统管理员。")


def seal_of(unit_id: int, at: datetime) -> Seal:
    """The seal that the unit uses now, with its unit read; raises CannotSealYet where it has none.

    On the embedded database a unit that never had a seal gets a demo seal (样章), and another one once it is renamed,
    which takes the vault's private half: only workers can make it.
    """
    found = _in_use(unit_id)
    if settings.EMBEDDED and authority.exists():
        found = _first_demo_seal(unit_id, at) if found is None else _demo_seal_of_today(found, at)
    if found is None:
        unit = Unit.objects.get(pk=unit_id)
        raise CannotSealYet(NONE_LEFT if unit.seals.exists() else NO_SEAL, unit=unit.name)
    return found


def _in_use(unit_id: int) -> Seal | None:
    return Seal.objects.select_related("unit").filter(unit_id=unit_id, state=Seal.State.IN_USE).first()


def _first_demo_seal(unit_id: int, at: datetime) -> Seal | None:
    """One for all workers that ask at once: who comes second drops what it drew. None where the unit had one before."""
    unit = Unit.objects.select_related("region").get(pk=unit_id)
    if unit.seals.exists():
        return _in_use(unit_id)
    try:
        drawn = _demo_seal(unit, at)
    except vault.VaultError as error:
        raise CannotSealYet(NO_KEYS) from error
    with transaction.atomic():  # after the drawing, which takes longer than anyone should wait for a row
        Unit.objects.select_for_update().get(pk=unit_id)
        if unit.seals.exists():
            return _in_use(unit_id)
        drawn.save()
        _note(drawn, at)
    return drawn


def _demo_seal_of_today(found: Seal, at: datetime) -> Seal | None:
    """The seal, or where that is a demo seal with a name of before a new one in its place."""
    if not found.demo or names_one_of(keys.certificate_of(found.certificate), {found.unit.name}):
        return found
    drawn = _demo_seal(Unit.objects.select_related("region").get(pk=found.unit_id), at)
    with transaction.atomic():
        in_use = Seal.objects.filter(pk=found.pk, state=Seal.State.IN_USE)
        if not in_use.update(state=Seal.State.REPLACED):
            return _in_use(found.unit_id)
        drawn.save()
        _note(drawn, at)
    return drawn


def _demo_seal(unit: Unit, at: datetime) -> Seal:
    key, issued = new_certificate(unit, at=at)
    return Seal(
        unit=unit,
        demo=True,
        picture=demo_seal(unit.name),
        sealed_key=vault.seal(keys.plain(key)),
        created_at=at,
        **keys.described(issued),
    )


def _note(made: Seal, at: datetime) -> None:
    record(
        actor=None,
        verb="demo_seal_made",
        subject_kind="seal",
        subject_id=made.pk,
        at=at,
        region_code=made.unit.region.code,
        details={"unit": made.unit.name, "fingerprint": made.fingerprint},
    )
