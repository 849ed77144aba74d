"""The seal of a unit: a picture, a certificate, and a key that only workers can read."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Unit
from portal.text.columns import LineColumn, ShortColumn


class Seal(models.Model):
    """One seal; a unit has at most one that is in use, and keeps every earlier one on record.

    ``picture`` is a PNG with a transparent ground. ``certificate`` is the unit's own (PEM), ``chain`` those above it
    (PEM, may be blank). ``sealed_key`` is the PKCS#8 key, encrypted for workers. ``fingerprint`` is the SHA-256 (hex)
    of the certificate's DER; a unit may use a certificate again with another picture. ``demo``: of the portal's own
    authority on the embedded database, says 样章, carries no legal weight.
    """

    class State(models.TextChoices):
        IN_USE = "in_use", _("在用")
        REPLACED = "replaced", _("已更换")
        REVOKED = "revoked", _("已吊销")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="seals", verbose_name=_("单位"))
    state = models.CharField(_("状态"), max_length=8, choices=State, default=State.IN_USE)
    demo = models.BooleanField(_("样章"), default=False)
    picture = models.BinaryField(editable=False)
    certificate = models.TextField(_("证书"))
    chain = models.TextField(blank=True)
    sealed_key = models.BinaryField(editable=False)
    holder = LineColumn(_("证书持有人"), max_length=200)
    issuer = LineColumn(_("签发机构"), max_length=200)
    serial = models.CharField(_("证书序列号"), max_length=60)
    fingerprint = models.CharField(_("证书指纹"), max_length=64, db_index=True)
    valid_from = models.DateTimeField(_("有效期起"))
    valid_until = models.DateTimeField(_("有效期止"))
    created_at = models.DateTimeField(_("启用时间"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("启用人")
    )
    revoked_at = models.DateTimeField(_("吊销时间"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("吊销人")
    )
    revoked_because = ShortColumn(_("吊销原因"), max_length=200, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=Q(state="in_use"), name="seal_one_in_use_per_unit"),
            models.UniqueConstraint(
                fields=["fingerprint"], condition=Q(state="in_use"), name="seal_certificate_in_use_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=("in_use", "replaced", "revoked")), name="seal_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state="revoked", revoked_at__isnull=False) | (~Q(state="revoked") & Q(revoked_at=None)),
                name="seal_revoked_at_goes_with_state",
            ),
            models.CheckConstraint(
                condition=Q(fingerprint__regex=r"^[0-9a-f]{64}$"), name="seal_fingerprint_is_sha256"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.serial}"
