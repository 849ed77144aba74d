"""豁免: the prefecture sets one rule aside for one filing."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Now, TruncDate
from django.utils.translation import gettext_lazy as _

from assessments.models.obligation import Obligation
from portal.clock import BEIJING
from portal.text.columns import ShortColumn

#: The Beijing day of the database's clock.
TODAY = TruncDate(Now(), tzinfo=BEIJING)


class Waivers(models.QuerySet["Waiver"]):
    """Asked for, granted, refused and withdrawn."""

    def in_force(self) -> Self:
        """Those that hold on this Beijing day, by the database's clock."""
        return self.filter(state=Waiver.State.GRANTED, expires_on__gte=TODAY)

    def run_out(self) -> Self:
        """Those that were granted until a day that has passed and are not closed yet."""
        return self.filter(state=Waiver.State.GRANTED, expires_on__lt=TODAY)

    def open(self) -> Self:
        """Those that wait for an answer."""
        return self.filter(state=Waiver.State.ASKED)

    def with_standing(self) -> Self:
        """Adds ``standing``: the state as it is on this Beijing day, expired from the day after the last one."""
        over = When(Q(state=Waiver.State.GRANTED, expires_on__lt=TODAY), then=Value(Waiver.State.EXPIRED.value))
        return self.annotate(standing=Case(over, default=F("state"), output_field=CharField()))


class Waiver(models.Model):
    """One rule set aside for the filing of one obligation, with the reason, the approver and the last day it holds.

    It stands on the obligation, because the prefecture does not see a filing before it is submitted. ``asked_*`` is
    what the unit says when it asks; the prefecture may also grant one that nobody asked for. One whose last day has
    passed holds no longer; its state becomes ``expired`` when the rule is waived again.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("待批")
        GRANTED = "granted", _("已豁免")
        REFUSED = "refused", _("不予豁免")
        REVOKED = "revoked", _("已撤销")
        EXPIRED = "expired", _("已到期")

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="waivers")
    rule = models.CharField(_("规则"), max_length=8)
    state = models.CharField(_("状态"), max_length=10, choices=State)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("申请人")
    )
    asked_at = models.DateTimeField(_("申请时间"), null=True, blank=True)
    asked_reason = ShortColumn(_("申请理由"), max_length=500, blank=True)
    reason = ShortColumn(_("批复理由"), max_length=500, blank=True)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("批准人")
    )
    decided_at = models.DateTimeField(_("批复时间"), null=True, blank=True)
    expires_on = models.DateField(_("有效至"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("撤销人")
    )
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)
    revoked_reason = ShortColumn(_("撤销理由"), max_length=500, blank=True)

    objects = Waivers.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "rule"], condition=Q(state="asked"), name="waiver_asked_once"
            ),
            models.UniqueConstraint(
                fields=["obligation", "rule"], condition=Q(state="granted"), name="waiver_granted_once"
            ),
            models.CheckConstraint(
                condition=Q(state="asked") | (Q(approver__isnull=False, decided_at__isnull=False) & ~Q(reason="")),
                name="waiver_decision_has_reason_and_approver",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "refused"]) | Q(expires_on__isnull=False),
                name="waiver_grant_expires",
            ),
            models.CheckConstraint(
                condition=~Q(state="revoked")
                | (Q(revoked_by__isnull=False, revoked_at__isnull=False) & ~Q(revoked_reason="")),
                name="waiver_revocation_has_reason_and_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="asked") | (Q(asked_by__isnull=False) & ~Q(asked_reason="")),
                name="waiver_request_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.obligation_id}"
