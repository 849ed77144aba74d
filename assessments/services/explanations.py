"""What a unit says to a warning."""

import unicodedata
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.wording import Message
from assessments.models import Explanation, Filing
from assessments.services.errors import Refused
from assessments.services.squares import claim_for_editing
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import User

#: Words that explain nothing.
_EMPTY_WORDS = frozenset({"", "无", "没有", "同上", "略", "见上", "已核对", "正常", "无误", "none", "ok"})
LONGEST = 500


@transaction.atomic
def explain(*, filing: Filing, rule: str, key: str, text: str, actor: User, at: datetime) -> Explanation:
    """Stores the explanation of one warning, replacing an earlier one; raises Refused for words that say nothing."""
    claim_for_editing(filing_id=filing.pk, actor=actor, at=at)
    said = checked_explanation(text)
    explanation, _made = Explanation.objects.update_or_create(
        filing=filing, rule=rule, key=key, defaults={"text": said, "actor": actor, "at": at}
    )
    return explanation


def checked_explanation(text: str) -> str:
    """``text`` without blanks around it; raises Refused where it cannot be stored or says nothing."""
    said = text.strip()
    problem: Message | None = text_refusal(_("说明"), said, LONGEST)
    if problem:
        raise Refused(in_words(problem))
    if says_nothing(said):
        raise Refused(_("“%(text)s”没有说明原因，请写明为什么会这样。") % {"text": said})
    return said


def says_nothing(text: str) -> bool:
    """Whether the words explain nothing: only punctuation, or a stock phrase such as 无 or 同上."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum()) in _EMPTY_WORDS
