"""Doorways of the workers."""

from celery import shared_task

from portal import clock


@shared_task(name="portal.verification.tasks.sweep", acks_late=True, ignore_result=True)
def sweep() -> None:
    """Forgets uploads of more than a day ago; runs every hour."""
    # Tasks stand below services; this one calls one: imported when it runs.
    from portal.verification.services.sweeping import sweep as forget

    forget(at=clock.now())
