"""System check for a portal in service: whether seals can be kept and trusted as it is set up."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from portal.seals import vault
from portal.seals.trust import TrustFileError, named_revocations, named_roots


@register("seals", deploy=True)
def seals_can_be_used(app_configs: Sequence[Any] | None, **_kwargs: Any) -> list[CheckMessage]:
    """Warnings for a vault without a key, and for files of certificates that cannot be read."""
    found: list[CheckMessage] = []
    try:
        vault.seal(b"")
    except vault.VaultError as error:
        found.append(Warning(f"no seal can be kept: {error}", hint="make_seal_vault", id="seals.W001"))
    for name, read in (("SEAL_TRUST_ROOTS", named_roots), ("SEAL_CRLS", named_revocations)):
        try:
            read()
        except TrustFileError as error:
            found.append(Warning(f"{name}: {error}", id="seals.W002"))
    if settings.SEAL_TIMESTAMP_URL and not settings.SEAL_TIMESTAMP_URL.startswith(("http://", "https://")):
        found.append(Warning("SEAL_TIMESTAMP_URL is no http address", id="seals.W003"))
    return found
