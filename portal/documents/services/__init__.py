"""What can be done with documents and jobs."""

from portal.documents.services.authority import NotAuthorisedError
from portal.documents.services.reconcile import reconcile
from portal.documents.services.requests import RETRIED, NotFailedError, request, retry
from portal.documents.services.waiting import wake

__all__ = ["RETRIED", "NotAuthorisedError", "NotFailedError", "reconcile", "request", "retry", "wake"]
