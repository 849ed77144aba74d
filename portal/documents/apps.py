"""Documents and what becomes of them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Documents."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("文件")
