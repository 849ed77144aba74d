"""The one door between the states of a filing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import MOVES, State
from assessments.models import Filing, Mark, Move
from assessments.permissions import UNIT_MOVES, may_move, took_part
from assessments.queries import facts_of, with_squares
from assessments.services.errors import MoveRefused
from assessments.services.examining import Examined, examine
from assessments.services.handing_over import hand_over, heir_of
from assessments.services.marks import has_unsettled_marks
from assessments.services.papers import request_countersigned, request_sealed
from assessments.services.readiness import readiness
from assessments.services.snapshots import take_snapshot
from portal.accounts.models import User
from portal.audit.services import record


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """A move about to be made."""

    filing: Filing
    actor: User
    at: datetime
    answer_due_at: datetime | None


@transaction.atomic
def move(
    *,
    filing: Filing,
    name: str,
    actor: User,
    at: datetime,
    reason: str = "",
    answer_due_at: datetime | None = None,
) -> Filing:
    """Makes one step of :data:`MOVES` and gives the filing as it stands afterwards.

    The change of state is one conditional UPDATE, so that of many clicks one succeeds. A row of the step and a line of
    the record are written with it. ``answer_due_at`` belongs to ``return_for_revision``. Raises :class:`MoveRefused`.
    """
    filing = with_squares(Filing.objects.select_for_update(of=("self",))).get(pk=filing.pk)
    paper = filing.obligation.cycle.paper
    rule = paper.moves.get(name, MOVES[name])
    if State(filing.state) not in rule.sources:
        raise MoveRefused(
            _("本表现在是“%(state)s”，不能%(act)s。") % {"state": filing.state_name, "act": _(rule.label)}
        )
    if filing.imported or not may_move(actor, filing, name):
        raise MoveRefused(_("您不能对本表做“%(act)s”。") % {"act": _(rule.label)})
    if paper.reviewed and name not in UNIT_MOVES and took_part(actor, filing):
        raise MoveRefused(_("您曾代表单位送审或报送本表，须由他人审核。"))
    if rule.needs_reason and not reason.strip():
        raise MoveRefused(_("请写明理由。"))
    changes = _EFFECTS[name](PlannedMove(filing, actor, at, answer_due_at)) if name in _EFFECTS else {}
    marked = rule.target_with_marks is not None and has_unsettled_marks(filing)
    target = rule.target_with_marks if marked and rule.target_with_marks else rule.target
    Filing.objects.filter(pk=filing.pk).update(state=target.value, **changes)
    Move.objects.create(
        filing=filing,
        name=name,
        source=filing.state,
        target=target.value,
        actor=actor,
        at=at,
        reason=reason.strip(),
        version=changes.get("version", filing.version),
    )
    record(
        actor=actor,
        verb=name,
        subject_kind="filing",
        subject_id=filing.pk,
        at=at,
        region_code=filing.obligation.cycle.prefecture.code,
        details={"from": filing.state, "to": target.value, "reason": reason.strip()},
    )
    return with_squares(Filing.objects.all()).get(pk=filing.pk)


def _send_to_head(step: PlannedMove) -> dict[str, Any]:
    _require_ready(step.filing, examine(step.filing, facts_of(step.filing)))
    return {"preparer": step.actor}


def _submit(step: PlannedMove) -> dict[str, Any]:
    filing = step.filing
    if filing.preparer_id == step.actor.pk:
        raise MoveRefused(_("经办人和负责人不能是同一个人。"))
    examined = examine(filing, facts_of(filing))
    _require_ready(filing, examined)
    version = filing.version + 1
    snapshot = take_snapshot(
        filing=filing, facts=examined.facts, version=version, actor=step.actor, at=step.at, examined=examined
    )
    request_sealed(snapshot=snapshot, actor=step.actor, at=step.at)
    names = {"unit_as_sent": filing.unit_name, "region_as_sent": filing.region_name}
    return {"version": version, "submitter": step.actor, "received_at": step.at, "reviewer": None, **names}


def _require_ready(filing: Filing, examined: Examined) -> None:
    state = readiness(filing, examined)
    if not state.ready:
        keys = (*state.missing, *(item.finding.where for item in state.errors + state.unexplained))
        raise MoveRefused(
            _("还不能送出：须改 %(errors)s 处，需说明 %(warnings)s 项，未填 %(blanks)s 格，待答复批注 %(marks)s 条。")
            % {
                "errors": state.must_change,
                "warnings": state.must_explain,
                "blanks": len(state.missing),
                "marks": len(state.unanswered),
            },
            keys,
        )


def _take_up(step: PlannedMove) -> dict[str, Any]:
    return {"reviewer": step.actor}


def _give_back(step: PlannedMove) -> dict[str, Any]:
    return {"preparer": None}


def _withdraw(step: PlannedMove) -> dict[str, Any]:
    return {"preparer": None, "submitter": None, "received_at": None}


def _release(step: PlannedMove) -> dict[str, Any]:
    return {"reviewer": None}


def _return(step: PlannedMove) -> dict[str, Any]:
    _require_own_review(step)
    unsent = step.filing.marks.filter(sent_at__isnull=True, state=Mark.State.OPEN)
    if step.answer_due_at is None or step.answer_due_at <= step.at:
        raise MoveRefused(_("答复期限须在今天之后。"))
    if not unsent.update(sent_at=step.at):
        raise MoveRefused(_("请先在要改的格子上写批注，再退回修改。"))
    return {"answer_due_at": step.answer_due_at, "preparer": None, "submitter": None}


def _conclude(step: PlannedMove) -> dict[str, Any]:
    concluded = step.filing.snapshots.get(version=step.filing.version)
    request_countersigned(snapshot=concluded, actor=step.actor, at=step.at)
    return {}


def _reopen(step: PlannedMove) -> dict[str, Any]:
    """What is to be done again is done by who took over; a paper that nobody reviews is a draft again."""
    if heir := heir_of(step.filing.obligation):
        hand_over(step.filing.obligation, heir)
    return {} if step.filing.obligation.cycle.paper.reviewed else _withdraw(step)


def _require_own_review(step: PlannedMove) -> dict[str, Any]:
    if step.filing.reviewer_id != step.actor.pk:
        raise MoveRefused(_("本表由 %(name)s 审核，请先转办。") % {"name": str(step.filing.reviewer or "—")})
    return {}


_EFFECTS: dict[str, Callable[[PlannedMove], dict[str, Any]]] = {
    "send_to_head": _send_to_head,
    "submit": _submit,
    "hand_back": _give_back,
    "recall": _give_back,
    "take_up": _take_up,
    "withdraw": _withdraw,
    "release": _release,
    "return_for_revision": _return,
    "score": _require_own_review,
    "conclude": _conclude,
    "reopen": _reopen,
}
