"""The few words that documents and the jobs that make them share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    """The kind of result: one printed paper, or many of them in a ZIP."""

    PDF = "pdf", _("PDF 文件")
    BUNDLE = "bundle", _("导出包")


class Variant(models.TextChoices):
    """The stages of the content: a draft, submitted without seals, with the first seal, with the second one too.

    A filing is sealed by its unit and then by the prefecture; a review sheet by the prefecture alone. A file that
    somebody uploads to be checked has none of these.
    """

    DRAFT = "draft", _("草稿")
    UNSIGNED = "unsigned", _("未签章")
    SEALED = "sealed", _("已签章")
    COUNTERSIGNED = "countersigned", _("两级已签章")
    FOREIGN = "foreign", _("送验文件")


SEALED_VARIANTS = frozenset({Variant.SEALED, Variant.COUNTERSIGNED})


class MakingStage(models.TextChoices):
    """The stages of making or checking a document."""

    PRINTING = "printing", _("排版")
    SEALING = "sealing", _("用印")
    CHECKING = "checking", _("验证")
    PACKING = "packing", _("打包")
