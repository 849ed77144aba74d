"""The room where anyone may ask whether a file is what it seems."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    """The public pages, uploads and their verdicts."""

    name = "portal.verification"
    label = "verification"
    default_auto_field = "django.db.models.BigAutoField"
