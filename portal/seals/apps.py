"""The room of seals: whose they are, what stands behind them, and how a paper is sealed."""

from django.apps import AppConfig


class SealsConfig(AppConfig):
    """Seals of units, the portal's own authority, signing and looking into signatures."""

    name = "portal.seals"
    label = "seals"
    default_auto_field = "django.db.models.BigAutoField"
