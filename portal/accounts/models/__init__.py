"""Regions, units and users."""

from portal.accounts.models.region import Region
from portal.accounts.models.unit import Unit
from portal.accounts.models.user import User

__all__ = ["Region", "Unit", "User"]
