"""豁免: the prefecture sets one rule aside for one filing."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from assessments.models.obligation import Obligation
from portal.clock import BEIJING


class Waivers(models.QuerySet["Waiver"]):
    """Asked for, granted, refused and withdrawn."""

    def in_force(self) -> Self:
        """Those that hold on this Beijing day, by the database's clock."""
        return self.filter(state=Waiver.State.GRANTED, expires_on__gte=TruncDate(Now(), tzinfo=BEIJING))

    def open(self) -> Self:
        """Those that wait for an answer."""
        return self.filter(state=Waiver.State.ASKED)


class Waiver(models.Model):
    """One rule set aside for the filing of one obligation, with the reason, the approver and the last day it holds.

    It stands on the obligation, because the prefecture does not see a filing before it is submitted. ``asked_*`` is
    what the unit says when it asks; the prefecture may also grant one that nobody asked for.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("待批")
        GRANTED = "granted", _("已豁免")
        REFUSED = "refused", _("不予豁免")
        REVOKED = "revoked", _("已撤销")

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="waivers")
    rule = models.CharField(_("规则"), max_length=8)
    state = models.CharField(_("状态"), max_length=10, choices=State)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"), null=True, blank=True)
    asked_reason = models.CharField(_("申请理由"), max_length=500, blank=True)
    reason = models.CharField(_("批复理由"), max_length=500, blank=True)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("批准人")
    )
    decided_at = models.DateTimeField(_("批复时间"), null=True, blank=True)
    expires_on = models.DateField(_("有效至"), null=True, blank=True)

    objects = Waivers.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "rule"], condition=models.Q(state="asked"), name="waiver_asked_once"
            ),
            models.UniqueConstraint(
                fields=["obligation", "rule"], condition=models.Q(state="granted"), name="waiver_granted_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state="asked")
                | (models.Q(approver__isnull=False, decided_at__isnull=False) & ~models.Q(reason="")),
                name="waiver_decision_has_reason_and_approver",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="granted") | models.Q(expires_on__isnull=False), name="waiver_grant_expires"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="asked") | (models.Q(asked_by__isnull=False) & ~models.Q(asked_reason="")),
                name="waiver_request_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.obligation_id}"
