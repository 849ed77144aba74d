"""Looking into a PDF that may be anything: what its signatures say, without knowing any register."""

from portal.seals.inspection.findings import Inspection, SignatureFinding

__all__ = ["Inspection", "SignatureFinding"]
