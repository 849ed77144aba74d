"""The 监控审核表 of a county or of the whole prefecture for one cycle."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Cycle, Filing
from portal.accounts.models import Region


class ReviewSheet(models.Model):
    """One sheet: draft → awaiting signature → signed, or refused back to draft; superseded by a reopened filing."""

    class State(models.TextChoices):
        DRAFT = "draft", _("编制中")
        AWAITING_SIGNATURE = "awaiting_signature", _("待签发")
        SIGNED = "signed", _("已签发")
        SUPERSEDED = "superseded", _("已作废")

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="review_sheets", verbose_name=_("批次"))
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("县或地区"))
    edition = models.CharField(_("表式版本"), max_length=40, default="review-sheet-2020")
    state = models.CharField(_("状态"), max_length=20, choices=State, default=State.DRAFT)
    title = models.CharField(_("标题"), max_length=120)
    business_office = models.CharField(_("业务处室"), max_length=60, blank=True)
    handler = models.CharField(_("经办人"), max_length=60, blank=True)
    office_head = models.CharField(_("处室领导"), max_length=60, blank=True)
    monitoring_point = models.CharField(_("监控时点"), max_length=40, blank=True)
    imported = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    composed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    composed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    refusal = models.TextField(_("退回理由"), blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "region"],
                condition=~models.Q(state="superseded"),
                name="review_sheet_once_per_region",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "awaiting_signature", "signed", "superseded"]),
                name="review_sheet_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ReviewSheetRow(models.Model):
    """One row as printed; ``filing`` is None for a row that stands without its filing (an import)."""

    sheet = models.ForeignKey(ReviewSheet, models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField(_("序号"))
    filing = models.ForeignKey(Filing, models.PROTECT, null=True, blank=True, related_name="sheet_rows")
    reporting_unit = models.CharField(_("部门单位名称"), max_length=100, blank=True)
    project_name = models.CharField(_("项目名称"), max_length=200, blank=True)
    adjusted_budget = models.CharField(_("调整后预算总数"), max_length=40, blank=True)
    received = models.CharField(_("到位资金总数"), max_length=40, blank=True)
    executed = models.CharField(_("执行资金总数"), max_length=40, blank=True)
    execution_rate = models.CharField(_("预算执行率"), max_length=40, blank=True)
    overall_completion_rate = models.CharField(_("绩效目标总体完成率"), max_length=40, blank=True)
    score_budget_execution = models.CharField(max_length=10, blank=True)
    score_goal_completion = models.CharField(max_length=10, blank=True)
    score_deviation_response = models.CharField(max_length=10, blank=True)
    score_timeliness = models.CharField(max_length=10, blank=True)
    total_score = models.CharField(_("总分"), max_length=10, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "filing"], name="filing_once_per_sheet"),
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.project_name}"


class ReviewSheetSnapshot(models.Model):
    """What was signed, frozen: payload in the exchange format and its SHA-256. Inserts only."""

    sheet = models.ForeignKey(ReviewSheet, models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    payload = models.JSONField()
    digest = models.CharField(max_length=64)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["sheet_id", "number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="sheet_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} #{self.number}"
