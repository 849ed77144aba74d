"""The squares of a filing: texts, money lines and indicator rows, each raw beside its reading."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.domain.facts import Grade, Indicator, Nature
from assessments.models.filing import Filing
from portal.text.columns import ShortColumn, WordsColumn


class FilingText(models.Model):
    """A plain square, by its key. On an import it may be a *stated* value of a computed square."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="texts", db_index=False)
    key = models.CharField(max_length=60)
    raw = WordsColumn(_("内容"), blank=True)
    stated = models.BooleanField(_("原表所列"), default=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["filing", "key"], name="text_square_once")]

    def __str__(self) -> str:
        return self.key


class MoneyLine(models.Model):
    """A square of the money block: ``column`` (executed …), ``line`` (total …), text as typed, and the amount read.

    ``amount`` is in the filing's unit (万元), None while blank or not readable. Budget, received and executed amounts
    are never negative.
    """

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="money_lines", db_index=False)
    column = models.CharField(max_length=30)
    line = models.CharField(max_length=30)
    raw = ShortColumn(_("金额"), max_length=200, blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["filing", "column", "line"], name="money_square_once"),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gte=0), name="money_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The grid key, ``executed.total``."""
        return f"{self.column}.{self.line}"


class IndicatorRow(models.Model):
    """One indicator (指标) row; ``completion_rate`` holds the stated rate of an import only."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="indicator_rows", db_index=False)
    position = models.PositiveSmallIntegerField(_("行次"))
    level1 = ShortColumn(_("一级指标"), max_length=60, blank=True)
    level2 = ShortColumn(_("二级指标"), max_length=60, blank=True)
    level3 = ShortColumn(_("三级指标"), max_length=200, blank=True)
    target = ShortColumn(_("预期指标值"), max_length=500, blank=True)
    target_reading = models.CharField(max_length=600, blank=True)
    actual = ShortColumn(_("完成值"), max_length=500, blank=True)
    actual_reading = models.CharField(max_length=600, blank=True)
    completion_rate = ShortColumn(_("原表所列完成率"), max_length=40, blank=True)
    nature = models.CharField(
        _("性质"),
        max_length=20,
        blank=True,
        choices=[
            (Nature.FLOW.value, _("累计量")),
            (Nature.STOCK.value, _("时点数或标准")),
            (Nature.BUDGET_RATE.value, _("支出预算执行率")),
            (Nature.STANDARD.value, _("达标类")),
            (Nature.WORDING.value, _("文字类")),
        ],
    )
    grade = models.CharField(
        _("达成情况"),
        max_length=20,
        blank=True,
        choices=[
            (Grade.ACHIEVED.value, _("达成")),
            (Grade.PARTLY.value, _("部分达成")),
            (Grade.NOT_ACHIEVED.value, _("未达成")),
        ],
    )
    deviation_reason = WordsColumn(_("偏差原因"), blank=True)
    corrective_measure = WordsColumn(_("改进措施"), blank=True)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["filing", "position"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(nature__in=["", *(nature.value for nature in Nature)]),
                name="indicator_nature_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(grade__in=["", *(grade.value for grade in Grade)]), name="indicator_grade_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.level3

    def as_fact(self) -> Indicator:
        """This row as the frozen value the rules read; its id is the reference."""
        return Indicator(
            ref=str(self.pk),
            level1=self.level1,
            level2=self.level2,
            level3=self.level3,
            target=self.target,
            actual=self.actual,
            completion_rate=self.completion_rate,
            nature=Nature(self.nature) if self.nature else None,
            grade=Grade(self.grade) if self.grade else None,
            deviation_reason=self.deviation_reason,
            corrective_measure=self.corrective_measure,
        )
