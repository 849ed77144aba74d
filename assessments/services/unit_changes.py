"""机构沿革: carrying out a change of units, and trying first whether it can be carried out."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from assessments.services import renamings, takeovers
from assessments.services.errors import Refused
from assessments.services.renamings import Renaming
from assessments.services.takeovers import Takeover
from portal.accounts.models import User
from portal.accounts.permissions import may_administer

Plan = Renaming | Takeover


def carry_out(*, plan: Plan, admin: User, at: datetime) -> None:
    """Makes the change, all or nothing; raises Refused, ValidationError, PermissionDenied."""
    if not may_administer(admin):
        raise PermissionDenied
    if isinstance(plan, Renaming):
        renamings.carry_out(plan=plan, admin=admin, at=at)
    else:
        takeovers.carry_out(plan=plan, admin=admin, at=at)


def rehearse(*, plan: Plan, admin: User, at: datetime) -> list[str]:
    """The reason why the change would be refused now, in words; empty where it would not. Nothing of it stays."""
    try:
        with transaction.atomic():
            carry_out(plan=plan, admin=admin, at=at)
            transaction.set_rollback(True)
    except Refused as refused:
        return [refused.message]
    except ValidationError as error:
        return list(error.messages)
    return []
