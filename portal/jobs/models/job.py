"""Work to be done, and how far it has got."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Unit
from portal.jobs import words
from portal.jobs.kinds import JobKind, kind_called

_OPEN = Q(finished_at=None)
_OVER = Q(finished_at__isnull=False, lease_until=None)
#: What must be there, and what must not, in each state.
COMPLETE = (
    (_OPEN & Q(state="queued", lease_until=None))
    | (_OPEN & Q(state="running", lease_until__isnull=False, started_at__isnull=False))
    | (_OPEN & Q(state="waiting", lease_until=None, retry_at__isnull=False) & ~Q(error=""))
    | (_OVER & Q(state="done", error=""))
    | (_OVER & Q(state="failed") & ~Q(error=""))
)


class Job(models.Model):
    """Work to be done; this row is the truth, whatever the broker remembers.

    ``kind`` is one of ``settings.JOB_KINDS``. What it is about is opaque here: ``subject_kind`` and ``subject_id``
    belong to an app, ``content_digest`` says which content of it, and ``variant`` what of that, in the words of the
    kind. What comes out is kept by the room that declares the kind.

    A worker holds the job while ``state`` is running, ``fence`` is the number it got with its claim and ``lease_until``
    lies ahead (database clock). A job that waits for a unit, ``waits_for``, says why in ``error`` and is taken up again
    at ``retry_at``. ``stage`` is what a running job is busy with, in a word of its kind. ``error`` is a Chinese msgid
    with its figures in ``error_values``; ``error_detail`` is for those who run the portal.
    """

    State = words.JobState

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("类别"), max_length=20)
    subject_kind = models.CharField(_("对象类别"), max_length=40)
    subject_id = models.CharField(_("对象"), max_length=60)
    content_digest = models.CharField(_("内容摘要"), max_length=64)
    variant = models.CharField(_("状态"), max_length=13)
    parameters = models.JSONField(default=dict, blank=True)
    queue = models.CharField(_("队列"), max_length=12, choices=words.Queue)
    state = models.CharField(_("进度"), max_length=8, choices=words.JobState, default=words.JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("已尝试次数"), default=0)
    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    retry_at = models.DateTimeField(null=True, blank=True)
    waits_for = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    stage = models.CharField(max_length=10, blank=True)
    error = models.CharField(_("未能生成的原因"), max_length=300, blank=True)
    error_values = models.JSONField(default=dict, blank=True)
    error_detail = models.TextField(blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("申请人")
    )
    requested_at = models.DateTimeField(_("申请时间"))
    started_at = models.DateTimeField(_("开始时间"), null=True, blank=True)
    finished_at = models.DateTimeField(_("结束时间"), null=True, blank=True)

    class Meta:
        ordering = ["-requested_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_id", "content_digest", "variant"], name="job_once_per_content"
            ),
            models.CheckConstraint(condition=Q(queue__in=words.Queue.values), name="job_queue_is_known"),
            models.CheckConstraint(condition=COMPLETE, name="job_state_has_what_it_needs"),
            models.CheckConstraint(condition=Q(content_digest__regex=r"^[0-9a-f]{64}$"), name="job_digest_is_sha256"),
            models.CheckConstraint(
                condition=Q(progress_done__lte=F("progress_total")), name="job_progress_within_total"
            ),
        ]
        indexes = [
            models.Index(fields=["lease_until"], condition=Q(state="running"), name="job_running_lease"),
            models.Index(fields=["queue", "requested_at"], condition=Q(state="queued"), name="job_waiting"),
            models.Index(fields=["retry_at"], condition=Q(state="waiting"), name="job_waiting_for_a_seal"),
            models.Index(fields=["subject_kind", "subject_id"], name="job_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind}:{self.subject_id} {self.state}"

    @property
    def work(self) -> JobKind:
        """The kind of work as it was declared."""
        return kind_called(self.kind)

    @property
    def state_word(self) -> str | Promise:
        """The state of the job, in the words of its kind."""
        return self.work.word(self.state)

    @property
    def stage_word(self) -> str | Promise:
        """The present work of the job; blank where that is not said."""
        return self.work.stages.get(self.stage, "")

    @property
    def over(self) -> bool:
        """Nothing more will happen by itself."""
        return self.state in {self.State.DONE, self.State.FAILED}

    @property
    def error_message(self) -> str:
        """The reason why it failed or waits, in the reader's language; empty otherwise."""
        return gettext(self.error) % self.error_values if self.error else ""
