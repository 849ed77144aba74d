"""The standing of a document today, as the app that owns it says: current, returned, superseded, withdrawn …"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

CURRENT, RETURNED, SUPERSEDED, WITHDRAWN, REOPENED = "current", "returned", "superseded", "withdrawn", "reopened"


@dataclass(frozen=True, slots=True)
class Standing:
    """One version of a paper.

    ``state`` is current, returned (sent back to be revised), superseded (``latest`` then says by which version),
    withdrawn or reopened (concluded once, in review again). ``paper`` is the official name of the form, ``about`` the
    fund and the period. ``seals`` are the fields of the seals that it carries once it is finished. ``judged_at`` (when
    it was scored) is for those who may read the paper; everything else may stand on its public page. ``unit`` and
    ``region`` are called as on the paper; ``unit_now`` says what the unit is called today, ``taken_over_by`` who took
    over from one that is closed.
    """

    paper: str
    unit: str
    region: str
    about: str
    version: int
    state: str
    latest: int
    submitted_at: datetime | None
    seals: tuple[str, ...] = ()
    judged_at: datetime | None = None
    unit_now: str = ""
    taken_over_by: str = ""

    @property
    def renamed_to(self) -> str:
        """The name of the unit today; blank where that stands on the paper."""
        return "" if self.unit_now == self.unit else self.unit_now


#: The standing of every version of a subject, by the digest of its content.
StandingsOf = Callable[[str], Mapping[str, Standing]]


def standings_of(*, subject_kind: str, subject_id: str) -> Mapping[str, Standing]:
    """The standing of every version of a paper, by digest (``settings.DOCUMENT_STANDINGS``); empty for none."""
    name = settings.DOCUMENT_STANDINGS.get(subject_kind)
    return cast(StandingsOf, import_string(name))(subject_id) if name else {}


def standing_of(*, subject_kind: str, subject_id: str, digest: str) -> Standing | None:
    """The standing of the version with ``digest``; None where there is no such version."""
    return standings_of(subject_kind=subject_kind, subject_id=subject_id).get(digest)
