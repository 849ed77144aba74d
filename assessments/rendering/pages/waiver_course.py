"""The course of one waiver as its page tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.models import Waiver
from portal.accounts.models import User
from portal.clock import end_of


@dataclass(frozen=True, slots=True)
class WaiverStep:
    """One step: what was done, by whom (nobody where a day passed), when, and with which reason."""

    label: str
    icon: str
    at: datetime
    actor: User | None = None
    reason: str = ""


def course_of(waiver: Waiver, standing: str) -> tuple[WaiverStep, ...]:
    """The steps in order; ``standing`` is how the waiver stands today."""
    return tuple(_steps(waiver, standing))


def _steps(waiver: Waiver, standing: str) -> Iterator[WaiverStep]:
    if waiver.asked_at:
        yield WaiverStep(_("申请豁免"), "send", waiver.asked_at, waiver.asked_by, waiver.asked_reason)
    if waiver.decided_at and waiver.expires_on:
        label = _("批准豁免，有效至 %(day)s") % {"day": date_format(waiver.expires_on, _("Y年n月j日"))}
        yield WaiverStep(label, "ok", waiver.decided_at, waiver.approver, waiver.reason)
    elif waiver.decided_at:
        yield WaiverStep(_("不予豁免"), "err", waiver.decided_at, waiver.approver, waiver.reason)
    if waiver.revoked_at:
        yield WaiverStep(_("撤销豁免"), "back", waiver.revoked_at, waiver.revoked_by, waiver.revoked_reason)
    if standing == Waiver.State.EXPIRED and waiver.expires_on:
        yield WaiverStep(_("豁免到期"), "dot", end_of(waiver.expires_on))
