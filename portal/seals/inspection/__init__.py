"""Looking into a PDF that may be anything: what its signatures say, without knowing any register."""

from portal.seals.inspection.findings import Inspection, SignatureFinding, Trust
from portal.seals.inspection.sandbox import NoWardenError, inspect

__all__ = ["Inspection", "NoWardenError", "SignatureFinding", "Trust", "inspect"]
