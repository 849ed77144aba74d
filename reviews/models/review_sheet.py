"""The 监控审核表 of a county or of the whole prefecture for one cycle."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Cycle, Filing
from portal.accounts.models import Region
from portal.text.columns import WordsColumn


class ReviewSheet(models.Model):
    """One sheet: draft → awaiting signature → signed, or refused back to draft.

    A signed sheet is superseded when one of its filings is reopened, or by the next signed sheet of the same region and
    cycle (a county that filed late). At most one is in the making and one is signed.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("编制中")
        AWAITING_SIGNATURE = "awaiting_signature", _("待签发")
        SIGNED = "signed", _("已签发")
        SUPERSEDED = "superseded", _("已作废")

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="review_sheets", verbose_name=_("批次"), db_index=False
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("县或地区"))
    edition = models.CharField(_("表式版本"), max_length=40, default="review-sheet-2020")
    state = models.CharField(_("状态"), max_length=20, choices=State, default=State.DRAFT)
    title = WordsColumn(_("标题"))
    business_office = WordsColumn(_("业务处室"), blank=True)
    handler = WordsColumn(_("经办人"), blank=True)
    office_head = WordsColumn(_("处室领导"), blank=True)
    monitoring_point = WordsColumn(_("监控时点"), blank=True)
    imported = models.BooleanField(default=False)
    source = WordsColumn(blank=True)
    extras = models.JSONField(default=dict, blank=True)
    composed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    composed_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    refusal = WordsColumn(_("退回理由"), blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "region"],
                condition=models.Q(state__in=["draft", "awaiting_signature"]),
                name="review_sheet_made_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["cycle", "region"], condition=models.Q(state="signed"), name="review_sheet_signed_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "awaiting_signature", "signed", "superseded"]),
                name="review_sheet_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ReviewSheetRow(models.Model):
    """One row as printed, every value a text; ``filing`` is None for a row that stands without its filing (an import).

    ``extras`` keeps what else an imported row said.
    """

    sheet = models.ForeignKey(ReviewSheet, models.CASCADE, related_name="rows", db_index=False)
    position = models.PositiveSmallIntegerField(_("序号"))
    filing = models.ForeignKey(Filing, models.PROTECT, null=True, blank=True, related_name="sheet_rows")
    reporting_unit = WordsColumn(_("部门单位名称"), blank=True)
    project_name = WordsColumn(_("项目名称"), blank=True)
    adjusted_budget = WordsColumn(_("调整后预算总数"), blank=True)
    received = WordsColumn(_("到位资金总数"), blank=True)
    executed = WordsColumn(_("执行资金总数"), blank=True)
    execution_rate = WordsColumn(_("预算执行率"), blank=True)
    overall_completion_rate = WordsColumn(_("绩效目标总体完成率"), blank=True)
    score_budget_execution = WordsColumn(blank=True)
    score_goal_completion = WordsColumn(blank=True)
    score_deviation_response = WordsColumn(blank=True)
    score_timeliness = WordsColumn(blank=True)
    total_score = WordsColumn(_("总分"), blank=True)
    extras = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "filing"], name="filing_once_per_sheet"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.project_name}"


class ReviewSheetSnapshot(models.Model):
    """A signed sheet, frozen: payload in the exchange format and its SHA-256. Inserts only.

    ``reasons`` stand beside the paper and not on it: by the filing's id and the part of the rubric, as they were given
    when it was signed; None where that was before they were kept and can no longer be told.
    """

    sheet = models.ForeignKey(ReviewSheet, models.PROTECT, related_name="snapshots", db_index=False)
    number = models.PositiveSmallIntegerField()
    payload = models.JSONField()
    digest = models.CharField(max_length=64)
    reasons = models.JSONField(null=True, default=None)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["sheet_id", "number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="sheet_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} #{self.number}"
