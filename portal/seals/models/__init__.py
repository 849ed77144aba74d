"""Seals and the authority that stands behind those the portal makes itself."""

from portal.seals.models.authority import Authority
from portal.seals.models.seal import Seal

__all__ = ["Authority", "Seal"]
