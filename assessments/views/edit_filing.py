"""The filing that a page edits, and what of it the screen already shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404

from assessments.models import Filing
from portal.accounts.models import User

_SQUARES = ("squares", "list_rows")


@dataclass(frozen=True, slots=True)
class Seen:
    """The page as it is shown, by digest: the shape of its table, its panel, and each square in reading order."""

    layout: str = ""
    panel: str = ""
    looks: tuple[str, ...] = ()


def seen_in(body: Mapping[str, Any]) -> Seen:
    """The state of the screen, by the script's word; anything strange means nothing."""
    looks = str(body.get("looks", "")).split(",")
    return Seen(str(body.get("layout", "")), str(body.get("panel", "")), tuple(looks))


def version_of_own(user: User, pk: int) -> int:
    """The number of times that the filing was submitted; Http404 where it is not the unit's; one query."""
    mine = Filing.objects.filter(pk=pk, obligation__unit=user.unit_id)
    version = mine.values_list("version", flat=True).first()
    if version is None:
        raise Http404
    return version


def own_filing(user: User, pk: int) -> Filing:
    """The filing with what its form shows, in a constant number of queries; Http404 where it is not the unit's.

    Lighter than :func:`assessments.queries.filing_for`, because it is asked for after every pause in the typing: the
    unit's papers of the cycle, which it is checked with, come together.
    """
    together = Filing.objects.filter(obligation__unit=user.unit_id, obligation__cycle__obligations__filing=pk)
    papers = {paper.pk: paper for paper in together.select_related("obligation__cycle").prefetch_related(*_SQUARES)}
    filing = papers.pop(pk, None)
    if filing is None:
        raise Http404
    cycle, unit = filing.obligation.cycle, user.unit
    if unit.region.prefecture and unit.region.prefecture.pk == cycle.prefecture_id:
        cycle.prefecture = unit.region.prefecture
    filing.obligation.unit, filing.beside = unit, tuple(papers.values())
    prefetch_related_objects([filing], "explanations", "marks__author", "marks__answered_by")
    return filing
