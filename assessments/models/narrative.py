"""绩效评价报告: the text in running words that goes with a unit's self-assessments of one year."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.cycle import Cycle
from portal.accounts.models import Unit
from portal.text.columns import LineColumn, ShortColumn, WordsColumn


class NarrativeReport(models.Model):
    """The text as it stands; ``revision`` counts savings, so that of two people who type at once none loses a word."""

    #: Characters.
    LONGEST = 200_000

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="narratives", verbose_name=_("批次"), db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="narratives", verbose_name=_("单位"))
    text = WordsColumn(_("绩效评价报告"), blank=True)
    source = LineColumn(_("来源"), max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("最近保存"), null=True, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["cycle_id", "unit_id"]
        constraints = [models.UniqueConstraint(fields=["cycle", "unit"], name="narrative_once")]

    def __str__(self) -> str:
        return f"{self.cycle} {self.unit}"


class NarrativeExplanation(models.Model):
    """The unit's words to one finding in the text; ``anchor`` is made of the rule and the words that it is about.

    ``misread``: it answers that the system read these words wrongly.
    """

    report = models.ForeignKey(NarrativeReport, models.CASCADE, related_name="explanations", db_index=False)
    rule = models.CharField(max_length=8)
    anchor = models.CharField(max_length=64)
    text = ShortColumn(_("说明"), max_length=500)
    misread = models.BooleanField(_("系统读错了"), default=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "rule", "anchor"], name="narrative_explanation_once"),
            models.CheckConstraint(condition=~models.Q(text=""), name="narrative_explanation_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.anchor}"


class NarrativeVersion(models.Model):
    """The text as it was sent with a filing. Inserts only; ``digest`` is the SHA-256 of the text."""

    report = models.ForeignKey(NarrativeReport, models.PROTECT, related_name="versions", db_index=False)
    version = models.PositiveSmallIntegerField(_("版次"))
    text = WordsColumn(_("绩效评价报告"))
    digest = models.CharField(_("摘要"), max_length=64)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["report_id", "version"]
        constraints = [models.UniqueConstraint(fields=["report", "version"], name="narrative_version_once")]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.version}"
