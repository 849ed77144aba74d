"""The filing that an address names, if its judgement is the person's to read."""

from django.http import Http404

from assessments.models import Filing
from assessments.views.page_read import FIELD as PAGE_READ
from assessments.views.page_read import require_read
from portal.accounts.models import User
from portal.accounts.requests import SignedInRequest
from reviews.permissions import may_read_review
from reviews.queries import filings_with_versions


def reviewed_filing_for(user: User, pk: int) -> Filing:
    """The filing with its submitted versions; raises Http404 unless the person may read its judgement."""
    filing = filings_with_versions(user).filter(pk=pk).first()
    if filing is None or not may_read_review(user, filing):
        raise Http404
    return filing


def require_newest(request: SignedInRequest, filing: Filing) -> None:
    """Raises TooOld where the page that posts showed an older version than is under review now."""
    require_read(request.POST.get(PAGE_READ), filing.version)
