"""The life of a filing as one table of moves (architecture: "How work flows")."""

from dataclasses import dataclass, replace
from enum import StrEnum

from assessments.domain.wording import gettext_noop as _


class State(StrEnum):
    """The states of a filing."""

    DRAFT = "draft"
    PENDING_HEAD = "pending_head"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    SCORED = "scored"
    CONCLUDED = "concluded"


STATE_NAMES: dict[State, str] = {
    State.DRAFT: _("填报中"),
    State.PENDING_HEAD: _("待单位审核"),
    State.SUBMITTED: _("已报送"),
    State.IN_REVIEW: _("审核中"),
    State.RETURNED: _("已退回"),
    State.SCORED: _("已评分"),
    State.CONCLUDED: _("已办结"),
}

#: States in which the unit may change squares.
EDITABLE = frozenset({State.DRAFT, State.RETURNED})
#: States in which the paper is still, or again, the unit's own.
WITH_THE_UNIT = EDITABLE | {State.PENDING_HEAD}
#: States in which the prefecture holds or has judged the paper: 已报送 wherever it is counted.
WITH_THE_PREFECTURE = frozenset(State) - WITH_THE_UNIT


class Role(StrEnum):
    """The roles that act; the same codes stand in a user's ``roles``."""

    CLERK = "clerk"
    HEAD = "head"
    REVIEWER = "reviewer"
    OFFICE_HEAD = "office_head"
    BUSINESS_ADMIN = "business_admin"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class PermittedMove:
    """One permitted step.

    ``target`` is where the filing goes; ``target_with_marks`` where it goes instead while a reviewer's marks are open.
    """

    name: str
    label: str
    sources: frozenset[State]
    target: State
    roles: frozenset[Role]
    target_with_marks: State | None = None
    needs_reason: bool = False


def _move(
    name: str, label: str, source: State, target: State, *roles: Role, marks: State | None = None, reason: bool = False
) -> PermittedMove:
    return PermittedMove(name, label, frozenset({source}), target, frozenset(roles), marks, reason)


_ALL = (
    PermittedMove("send_to_head", _("送审"), EDITABLE, State.PENDING_HEAD, frozenset({Role.CLERK})),
    _move("submit", _("报送"), State.PENDING_HEAD, State.SUBMITTED, Role.HEAD),
    _move("hand_back", _("退回经办人"), State.PENDING_HEAD, State.DRAFT, Role.HEAD, marks=State.RETURNED, reason=True),
    _move("recall", _("收回"), State.PENDING_HEAD, State.DRAFT, Role.CLERK, marks=State.RETURNED),
    _move("take_up", _("受理"), State.SUBMITTED, State.IN_REVIEW, Role.REVIEWER),
    _move("withdraw", _("撤回"), State.SUBMITTED, State.DRAFT, Role.HEAD, marks=State.RETURNED),
    _move("score", _("评分"), State.IN_REVIEW, State.SCORED, Role.REVIEWER),
    _move("return_for_revision", _("退回修改"), State.IN_REVIEW, State.RETURNED, Role.REVIEWER),
    _move("release", _("放回待审"), State.IN_REVIEW, State.SUBMITTED, Role.REVIEWER, Role.OFFICE_HEAD),
    _move("conclude", _("办结"), State.SCORED, State.CONCLUDED, Role.OFFICE_HEAD),
    _move("refuse", _("不予签发"), State.SCORED, State.IN_REVIEW, Role.OFFICE_HEAD, reason=True),
    _move("rescore", _("重新评分"), State.SCORED, State.IN_REVIEW, Role.REVIEWER),
    _move("reopen", _("重新办理"), State.CONCLUDED, State.IN_REVIEW, Role.BUSINESS_ADMIN, reason=True),
)

MOVES: dict[str, PermittedMove] = {move.name: move for move in _ALL}

#: The steps of a paper that its owner approves for good, since nobody reviews it.
OWN_MOVES: dict[str, PermittedMove] = {
    "send_to_head": MOVES["send_to_head"],
    "recall": MOVES["recall"],
    "submit": _move("submit", _("审定"), State.PENDING_HEAD, State.CONCLUDED, Role.OFFICE_HEAD),
    "hand_back": replace(MOVES["hand_back"], roles=frozenset({Role.OFFICE_HEAD})),
    "reopen": replace(MOVES["reopen"], target=State.DRAFT),
}

#: The word for a step that was made, by its name and where it led.
STEP_WORDS: dict[tuple[str, str], str] = {
    (move.name, target.value): move.label
    for moves in (MOVES, OWN_MOVES)
    for move in moves.values()
    for target in (move.target, move.target_with_marks)
    if target
}

#: Steps inside the prefecture's finance bureau, which are none of the unit's business.
BEHIND_CLOSED_DOORS = frozenset({"release", "refuse", "rescore"})
