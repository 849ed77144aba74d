"""The acts on jobs."""

from portal.jobs.services.reconcile import reconcile
from portal.jobs.services.requests import RETRIED, NotFailedError, request, request_again, retry
from portal.jobs.services.waiting import wake

__all__ = ["RETRIED", "NotFailedError", "reconcile", "request", "request_again", "retry", "wake"]
