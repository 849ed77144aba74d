"""Saving squares: each save names the value it read, and replaces only that (compare-and-swap for each square)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import EDITABLE, Role
from assessments.models import Filing, Obligation, SquareChange
from assessments.services.errors import NotEditable
from assessments.services.square_storage import HeldSquares, can_be_typed, correction_of, refusal_of
from assessments.services.wording import in_words
from portal.accounts.models import User
from portal.text.door import clean
from portal.text.telling import what_changed


@dataclass(frozen=True, slots=True)
class Change:
    """A square's new text, and the text it replaces."""

    key: str
    value: str
    was: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The square now holds ``value``; ``changed`` says what was cleaned in what was typed."""

    key: str
    value: str
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The square was changed in between; nothing was overwritten. Both values are kept in the history.

    ``own``: by the same person, on another page.
    """

    key: str
    yours: str
    theirs: str
    by: str
    at: datetime | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Unacceptable:
    """The square cannot hold the text; ``message`` says what would be right, ``correction`` is what may be offered."""

    key: str
    value: str
    message: str
    correction: str = ""


Outcome = Saved | Conflict | Unacceptable


@transaction.atomic
def save_squares(
    *, filing_id: int, changes: Sequence[Change], actor: User, at: datetime, version: int | None = None
) -> list[Outcome]:
    """Saves each change whose square still holds what its author read.

    One outcome for each change, in order. Raises :class:`NotEditable` where the filing is not the actor's to edit now,
    or has another ``version`` than the author read, None for whatever it has.
    """
    claim_for_editing(filing_id=filing_id, actor=actor, at=at, version=version)
    filing = Filing.objects.only("edition", "amount_unit").get(pk=filing_id)
    history: list[SquareChange] = []
    held = HeldSquares.of(filing, (change.key for change in changes if can_be_typed(filing.edition, change.key)))
    outcomes = [_save(held, change, actor, at, history) for change in changes]
    held.write()
    SquareChange.objects.bulk_create(history)
    return outcomes


def claim_for_editing(*, filing_id: int, actor: User, at: datetime, version: int | None = None) -> None:
    """Locks the filing's row for this transaction and notes who saves; raises :class:`NotEditable`.

    ``version`` is the one that it has to have, None for any.
    """
    owed = Obligation.objects.filter(unit=actor.unit_id)
    editable = Filing.objects.filter(pk=filing_id, state__in=EDITABLE, imported=False, obligation__in=owed)
    as_read = editable if version is None else editable.filter(version=version)
    if not as_read.update(saved_at=at, saved_by=actor) or not actor.has_role(Role.CLERK):
        raise NotEditable(_("本表现在不能修改：可能已送审或报送。请刷新页面查看最新状态，您刚输入的内容仍保留在本机。"))


def _save(held: HeldSquares, change: Change, actor: User, at: datetime, history: list[SquareChange]) -> Outcome:
    typed, was, edition = clean(change.value), clean(change.was).text, held.filing.edition
    key, value = change.key, typed.text
    if not can_be_typed(edition, key):
        return Unacceptable(key, change.value, _("这一格不在本表中，可能已被删除。请刷新页面。"))
    if problem := refusal_of(edition, key, value):
        return Unacceptable(key, change.value, in_words(problem), correction_of(edition, key, value))
    now = held.now(key)
    if now is None:
        return Unacceptable(key, value, _("这一行已被删除，您输入的内容没有保存。"))
    if now not in (was, value):
        return _collision(held.filing, change, value, now, actor, at, history)
    if now != value:
        held.put(key, value)
        history.append(_line(held.filing, key, was, value, actor, at))
    return Saved(key, value, what_changed(typed) if now == was else "")


def _collision(
    filing: Filing, change: Change, value: str, theirs: str, actor: User, at: datetime, history: list[SquareChange]
) -> Outcome:
    key = change.key
    history.append(_line(filing, key, clean(change.was).text, value, actor, at, kept=False))
    last = filing.changes.filter(key=key, kept=True).select_related("actor").order_by("-id").first()
    if last is None:
        return Conflict(key, value, theirs, "", None)
    return Conflict(key, value, theirs, str(last.actor), last.at, own=last.actor_id == actor.pk)


def _line(
    filing: Filing, key: str, was: str, value: str, actor: User, at: datetime, *, kept: bool = True
) -> SquareChange:
    return SquareChange(filing=filing, key=key, was=was, value=value, kept=kept, actor=actor, at=at)
