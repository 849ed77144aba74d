"""Regions, units and users."""

from portal.accounts.models.names import ComingRegionName, ComingUnitName, FormerRegionName, FormerUnitName
from portal.accounts.models.region import Region
from portal.accounts.models.succession import Succession
from portal.accounts.models.unit import Unit
from portal.accounts.models.user import User

__all__ = [
    "ComingRegionName",
    "ComingUnitName",
    "FormerRegionName",
    "FormerUnitName",
    "Region",
    "Succession",
    "Unit",
    "User",
]
