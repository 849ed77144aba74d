"""What can be done with documents and jobs."""

from portal.documents.services.reconcile import reconcile
from portal.documents.services.requests import RETRIED, NotFailedError, request, retry

__all__ = ["RETRIED", "NotFailedError", "reconcile", "request", "retry"]
