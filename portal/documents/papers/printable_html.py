"""The HTML that an app hands over to be printed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class SealPlace:
    """The place of a seal to come: centred on the element ``anchor`` of the page, in the signature field ``field``.

    ``label`` is what a screen reader says of it (塔什库尔干县社会保险管理局公章).
    """

    anchor: str
    field: str
    label: str


@dataclass(frozen=True, slots=True)
class PrintableHtml:
    """Print HTML of one subject with its title and the official name of the file (with ``.pdf``).

    ``digest`` is the SHA-256 (hex) of the content that was printed; a job whose own digest differs is refused, so that
    no paper stands under the digest of another version. Empty where the builder cannot tell. ``facts`` (JSON) are
    attached to the PDF; ``seal_places`` become its empty signature fields; ``code`` is the paper's public code.
    ``version`` counts the contents as the paper's page does; 0 where nobody counts them, as with drafts.
    """

    html: str
    title: str
    filename: str
    digest: str = ""
    facts: bytes = b""
    seal_places: tuple[SealPlace, ...] = ()
    code: str = ""
    version: int = 0


Builder = Callable[[str, str, str], PrintableHtml]


def build(*, subject_kind: str, subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """Asks the app that owns ``subject_kind`` for its print HTML (``settings.DOCUMENT_BUILDERS``); KeyError if none.

    ``digest`` says which content is wanted: a version that was replaced since is still printed as what it was.
    """
    builder = cast(Builder, import_string(settings.DOCUMENT_BUILDERS[subject_kind]))
    return builder(subject_id, variant, digest)
