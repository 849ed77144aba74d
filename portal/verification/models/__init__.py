"""Files that somebody wants to have checked."""

from portal.verification.models.upload import Upload

__all__ = ["Upload"]
