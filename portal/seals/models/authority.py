"""The portal's own certificate authority and time-stamp authority, made at first run where there is no other."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Authority(models.Model):
    """One key pair with its certificate; at most one of each purpose is current.

    ``sealed_key`` is the PKCS#8 key, encrypted for the worker (:mod:`portal.seals.vault`). ``crl`` is the list of
    revoked certificates (DER), made again whenever one is revoked or the list grows old.
    """

    class Purpose(models.TextChoices):
        ROOT = "root", _("根证书")
        TIMESTAMPS = "timestamps", _("时间戳")

    purpose = models.CharField(_("用途"), max_length=12, choices=Purpose, unique=True)
    certificate = models.TextField(_("证书"))
    sealed_key = models.BinaryField(editable=False)
    crl = models.BinaryField(editable=False, default=b"")
    created_at = models.DateTimeField(_("建立时间"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=["root", "timestamps"]), name="authority_purpose_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.purpose
