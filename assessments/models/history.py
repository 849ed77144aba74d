"""The history of a filing: every step between states and every changed square."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.domain.workflow import STATE_NAMES, STEP_WORDS, State
from assessments.models.filing import Filing
from portal.text.columns import WordsColumn

_STATES = [(state.value, STATE_NAMES[state]) for state in State]


class Move(models.Model):
    """One step of a filing: who, when, from, to, why. Inserts only."""

    filing = models.ForeignKey(Filing, models.PROTECT, related_name="moves", db_index=False)
    name = models.CharField(max_length=30)
    source = models.CharField(max_length=20, choices=_STATES)
    target = models.CharField(max_length=20, choices=_STATES)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("操作人"))
    at = models.DateTimeField(_("时间"))
    reason = WordsColumn(_("理由"), blank=True)
    version = models.PositiveSmallIntegerField(_("版次"))

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["filing", "id"]),
            #: What was withdrawn was not received: every list of a prefecture asks.
            models.Index(fields=["filing", "version"], condition=models.Q(name="withdraw"), name="move_withdrawal"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The step's official word."""
        return gettext(STEP_WORDS.get((self.name, self.target), self.name))


class SquareChange(models.Model):
    """One square's change: what stood there, what stands there now, who and when. Inserts only."""

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="changes", db_index=False)
    key = models.CharField(max_length=80)
    was = WordsColumn(blank=True)
    value = WordsColumn(blank=True)
    kept = models.BooleanField(default=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["filing", "key", "-id"])]

    def __str__(self) -> str:
        return self.key
