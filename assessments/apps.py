"""What counties claim."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    name = "assessments"
    verbose_name = _("绩效填报")

    def ready(self) -> None:
        """Registers the system check that holds the sheets to the models."""
        from assessments import checks  # noqa: F401 - it needs the models, which are loaded by now
