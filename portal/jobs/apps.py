"""Jobs: work that workers do for people who wait."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """The jobs, and the application that sends for workers."""

    name = "portal.jobs"
    label = "jobs"
    verbose_name = _("后台任务")

    def ready(self) -> None:
        """Loads the Celery application, so that tasks are sent over our broker from wherever they are called.

        ``portal`` itself does not: processes without Django, which open strangers' files, start in half the time.
        """
        from portal import celery  # noqa: F401
