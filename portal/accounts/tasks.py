"""Doorways of the workers."""

from celery import shared_task

from portal import clock


@shared_task(name="portal.accounts.tasks.take_names", acks_late=True, ignore_result=True)
def take_names() -> None:
    """Gives units and counties the names whose day has come; runs every minute."""
    # Tasks stand below services; this one calls one: imported when it runs.
    from portal.accounts.services.renaming import take_effect

    take_effect(clock.now())
