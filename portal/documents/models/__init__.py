"""Documents, and what stands on and about them."""

from portal.documents.models.check import Check
from portal.documents.models.document import Document, made_by
from portal.documents.models.imprint import Imprint
from portal.documents.models.preview import Preview
from portal.documents.models.public_code import PublicCode
from portal.documents.models.store_fault import StoreFault
from portal.documents.models.words import SEALED_VARIANTS, DocumentKind, MakingStage, Variant

__all__ = [
    "SEALED_VARIANTS",
    "Check",
    "Document",
    "DocumentKind",
    "Imprint",
    "MakingStage",
    "Preview",
    "PublicCode",
    "StoreFault",
    "Variant",
    "made_by",
]
