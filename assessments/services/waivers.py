"""豁免: a unit asks that one rule be set aside for one filing, the prefecture's office head decides."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import State
from assessments.domain.working_days import next_working_day
from assessments.models import Filing, Obligation, Waiver
from assessments.permissions import may_ask_waiver, may_waive
from assessments.queries import with_squares
from assessments.services.errors import Refused
from assessments.services.explanations import checked_explanation
from assessments.services.waivable import NEVER_WAIVED, rules_in_the_way, waivable_rules
from portal.accounts.models import User
from portal.audit.services import record
from portal.clock import beijing_day
from portal.ui.language import official_language

#: How long a waiver holds unless another day is chosen, and at most.
USUAL = timedelta(days=30)
LONGEST = timedelta(days=365)


def usual_last_day(obligation: Obligation, at: datetime) -> date:
    """The day proposed for a waiver granted at ``at``: a working day 30 days on, or when the paper is due if later."""
    today = beijing_day(at)
    return min(max(next_working_day(today + USUAL), obligation.due_day), today + LONGEST)


@transaction.atomic
def ask(*, filing: Filing, rule: str, reason: str, actor: User, at: datetime) -> Waiver:
    """Asks that ``rule`` be waived for a filing that is with its unit.

    Raises Refused for a rule that asks nothing of the filing now, for words that say nothing, and while the rule is
    waived or asked for.
    """
    obligation = _locked(filing.obligation_id)
    filing = with_squares(Filing.objects.all()).get(pk=filing.pk)
    if not may_ask_waiver(actor, filing):
        raise Refused(_("本表在填报单位时，填报员和单位负责人可以申请豁免；本表现在不能申请。"))
    said = checked_explanation(reason)
    _require_free(obligation, rule)
    if rule not in rules_in_the_way(filing):
        raise Refused(_("规则 %(rule)s 现在没有要改或要说明的检查结果，不需要豁免。") % {"rule": rule})
    waiver = Waiver.objects.create(
        obligation=obligation, rule=rule, state=Waiver.State.ASKED, asked_by=actor, asked_at=at, asked_reason=said
    )
    _note(waiver, verb="ask_waiver", actor=actor, at=at, reason=said)
    return waiver


@transaction.atomic
def grant(*, waiver: Waiver, reason: str, until: date, actor: User, at: datetime) -> Waiver:
    """Grants a request until the end of ``until`` in Beijing; of several decisions one succeeds."""
    obligation = _locked(waiver.obligation_id)
    said = _decision(obligation, reason, actor)
    _require_grantable(obligation, waiver.rule, until, at)
    _close_run_out(obligation, waiver.rule, at)
    decided = {"reason": said, "approver": actor, "decided_at": at, "expires_on": until}
    _swap(waiver, Waiver.State.ASKED, state=Waiver.State.GRANTED, **decided)
    return _granted(waiver, said, until, actor, at)


@transaction.atomic
def grant_unasked(*, obligation: Obligation, rule: str, reason: str, until: date, actor: User, at: datetime) -> Waiver:
    """Waives a rule that nobody asked to be waived; a request for it is answered instead."""
    obligation = _locked(obligation.pk)
    said = _decision(obligation, reason, actor)
    _require_grantable(obligation, rule, until, at)
    if Waiver.objects.open().filter(obligation=obligation, rule=rule).exists():
        raise Refused(_("单位已经申请豁免规则 %(rule)s，请在申请上批复。") % {"rule": rule})
    _close_run_out(obligation, rule, at)
    waiver = Waiver.objects.create(
        obligation=obligation,
        rule=rule,
        state=Waiver.State.GRANTED,
        reason=said,
        approver=actor,
        decided_at=at,
        expires_on=until,
    )
    return _granted(waiver, said, until, actor, at)


@transaction.atomic
def refuse(*, waiver: Waiver, reason: str, actor: User, at: datetime) -> Waiver:
    """Declines a request; the unit may ask again."""
    said = _decision(_locked(waiver.obligation_id), reason, actor)
    _swap(waiver, Waiver.State.ASKED, state=Waiver.State.REFUSED, reason=said, approver=actor, decided_at=at)
    _note(waiver, verb="refuse_waiver", actor=actor, at=at, reason=said)
    return Waiver.objects.get(pk=waiver.pk)


@transaction.atomic
def revoke(*, waiver: Waiver, reason: str, actor: User, at: datetime) -> Waiver:
    """Ends a waiver that is in force; versions submitted under it keep it."""
    said = _decision(_locked(waiver.obligation_id), reason, actor)
    changes = {"state": Waiver.State.REVOKED, "revoked_by": actor, "revoked_at": at, "revoked_reason": said}
    if not Waiver.objects.in_force().filter(pk=waiver.pk).update(**changes):
        raise Refused(_("这项豁免现在不在有效期内，不用撤销。请刷新页面查看最新状态。"))
    _note(waiver, verb="revoke_waiver", actor=actor, at=at, reason=said)
    return Waiver.objects.get(pk=waiver.pk)


def _locked(obligation: int) -> Obligation:
    """The paper that waivers stand on, so that one of them is changed at a time."""
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("cycle__prefecture", "unit")
    return rows.get(pk=obligation)


def _decision(obligation: Obligation, reason: str, actor: User) -> str:
    if not may_waive(actor, obligation.cycle):
        raise Refused(_("只有本地区财政局的处室领导可以批准、不予批准或者撤销豁免。"))
    return checked_explanation(reason)


def _require_grantable(obligation: Obligation, rule: str, until: date, at: datetime) -> None:
    filing = Filing.objects.filter(obligation=obligation).first()
    if obligation.cycle.historical or (filing and filing.imported):
        raise Refused(_("历史数据的检查结果只供参考，不需要豁免。"))
    if filing and State(filing.state) is State.CONCLUDED:
        raise Refused(_("本表已办结，豁免不再起作用。"))
    if rule in NEVER_WAIVED or rule not in waivable_rules(obligation.cycle):
        raise Refused(_("规则 %(rule)s 不能豁免。") % {"rule": rule})
    today = beijing_day(at)
    if not today <= until <= today + LONGEST:
        raise Refused(
            _("有效期须在 %(first)s 到 %(last)s 之间，最长一年。") % {"first": today, "last": today + LONGEST}
        )
    _require_not_waived(obligation, rule)


def _require_free(obligation: Obligation, rule: str) -> None:
    if Waiver.objects.open().filter(obligation=obligation, rule=rule).exists():
        raise Refused(_("已经申请豁免规则 %(rule)s，正在等地区财政局批复，不用再申请。") % {"rule": rule})
    _require_not_waived(obligation, rule)


def _require_not_waived(obligation: Obligation, rule: str) -> None:
    held = Waiver.objects.in_force().filter(obligation=obligation, rule=rule).first()
    if held:
        raise Refused(
            _("规则 %(rule)s 已经豁免，有效至 %(day)s。要改期限或理由，须先撤销原来的豁免。")
            % {"rule": rule, "day": held.expires_on}
        )


def _close_run_out(obligation: Obligation, rule: str, at: datetime) -> None:
    for over in Waiver.objects.run_out().filter(obligation=obligation, rule=rule):
        _swap(over, Waiver.State.GRANTED, state=Waiver.State.EXPIRED)
        _note(over, verb="expire_waiver", actor=None, at=at, until=over.expires_on)


def _swap(waiver: Waiver, was: Waiver.State, **changes: Any) -> None:
    """Changes the row if it still is what it ``was``: one conditional UPDATE, so that of two clicks one succeeds."""
    if not Waiver.objects.filter(pk=waiver.pk, state=was).update(**changes):
        raise Refused(_("这项申请刚由他人办理。请刷新页面查看最新状态。"))


def _granted(waiver: Waiver, reason: str, until: date, actor: User, at: datetime) -> Waiver:
    _note(waiver, verb="grant_waiver", actor=actor, at=at, reason=reason, until=until)
    return Waiver.objects.get(pk=waiver.pk)


def _note(waiver: Waiver, *, verb: str, actor: User | None, at: datetime, **more: object) -> None:
    owed = waiver.obligation
    with official_language():
        about = {"unit": owed.unit.name, "cycle": owed.cycle.name, "fund": owed.fund, "rule": waiver.rule}
    record(
        actor=actor,
        verb=verb,
        subject_kind="waiver",
        subject_id=waiver.pk,
        at=at,
        region_code=owed.cycle.prefecture.code,
        details=about | more,
    )
