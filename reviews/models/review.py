"""One reviewer's judgement of one submitted version."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Filing
from portal.text.columns import ShortColumn

_PARTS = [
    ("budget_execution", _("预算执行情况")),
    ("goal_completion", _("绩效目标完成情况")),
    ("deviation_response", _("目标偏离及应对情况")),
    ("timeliness", _("按时报送")),
]


class Review(models.Model):
    """The judgement of one version of a filing; ``submitted_at`` is set when the four scores are handed in.

    Where it ended in a return, ``returned_at`` and ``answer_due_at`` say when and until when an answer was asked for.
    """

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="reviews", db_index=False)
    version = models.PositiveSmallIntegerField(_("版次"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("审核员")
    )
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    answer_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["filing_id", "version"]
        constraints = [models.UniqueConstraint(fields=["filing", "version"], name="review_once_per_version")]

    def __str__(self) -> str:
        return f"{self.filing_id} v{self.version}"


class Score(models.Model):
    """Points of one part of the rubric; None while not scored. ``proposed`` is what the system proposed, if it did.

    ``scored_by`` and ``scored_at`` say who wrote points or reason last; None where nobody has.
    """

    review = models.ForeignKey(Review, models.CASCADE, related_name="scores", db_index=False)
    part = models.CharField(_("评分项"), max_length=20, choices=_PARTS)
    points = models.DecimalField(_("得分"), max_digits=4, decimal_places=1, null=True, blank=True)
    proposed = models.DecimalField(_("建议"), max_digits=4, decimal_places=1, null=True, blank=True)
    reason = ShortColumn(_("理由"), max_length=500, blank=True)
    scored_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    scored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "part"], name="score_once_per_part"),
            models.CheckConstraint(
                condition=models.Q(part__in=[part for part, _name in _PARTS]), name="score_part_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(points__isnull=True)
                | models.Q(points__gte=0, points__lte=30) & ~models.Q(part="timeliness")
                | models.Q(points__gte=0, points__lte=10, part="timeliness"),
                name="score_within_its_maximum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.points}"
