"""The acts on documents."""

from portal.documents.services.authority import NotAuthorisedError
from portal.documents.services.paper_requests import request_paper

__all__ = ["NotAuthorisedError", "request_paper"]
