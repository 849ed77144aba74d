"""A reviewer's remark on one square, and the unit's answer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.filing import Filing
from portal.text.columns import ShortColumn


class Mark(models.Model):
    """A remark (批注) on a square of one submitted version.

    It is *open* until the unit has answered, *answered* until the reviewer closes it; a return sends the open ones.
    """

    class State(models.TextChoices):
        OPEN = "open", _("待答复")
        ANSWERED = "answered", _("已答复")
        CLOSED = "closed", _("已了结")

    class Answer(models.TextChoices):
        CORRECTED = "corrected", _("已改正")
        EXPLAINED = "explained", _("说明情况")

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="marks")
    key = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(_("版次"))
    reason = ShortColumn(_("批注"), max_length=500)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("审核员"))
    at = models.DateTimeField()
    #: Set when a return has sent the mark to the unit; before that only the prefecture sees it.
    sent_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    answer_kind = models.CharField(max_length=10, choices=Answer, blank=True)
    answer = ShortColumn(_("答复"), max_length=500, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="mark_has_a_reason"),
            models.CheckConstraint(
                condition=models.Q(state="open") | models.Q(answered_at__isnull=False) | models.Q(state="closed"),
                name="mark_answered_has_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"
