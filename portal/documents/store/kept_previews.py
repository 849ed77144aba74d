"""Pictures of a document's pages: drawn when somebody looks at it for the first time, and kept."""

import logging
from collections.abc import Sequence
from typing import BinaryIO

from portal.documents.models import Document, DocumentKind, Preview
from portal.documents.store import document_store
from portal.documents.store.page_pictures import Picture, pictures_of

logger = logging.getLogger(__name__)


def previews_of(document: Document) -> Sequence[Preview]:
    """A picture of each page, up to ``MOST_PAGES``; none of an export, nor where the store gives nothing to draw."""
    kept = list(document.previews.all())
    if kept or document.kind != DocumentKind.PDF:
        return kept
    try:
        with document_store.open_verified(document.path, sha256=document.sha256) as file:
            pictures = pictures_of(file.read(), most=Preview.MOST_PAGES)
        drawn = [_preview(document, number, picture) for number, picture in enumerate(pictures, start=1)]
    except (document_store.DamagedError, document_store.UnavailableError, ValueError):
        logger.exception("no pictures of document %s", document.pk)
        return []
    # Two who look for the first time at once draw the same.
    Preview.objects.bulk_create(drawn, ignore_conflicts=True)
    return drawn


def open_preview(preview: Preview) -> BinaryIO:
    """The picture's bytes; one that the store has lost is drawn again with all of its document.

    Raises ``store.DamagedError`` where that does not bring it back, ``store.UnavailableError``.
    """
    try:
        return document_store.open_verified(preview.path, sha256=preview.sha256)
    except document_store.DamagedError:
        preview.document.previews.all().delete()
        previews_of(preview.document)
        return document_store.open_verified(preview.path, sha256=preview.sha256)


def _preview(document: Document, number: int, picture: Picture) -> Preview:
    stored = document_store.put(picture.png, suffix=".png")
    return Preview(
        document=document,
        page=number,
        path=stored.path,
        sha256=stored.sha256,
        width=picture.width,
        height=picture.height,
    )
