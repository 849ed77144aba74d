"""The filing that an address names, if its judgement is the person's to read."""

from django.http import Http404

from assessments.models import Filing
from portal.accounts.models import User
from reviews.permissions import may_read_review
from reviews.queries import filings_with_versions


def reviewed_filing_for(user: User, pk: int) -> Filing:
    """The filing with its submitted versions; raises Http404 unless the person may read its judgement."""
    filing = filings_with_versions(user).filter(pk=pk).first()
    if filing is None or not may_read_review(user, filing):
        raise Http404
    return filing
