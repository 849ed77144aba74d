"""The few words that the rows of jobs and the kinds of work share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Queue(models.TextChoices):
    """The queues by who waits: a person in front of the screen, an export with time, or somebody from outside."""

    INTERACTIVE = "interactive", _("即时")
    BULK = "bulk", _("批量")
    PUBLIC = "public", _("公众")


class JobState(models.TextChoices):
    """The states of a job; a kind of work may say them in words of its own."""

    QUEUED = "queued", _("已排队")
    RUNNING = "running", _("正在处理")
    WAITING = "waiting", _("等待中")
    DONE = "done", _("已完成")
    FAILED = "failed", _("未能完成")
