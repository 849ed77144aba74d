"""What a document is today, in the words of the app that owns it: current, superseded, withdrawn …"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings

from portal.documents.printable import by_dotted_name

CURRENT, SUPERSEDED, WITHDRAWN, REOPENED = "current", "superseded", "withdrawn", "reopened"


@dataclass(frozen=True, slots=True)
class Standing:
    """One version of a paper, for people who may know no more of it than its public page says.

    ``state`` is current, superseded (``latest`` then says by which version), withdrawn or reopened (concluded once, in
    review again). ``paper`` is the official name of the form, ``about`` the fund and the period.
    """

    paper: str
    unit: str
    region: str
    about: str
    version: int
    state: str
    latest: int
    submitted_at: datetime | None


StandingOf = Callable[[str, str], Standing | None]


def standing_of(*, subject_kind: str, subject_id: str, digest: str) -> Standing | None:
    """How the version with ``digest`` stands (``settings.DOCUMENT_STANDINGS``); None where there is no such version."""
    name = settings.DOCUMENT_STANDINGS.get(subject_kind)
    return cast(StandingOf, by_dotted_name(name))(subject_id, digest) if name else None
