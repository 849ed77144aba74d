"""Holding the store against the register: every night, and whenever a download finds a file wanting."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from portal.documents.models import Document, StoreFault
from portal.documents.store import document_store

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoreReport:
    """The number of registered documents looked at, and those that the store does not hold as registered."""

    documents: int
    faults: tuple[StoreFault, ...]


def check_store(*, at: datetime) -> StoreReport:
    """Reads every registered document once and keeps what is gone or altered.

    Raises ``store.UnavailableError`` where the store gives nothing: that says nothing about the files.
    """
    looked, faults = 0, []
    for document in _registered():
        looked += 1
        if fault := look_at(document, at=at):
            faults.append(fault)
    return StoreReport(documents=looked, faults=tuple(faults))


def look_at(document: Document, *, at: datetime) -> StoreFault | None:
    """The fault of one document, kept from when it was first found; None, and nothing kept, where all is well."""
    kind = _fault_of(document)
    if kind is None:
        StoreFault.objects.filter(document=document).delete()
        return None
    logger.error("document %s is %s in the store: %s", document.pk, kind, document.path)
    fault, _ = StoreFault.objects.update_or_create(
        document=document, defaults={"kind": kind}, create_defaults={"kind": kind, "found_at": at}
    )
    return fault


def _fault_of(document: Document) -> StoreFault.Kind | None:
    try:
        document_store.open_verified(document.path, sha256=document.sha256).close()
    except document_store.DamagedError as error:
        return StoreFault.Kind.GONE if error.__cause__ else StoreFault.Kind.ALTERED
    return None


def _registered() -> Iterator[Document]:
    return Document.objects.only("path", "sha256", "filename").order_by("created_at", "pk").iterator(chunk_size=1000)
