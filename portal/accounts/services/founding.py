"""The first administrator of a prefecture, who makes everyone else."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import Role
from portal.accounts.services.passwords import initial_password
from portal.audit.services import record


@transaction.atomic
def found_prefecture(
    *, code: str, name: str, province: str, unit_name: str, username: str, full_name: str, at: datetime
) -> tuple[User, str]:
    """Makes a prefecture, the ``province`` (自治区) above it, its finance bureau and the first administrator there.

    What is there already is used as it is. Returns the administrator and the first password, which must be changed.
    Raises ValidationError for a code of no prefecture, a name that is taken, or a prefecture that has one already.
    """
    if not (code.isascii() and code.isdigit() and len(code) == 6 and code.endswith("00") and not code.endswith("0000")):
        raise ValidationError(_("请填地区（州）的 6 位区划代码，以 00 结尾，例如 653100。"), code="code")
    unit = _finance_unit(_prefecture(code, name, province), unit_name)
    if User.objects.filter(unit__region=unit.region, roles__contains=[Role.BUSINESS_ADMIN], is_active=True).exists():
        raise ValidationError(_("%(name)s已有业务管理员。"), "founded", {"name": unit.region.name})
    password = initial_password()
    person = User(username=username, full_name=full_name, unit=unit, roles=[Role.BUSINESS_ADMIN.value])
    person.set_password(password)
    person.full_clean()
    person.save(force_insert=True)
    details = {"username": username, "first_administrator": True}
    record(
        actor=None,
        verb="user_created",
        subject_kind="user",
        subject_id=person.pk,
        at=at,
        details=details,
        region_code=code,
    )
    return person, password


def _prefecture(code: str, name: str, province: str) -> Region:
    above, _made = Region.objects.get_or_create(
        code=f"{code[:2]}0000", defaults={"name": province, "level": Region.Level.REGION}
    )
    prefecture, _made = Region.objects.get_or_create(
        code=code, defaults={"name": name, "level": Region.Level.PREFECTURE, "parent": above}
    )
    return prefecture


def _finance_unit(prefecture: Region, name: str) -> Unit:
    unit, _made = Unit.objects.get_or_create(region=prefecture, name=name, defaults={"kind": Unit.Kind.FINANCE})
    return unit
