"""Documents and the jobs that make them."""

from portal.documents.models.document import Document
from portal.documents.models.job import Job
from portal.documents.models.words import Kind, Queue, Variant

__all__ = ["Document", "Job", "Kind", "Queue", "Variant"]
