"""The room of seals: whose they are, what stands behind them, and how a paper is sealed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SealsConfig(AppConfig):
    """Seals of units, the portal's own authority, signing and looking into signatures."""

    name = "portal.seals"
    label = "seals"
    default_auto_field = "django.db.models.BigAutoField"
    audit_verbs = {
        "seal_authority_made": _("建立签章根证书"),
        "seal_certificate_issued": _("签发印章证书"),
        "demo_seal_made": _("生成样章"),
        "seal_uploaded": _("上传印章"),
        "seal_replaced": _("更换印章"),
        "seal_revoked": _("吊销印章"),
    }
    audit_subjects = {"seal": _("印章"), "seal_authority": _("签章根证书")}
    audit_names = {"seal": "portal.seals.queries.names_of_seals"}
    audit_words = {
        "fingerprint": _("证书指纹"),
        "holder": _("证书持有人"),
        "issuer": _("签发机构"),
        "valid_until": _("有效期止"),
    }

    def ready(self) -> None:
        """Registers the checks of a portal in service."""
        from portal.seals import checks  # noqa: F401 - it needs the models, which are loaded by now
