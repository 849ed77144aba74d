"""The paper that answers one obligation."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.domain.facts import USUAL_UNIT
from assessments.domain.workflow import EDITABLE, STATE_NAMES, WITH_THE_UNIT, State
from assessments.editions import edition_named
from assessments.models.obligation import Obligation
from portal.clock import last_day_before
from portal.text.columns import LineColumn


class Filing(models.Model):
    """One filing and where it stands; its squares are rows of :mod:`assessments.models.squares`.

    ``version`` counts submissions. ``answer_due_at`` is set by a return. ``preparer`` sent it to the head and is never
    ``submitter``. An import is concluded, read-only, and may hold stated values of computed squares.
    ``unit_as_sent`` and ``region_as_sent`` are the names of the day on which it was submitted last, or that an import
    is about.
    """

    obligation = models.OneToOneField(Obligation, models.PROTECT, related_name="filing", verbose_name=_("应报事项"))
    edition = models.CharField(_("表式版本"), max_length=40)
    amount_unit = LineColumn(_("金额单位"), max_length=20, default=USUAL_UNIT)
    state = models.CharField(
        _("状态"), max_length=20, default=State.DRAFT, choices=[(state.value, STATE_NAMES[state]) for state in State]
    )
    version = models.PositiveSmallIntegerField(_("版次"), default=0)
    imported = models.BooleanField(_("导入"), default=False)
    source = LineColumn(_("来源"), max_length=300, blank=True)
    extras = models.JSONField(_("其他内容"), default=dict, blank=True)
    created_at = models.DateTimeField(_("建立时间"))
    saved_at = models.DateTimeField(_("最近保存"), null=True, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    preparer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("经办人")
    )
    submitter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("负责人")
    )
    received_at = models.DateTimeField(_("报送时间"), null=True, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("审核员")
    )
    answer_due_at = models.DateTimeField(_("答复期限"), null=True, blank=True)
    unit_as_sent = LineColumn(max_length=100, blank=True, editable=False)
    region_as_sent = LineColumn(max_length=60, blank=True, editable=False)

    #: The unit's other papers of the cycle with their squares, where whoever fetched this one fetched them too.
    beside: "tuple[Filing, ...] | None" = None

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["state"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="filing_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(submitter__isnull=True)
                | models.Q(preparer__isnull=True)
                | ~models.Q(submitter=models.F("preparer")),
                name="filing_preparer_is_not_submitter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.state_name}"

    @property
    def state_name(self) -> str:
        """The state's official word."""
        return gettext(STATE_NAMES[State(self.state)])

    @property
    def unit_name(self) -> str:
        """The unit's name on the paper: today's while the paper is with its unit, then that of its day."""
        return self._as_sent(self.unit_as_sent) or self.obligation.unit.name

    @property
    def region_name(self) -> str:
        """The region's name on the paper: today's while the paper is with its unit, then that of its day."""
        return self._as_sent(self.region_as_sent) or self.obligation.unit.region.name

    @property
    def locked_squares(self) -> dict[str, str]:
        """The squares that the system fills in."""
        return edition_named(self.edition).filled(self._words)

    @property
    def first_squares(self) -> dict[str, str]:
        """The squares that the system fills in and the unit may write over."""
        return edition_named(self.edition).filled(self._words, first=True)

    @property
    def _words(self) -> dict[str, str]:
        return self.obligation.words(unit=self.unit_name, region=self.region_name)

    @property
    def editable(self) -> bool:
        """True if the unit may change squares now."""
        return not self.imported and State(self.state) in EDITABLE

    @property
    def answer_due_day(self) -> date | None:
        """The last Beijing day on which a returned filing is answered in time."""
        return last_day_before(self.answer_due_at) if self.answer_due_at else None

    def _as_sent(self, name: str) -> str:
        return "" if State(self.state) in WITH_THE_UNIT else name
