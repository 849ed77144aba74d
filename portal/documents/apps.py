"""Documents and the jobs that make them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Documents, and the application that sends for them."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("文件")

    def ready(self) -> None:
        """Loads the Celery application, so that tasks are sent over our broker from wherever they are called.

        ``portal`` itself does not: processes without Django, which open strangers' files, start in half the time.
        """
        from portal import celery  # noqa: F401
