"""The store's doorways for workers, and what a worker loads that makes papers."""

from typing import Any

from celery import current_app, shared_task
from celery.signals import celeryd_after_setup, worker_process_init

from portal import clock
from portal.documents.store import document_store
from portal.documents.store.store_check import check_store as hold_against_register
from portal.jobs.words import Queue


@shared_task(name="portal.documents.tasks.sweep_store", acks_late=True, ignore_result=True)
def sweep_store() -> None:
    """Removes what killed workers left half-written; runs every hour."""
    document_store.sweep()


@shared_task(name="portal.documents.tasks.check_store", acks_late=False, ignore_result=True)
def check_store() -> None:
    """Holds the store against the register; runs every night, and not again where a worker is lost on the way."""
    hold_against_register(at=clock.now())


@celeryd_after_setup.connect
def load_code(**_kwargs: Any) -> None:
    """Loads what prints and seals before the worker's processes are forked: they share that memory."""
    if _prints():
        import portal.documents.making.sealed_registration  # noqa: F401 - the web process must start without both
        from portal.documents import pdf

        pdf.load_code()


@worker_process_init.connect
def preload(**_kwargs: Any) -> None:
    """Starts the printing engine with its fonts in a worker's process: the first document is as fast as others."""
    if _prints():
        from portal.documents import pdf

        pdf.warm_up()


def _prints() -> bool:
    """This worker makes papers; one that only checks files of strangers prints nothing."""
    return set(current_app.amqp.queues.consume_from) != {Queue.PUBLIC.value}
