"""The few words that documents and jobs share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What comes out: one printed paper, or many of them in a ZIP."""

    PDF = "pdf", _("PDF 文件")
    BUNDLE = "bundle", _("导出包")


class Variant(models.TextChoices):
    """How far the content has got: a draft, or a submitted content without seals."""

    DRAFT = "draft", _("草稿")
    UNSIGNED = "unsigned", _("未签章")


class Queue(models.TextChoices):
    """Who waits: a person in front of the screen, or an export that may take its time."""

    INTERACTIVE = "interactive", _("即时")
    BULK = "bulk", _("批量")
