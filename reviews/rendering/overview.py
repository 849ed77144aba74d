"""总览: counties down, funds across, where every paper of a cycle stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.domain.funds import NAMES, POOLED_ABOVE, Fund
from assessments.domain.workflow import STATE_NAMES, WITH_THE_PREFECTURE, State
from assessments.models import Cycle, Filing, Obligation

_NOT_BEGUN = "not_started"
#: Tone of a cell and icon, by state; red is none of them: red means wrong.
_LOOKS = {
    _NOT_BEGUN: ("s0", "dot"),
    State.DRAFT: ("s1", "pen"),
    State.PENDING_HEAD: ("s1", "pen"),
    State.SUBMITTED: ("s2", "send"),
    State.IN_REVIEW: ("s2", "half"),
    State.RETURNED: ("s3", "back"),
    State.SCORED: ("s4", "ok"),
    State.CONCLUDED: ("s4", "ok"),
}


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """One paper: its state's word, how it is drawn, and where it leads (blank: nowhere yet)."""

    word: str
    tone: str
    icon: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class CountyLine:
    """One county: a cell for each fund (None where nothing is owed), and how much of it was received."""

    name: str
    cells: tuple[OverviewCell | None, ...]
    received: int
    owed: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole: ``pooled`` says for each column whether the fund is pooled above; ``counts`` by word.

    How much of it all was received stands on its cycle, see :func:`assessments.queries.with_progress`.
    """

    funds: tuple[str, ...]
    pooled: tuple[bool, ...]
    lines: tuple[CountyLine, ...]
    counts: tuple[tuple[str, str, int], ...]


def matrix_of(cycle: Cycle, obligations: QuerySet[Obligation]) -> Matrix:
    """The matrix of ``cycle``, in one query."""
    owed = list(obligations.select_related("unit__region", "filing").order_by("unit__region__code", "fund"))
    regions = dict.fromkeys((item.unit.region.code, item.unit.region.name) for item in owed)
    by_place = {(item.unit.region.code, item.fund): item for item in owed}
    lines = tuple(_line(code, name, by_place) for code, name in regions)
    states = Counter(_state(item) for item in owed)
    return Matrix(
        funds=tuple(NAMES[fund].short for fund in Fund),
        pooled=tuple(fund in POOLED_ABOVE and not any(item.fund == fund for item in owed) for fund in Fund),
        lines=lines,
        counts=tuple((_word(state), tone, states[state]) for state, (tone, _icon) in _LOOKS.items() if states[state]),
    )


def _line(code: str, name: str, by_place: dict[tuple[str, str], Obligation]) -> CountyLine:
    items: Sequence[Obligation | None] = [by_place.get((code, fund.value)) for fund in Fund]
    known = [item for item in items if item]
    return CountyLine(
        name=name,
        cells=tuple(_cell(item) if item else None for item in items),
        received=sum(_state(item) in WITH_THE_PREFECTURE for item in known),
        owed=len(known),
    )


def _cell(item: Obligation) -> OverviewCell:
    state, filing = _state(item), _filing(item)
    tone, icon = _LOOKS[state]
    url = reverse("reviews:review", args=[filing.pk]) if filing and filing.version and not filing.imported else ""
    if filing and filing.imported:
        url = reverse("assessments:filing", args=[filing.pk])
    return OverviewCell(
        _word(state), tone, icon, url, f"{filing.region_name if filing else item.unit.region.name} {item.fund_name}"
    )


def _filing(item: Obligation) -> Filing | None:
    return getattr(item, "filing", None)


def _state(item: Obligation) -> str:
    filing = _filing(item)
    return State(filing.state) if filing else _NOT_BEGUN


def _word(state: str) -> str:
    return _("未开始") if state == _NOT_BEGUN else _(STATE_NAMES[State(state)])
