"""A unit's words to a warning, or to an error that it holds for a misreading of its words."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.consistency import Finding
from assessments.domain.stock_phrases import confirms_nothing, says_nothing
from assessments.domain.wording import Message
from assessments.models import Explanation, Filing, NarrativeExplanation
from assessments.services.errors import Refused
from assessments.services.explanations_on_squares import about, key_of
from assessments.services.squares import claim_for_editing
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import User
from portal.text.door import clean
from portal.text.telling import taken_in

LONGEST = 500


class SaidMeanwhile(Refused):
    """Somebody else has answered the same finding in other words, ``theirs``; nothing was written over."""

    def __init__(self, theirs: Explanation | NarrativeExplanation) -> None:
        super().__init__(
            _("%(by)s刚写了“%(theirs)s”，没有保存。请核对后再保存。") % {"by": theirs.actor, "theirs": theirs.text}
        )
        self.theirs = theirs


@transaction.atomic
def explain(
    *, filing: Filing, finding: Finding, text: str, actor: User, at: datetime, was: str | None = None
) -> Explanation:
    """Stores what is said to one finding and what it is said to, replacing an earlier one.

    The same words once more stand for what they were said to before as well: a rule can ask twice at one square.
    Raises Refused for words that say nothing, and for an error that no words settle; one that asks for a confirmation
    is content with words that confirm. Raises :class:`SaidMeanwhile` where other words stand than those that the author
    read (``was``), None for whatever stands.
    """
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    if not finding.is_answered_in_words:
        raise Refused(_("这一处要改，不能用说明代替。"))
    said = checked_confirmation(text) if finding.confirms else checked_explanation(text)
    place: dict[str, Any] = {"filing": filing, "rule": finding.rule, "key": key_of(finding)}
    stands = Explanation.objects.filter(**place).select_related("actor").first()
    if stands and (stands.misread or not finding.may_be_misread):
        refuse_unread(stands, said=said, was=was)
    before = stands if stands and stands.text == said else None
    answered = [*(before.about if before else ()), *about(finding)]
    misread = finding.may_be_misread or bool(before and before.misread)
    answer = {"text": said, "about": list(dict.fromkeys(answered)), "misread": misread, "actor": actor, "at": at}
    explanation, _made = Explanation.objects.update_or_create(**place, defaults=answer)
    return explanation


def refuse_unread(stands: Explanation | NarrativeExplanation, *, said: str, was: str | None) -> None:
    """Raises :class:`SaidMeanwhile` where ``stands`` is neither what the author read nor what they say."""
    if was is not None and stands.text not in (clean(was).text.strip(), said):
        raise SaidMeanwhile(stands)


def checked_explanation(text: str) -> str:
    """``text`` without blanks around it; raises Refused where it cannot be stored or says nothing."""
    said = _storable(text)
    if says_nothing(said):
        raise Refused(_("“%(text)s”没有说明原因，请写明为什么会这样。") % {"text": said})
    return said


def checked_confirmation(text: str) -> str:
    """The same for words that answer whether a figure is the actual one: 确认是实际数 will do, 无 will not."""
    said = _storable(text)
    if confirms_nothing(said):
        raise Refused(_("“%(text)s”没有确认什么，请写“确认是实际数”，或者说明情况。") % {"text": said})
    return said


def _storable(text: str) -> str:
    said = taken_in(text).strip()
    problem: Message | None = text_refusal(_("说明"), said, LONGEST)
    if problem:
        raise Refused(in_words(problem))
    return said
