"""The roles a person can hold (architecture: "How work flows")."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles that a person may act in; one person may hold several, but never judges or approves their own work."""

    CLERK = "clerk", _("填报员")
    HEAD = "head", _("单位负责人")
    REVIEWER = "reviewer", _("审核员")
    OFFICE_HEAD = "office_head", _("处室领导")
    BUSINESS_ADMIN = "business_admin", _("业务管理员")
    AUDITOR = "auditor", _("审计员")


#: Roles of a county bureau, and roles of the prefecture's finance bureau, which has papers of its own to fill in.
BUREAU_ROLES = frozenset({Role.CLERK, Role.HEAD})
FINANCE_ROLES = frozenset({Role.CLERK, Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN, Role.AUDITOR})

NOT_IN_FINANCE = _("财政单位没有“%(names)s”这个角色，可选填报员、审核员、处室领导、业务管理员、审计员。")
NOT_IN_A_BUREAU = _("填报单位没有“%(names)s”这个角色，可选填报员、单位负责人。")


def refuse_misplaced(roles: Iterable[str], *, finance: bool) -> None:
    """Raises ValidationError for no role, or for one that a finance unit (``finance``) or a bureau does not have."""
    held = [Role(role) for role in roles]
    if not held:
        raise ValidationError(_("请至少选一个角色。"), code="no_role")
    misplaced = [str(role.label) for role in held if role not in (FINANCE_ROLES if finance else BUREAU_ROLES)]
    if misplaced:
        wording = NOT_IN_FINANCE if finance else NOT_IN_A_BUREAU
        raise ValidationError(wording, code="misplaced", params={"names": "、".join(misplaced)})
