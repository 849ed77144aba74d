"""The acts of a business administrator on people; every act is recorded."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from axes.handlers.proxy import AxesProxyHandler
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Unit, User
from portal.accounts.permissions import may_administer, may_disable
from portal.accounts.queries import people_visible_to, units_visible_to
from portal.accounts.roles import Role, refuse_misplaced
from portal.accounts.services.passwords import initial_password
from portal.audit.services import record
from portal.meanwhile import merged


@transaction.atomic
def create_person(
    *, admin: User, username: str, full_name: str, unit: Unit, roles: Sequence[str], at: datetime
) -> tuple[User, str]:
    """A new person and the first password, which nobody can read again.

    Raises PermissionDenied outside the administrator's prefecture, ValidationError for roles of no such unit.
    """
    _refuse_foreign_unit(admin, unit)
    refuse_misplaced(roles, finance=unit.is_finance)
    password = initial_password()
    person = User(username=username, full_name=full_name, unit=unit, roles=_in_order(roles))
    person.set_password(password)
    person.full_clean()
    _insert(person)
    _record(admin, "user_created", person, at, unit=unit.name, roles=person.roles)
    return person, password


@transaction.atomic
def change_person(
    *,
    admin: User,
    person: User,
    full_name: str,
    unit: Unit,
    roles: Sequence[str],
    at: datetime,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Gives a person another name, unit or roles, from their next request on.

    Raises ChangedMeanwhile where somebody else wrote what was not ``seen``.
    """
    person = _locked(admin, person)
    stands = {"full_name": person.full_name, "unit": person.unit, "roles": person.roles}
    typed = {"full_name": full_name, "unit": unit, "roles": _in_order(roles)}
    full_name, unit, roles = merged(seen, stands=stands, typed=typed).values()
    if unit.pk != person.unit_id:
        _refuse_foreign_unit(admin, unit)
    refuse_misplaced(roles, finance=unit.is_finance)
    refuse_leaving(admin=admin, person=person, unit=unit, roles=roles)
    before = {"full_name": person.full_name, "unit": person.unit.name, "roles": person.roles}
    person.full_name, person.unit, person.roles = full_name, unit, list(roles)
    person.full_clean()
    person.save(update_fields=["full_name", "unit", "roles"])
    after = {"full_name": person.full_name, "unit": unit.name, "roles": person.roles}
    _record(admin, "user_changed", person, at, before=before, after=after)


@transaction.atomic
def disable_person(*, admin: User, person: User, at: datetime) -> None:
    """Shuts a person out and ends their sessions at once; raises ValidationError for oneself."""
    person = _locked(admin, person)
    if not may_disable(admin, person):
        raise ValidationError(_("不能停用自己的账号，请由另一位业务管理员办理。"), code="self")
    person.is_active = False
    person.session_epoch = F("session_epoch") + 1
    person.save(update_fields=["is_active", "session_epoch"])
    _record(admin, "user_disabled", person, at)


@transaction.atomic
def enable_person(*, admin: User, person: User, at: datetime) -> None:
    """Lets a disabled person in again, with the password they had; raises ValidationError where the unit is closed."""
    person = _locked(admin, person)
    if not person.unit.active:
        wording = _("%(unit)s已停用，请先启用单位，或把此人调到其他单位。")
        raise ValidationError(wording, "closed", {"unit": person.unit.name})
    person.is_active = True
    person.save(update_fields=["is_active"])
    _record(admin, "user_enabled", person, at)


@transaction.atomic
def unlock_person(*, admin: User, person: User, at: datetime) -> None:
    """Forgets a person's wrong passwords, on every address."""
    person = _locked(admin, person)
    AxesProxyHandler.reset_attempts(username=person.username)
    _record(admin, "user_unlocked", person, at)


@transaction.atomic
def reset_password(*, admin: User, person: User, at: datetime) -> str:
    """A new first password, which ends the person's sessions and must be changed; nobody can read it again."""
    person = _locked(admin, person)
    if person.pk == admin.pk:
        raise ValidationError(_("自己的密码请在“修改密码”中修改。"), code="self")
    password = initial_password()
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    AxesProxyHandler.reset_attempts(username=person.username)
    _record(admin, "password_reset", person, at)
    return password


def refuse_leaving(*, admin: User, person: User, unit: Unit, roles: Sequence[str]) -> None:
    """Raises ValidationError where an administrator would end their own administration."""
    if admin.pk == person.pk and (Role.BUSINESS_ADMIN not in roles or unit.pk != person.unit_id):
        wording = _("不能取消自己的业务管理员角色，也不能调离本单位，请由另一位业务管理员办理。")
        raise ValidationError(wording, code="self")


def _locked(admin: User, person: User) -> User:
    """The person's current row, held until the transaction ends; PermissionDenied outside the prefecture."""
    visible = people_visible_to(admin).select_for_update(of=("self",)).filter(pk=person.pk).first()
    if not may_administer(admin) or visible is None:
        raise PermissionDenied
    return visible


def _refuse_foreign_unit(admin: User, unit: Unit) -> None:
    if not may_administer(admin) or not units_visible_to(admin).filter(pk=unit.pk).exists():
        raise PermissionDenied
    if not unit.active:
        raise ValidationError(_("%(unit)s已停用，请选其他单位。"), "closed", {"unit": unit.name})


def _insert(person: User) -> None:
    """Saves a new person; another one of that name, made in the same moment, is a ValidationError too."""
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError as error:
        raise ValidationError({"username": _("这个登录名已有人用。")}) from error


def _in_order(roles: Sequence[str]) -> list[str]:
    return [role.value for role in Role if role.value in roles]


def _record(admin: User, verb: str, person: User, at: datetime, **details: object) -> None:
    record(
        actor=admin,
        verb=verb,
        subject_kind="user",
        subject_id=person.pk,
        at=at,
        details={"username": person.username, **details},
        region_code=admin.unit.region.code,
    )
