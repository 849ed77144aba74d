"""What can be done with documents and jobs."""

from portal.documents.services.reconcile import reconcile
from portal.documents.services.requests import NotFailedError, request, retry

__all__ = ["NotFailedError", "reconcile", "request", "retry"]
