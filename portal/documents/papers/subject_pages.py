"""The addresses on the screen of what is printed."""

from django.conf import settings
from django.urls import reverse

from portal.documents.models import Document
from portal.jobs.models import Job


def subject_page(about: Document | Job) -> str:
    """The address of what is printed or checked; blank where it has no page of its own."""
    name = settings.DOCUMENT_PAGES.get(about.subject_kind)
    return reverse(name, args=[about.subject_id]) if name else ""
