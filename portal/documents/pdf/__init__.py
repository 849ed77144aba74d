"""HTML to archival PDF (PDF/A-3a): no network, our own style sheets and fonts, and no missing character goes unseen.

WeasyPrint and the libraries under it are loaded on first use, so that web processes start without them.
"""

from portal.documents.pdf.engine import subsets_fonts_fast
from portal.documents.pdf.errors import ForbiddenAddressError, MissingGlyphError
from portal.documents.pdf.heights import RowHeight, line_lengths, measure
from portal.documents.pdf.printing import load_code, render_pdf, warm_up
from portal.documents.pdf.trial import Trial, tried

__all__ = [
    "ForbiddenAddressError",
    "MissingGlyphError",
    "RowHeight",
    "Trial",
    "line_lengths",
    "load_code",
    "measure",
    "render_pdf",
    "subsets_fonts_fast",
    "tried",
    "warm_up",
]
