"""Remarks on squares: written by the reviewer, sent with a return, answered by the unit, closed by the reviewer."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import Role, State
from assessments.models import Filing, Mark
from assessments.permissions import may_mark
from assessments.services.errors import Refused
from assessments.services.squares import claim_for_editing
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import User
from portal.audit.services import record
from portal.text.door import clean
from portal.text.telling import taken_in

LONGEST = 500


class AnsweredMeanwhile(Refused):
    """Somebody else has answered the same remark in another way, as ``mark`` stands now; nothing was written over."""

    def __init__(self, mark: Mark) -> None:
        said = {"by": mark.answered_by, "theirs": f"{mark.get_answer_kind_display()} {mark.answer}".strip()}
        super().__init__(_("%(by)s刚答复了“%(theirs)s”，没有保存。请核对后再答复。") % said)
        self.mark = mark


@transaction.atomic
def add_mark(*, filing: Filing, key: str, reason: str, author: User, at: datetime) -> Mark:
    """Puts a remark on a square of the version under review; it reaches the unit with the return."""
    _require_reviewer(filing, author)
    return Mark.objects.create(
        filing=filing, key=key[:80], version=filing.version, reason=_said(reason), author=author, at=at
    )


@transaction.atomic
def change_mark(*, mark: Mark, reason: str, actor: User, at: datetime, was: str | None = None) -> Mark:
    """Rewords a remark that has not been sent yet, and that still reads as it ``was``; None for whatever it reads."""
    said = _said(reason)
    _require_unsent(mark, actor, said, was)
    mark.reason, mark.author, mark.at = said, actor, at
    mark.save(update_fields=["reason", "author", "at"])
    return mark


@transaction.atomic
def remove_mark(*, mark: Mark, actor: User, was: str | None = None) -> None:
    """Takes back a remark that has not been sent yet, and that still reads as it ``was``, see :func:`change_mark`."""
    _require_unsent(mark, actor, "", was)
    mark.delete()


@transaction.atomic
def answer_mark(
    *, mark: Mark, kind: str, text: str, actor: User, at: datetime, was: tuple[str, str] | None = None
) -> Mark:
    """Answers a remark: 已改正, or 说明情况 with words.

    Raises :class:`AnsweredMeanwhile` where another answer stands than the kind and words that the author read
    (``was``), None for whatever stands.
    """
    claim_for_editing(filing_id=mark.filing_id, actor=actor, at=at)
    mark.refresh_from_db(fields=["state", "sent_at", "answer_kind", "answer", "answered_by", "answered_at"])
    if not actor.has_role(Role.CLERK) or mark.sent_at is None or mark.state == Mark.State.CLOSED:
        raise Refused(_("这条批注现在不能答复。"))
    if kind not in Mark.Answer.values:
        raise Refused(_("请选择“已改正”或“说明情况”。"))
    said = _said(text) if kind == Mark.Answer.EXPLAINED or text.strip() else ""
    read = was and (was[0], clean(was[1]).text.strip())
    if read and (mark.answer_kind, mark.answer) not in (read, (kind, said)):
        raise AnsweredMeanwhile(mark)
    mark.state, mark.answer_kind, mark.answer = Mark.State.ANSWERED, kind, said
    mark.answered_by, mark.answered_at = actor, at
    mark.save(update_fields=["state", "answer_kind", "answer", "answered_by", "answered_at"])
    return mark


@transaction.atomic
def accept_answer(*, mark: Mark, actor: User, at: datetime) -> Mark:
    """Closes a remark whose answer the reviewer accepts."""
    _require_reviewer(mark.filing, actor)
    if mark.sent_at is None:
        raise Refused(_("这条批注还没有退回给单位，可以直接删除。"))
    mark.state = Mark.State.CLOSED
    mark.save(update_fields=["state"])
    _note(mark, "accept_answer", actor, at)
    return mark


@transaction.atomic
def reject_answer(*, mark: Mark, reason: str, actor: User, at: datetime) -> Mark:
    """Closes an answered remark and puts a new one on the same square, which the next return sends."""
    _require_reviewer(mark.filing, actor)
    accept_answer(mark=mark, actor=actor, at=at)
    return add_mark(filing=mark.filing, key=mark.key, reason=reason, author=actor, at=at)


def open_marks(filing: Filing) -> list[Mark]:
    """The remarks that the unit has received and not answered yet."""
    return [mark for mark in filing.marks.all() if mark.state == Mark.State.OPEN and mark.sent_at]


def has_unsettled_marks(filing: Filing) -> bool:
    """True if a return is still being worked on: a remark was sent and is not closed."""
    return filing.marks.filter(sent_at__isnull=False).exclude(state=Mark.State.CLOSED).exists()


def _require_reviewer(filing: Filing, actor: User) -> None:
    if State(filing.state) is not State.IN_REVIEW or not may_mark(actor, filing):
        raise Refused(_("只有正在审核本表的审核员可以批注。"))


def _require_unsent(mark: Mark, actor: User, said: str, was: str | None) -> None:
    """Locks the remark, which is not sent and reads as the actor read it, or as the actor wants it."""
    _require_reviewer(mark.filing, actor)
    stands = Mark.objects.select_for_update(of=("self",)).select_related("author").filter(pk=mark.pk).first()
    if stands is None:
        raise Refused(_("这条批注刚被删除，没有保存。"))
    if stands.sent_at is not None:
        raise Refused(_("这条批注已经退回给单位，不能再改。"))
    if was is not None and stands.reason not in (clean(was).text.strip(), said):
        now = {"by": stands.author, "now": stands.reason}
        raise Refused(_("批注刚由%(by)s改为“%(now)s”，没有保存。请看过再改。") % now)


def _said(text: str) -> str:
    said = taken_in(text).strip()
    if problem := text_refusal(_("批注"), said, LONGEST):
        raise Refused(in_words(problem))
    if not said:
        raise Refused(_("请写明要改什么、为什么。"))
    return said


def _note(mark: Mark, verb: str, actor: User, at: datetime) -> None:
    record(actor=actor, verb=verb, subject_kind="filing", subject_id=mark.filing_id, at=at, details={"key": mark.key})
