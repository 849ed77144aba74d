"""The roles a person can hold (architecture: "How work flows")."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may act as; one person may hold several, but never judges or approves their own work."""

    CLERK = "clerk", _("填报员")
    HEAD = "head", _("单位负责人")
    REVIEWER = "reviewer", _("审核员")
    OFFICE_HEAD = "office_head", _("处室领导")
    BUSINESS_ADMIN = "business_admin", _("业务管理员")
    AUDITOR = "auditor", _("审计员")


#: Roles of a county bureau, and roles of the prefecture's finance bureau.
BUREAU_ROLES = frozenset({Role.CLERK, Role.HEAD})
FINANCE_ROLES = frozenset({Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN, Role.AUDITOR})
