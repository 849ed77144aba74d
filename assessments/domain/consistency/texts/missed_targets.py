"""V08 in running text: an outcome meets the target stated beside it, or the text says why not (forms.md §5)."""

import re
from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.goals import Miss, miss_of
from assessments.domain.consistency.texts.verdicts import in_text, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.texts import Text
from assessments.domain.measures import Interval
from assessments.domain.narrative.claims import Claim, GoalClaim
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中的完成值没有达到目标，也没有说明原因")
_SAYS = {
    Miss.BELOW: _("文中“{name}”目标 {target}，完成 {actual}，没有达到，请说明原因"),
    Miss.ABOVE: _("文中“{name}”目标 {target}，完成 {actual}，超出上限，请说明原因"),
    Miss.FAR_ABOVE: _("文中“{name}”目标 {target}，完成 {actual}，超过三成以上，请说明原因"),
}
_SHORT = _("偏差未说明")
_REASON = re.compile(r"原因|由于|因为|主要是|主要系|是因|受.{1,20}影响|导致|偏差")
#: The head of a part on why targets were missed, how long it may be, and how many paragraphs of the part are read.
_REASONS = re.compile(r"(?:偏离|偏差|未完成|未达).{0,12}原因|原因.{0,6}(?:偏离|偏差|未完成)")
_TITLE_LENGTH, _SECTION = 60, 12
#: What in an indicator's name says only whose it is.
_FUND = re.compile(r"机关事业单位|企业职工|城乡居民|城镇职工|职工|基本|养老|医疗|失业|工伤|保险")
#: How far behind the outcome a reason may stand.
_REACH = 150


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        if text.is_plan:
            continue
        for goal in text.reading.claims.goals:
            miss = miss_of(goal)
            if miss and goal.actual and not _is_explained(text, goal, goal.actual):
                yield _say(dossier, number, goal, goal.actual, miss)


def _is_explained(text: Text, goal: GoalClaim, actual: Claim) -> bool:
    """A reason right behind the outcome, or a later part of the text on reasons that speaks of the indicator."""
    spot = actual.spot
    behind = text.reading.paragraphs[spot.paragraph][spot.end : spot.end + _REACH]
    if _REASON.search(behind.partition("②")[0]):
        return True
    later = text.reading.plain[spot.paragraph + 1 :]
    begins = next((number for number, each in enumerate(later) if _REASONS.search(each.text[:_TITLE_LENGTH])), None)
    return begins is not None and any(_speaks_of(goal.name, each.text) for each in later[begins : begins + _SECTION])


def _speaks_of(name: str, words: str) -> bool:
    """Whether words name an indicator, as a whole or in its greater part."""
    plain = _FUND.sub("", name)
    pairs = {plain[at : at + 2] for at in range(len(plain) - 1)}
    return bool(pairs) and 2 * sum(pair in words for pair in pairs) > len(pairs)


def _say(dossier: Dossier, text: int, goal: GoalClaim, actual: Claim, miss: Miss) -> Finding:
    values = {"name": quoted(goal.name), "target": goal.target.printed(), "actual": actual.quantity.printed()}
    return in_text(
        RULE,
        dossier,
        text,
        actual.spot,
        Message(_SAYS[miss], values),
        expected=goal.target.printed(),
        arithmetic=_arithmetic(goal, actual),
        short=_SHORT,
    )


def _arithmetic(goal: GoalClaim, actual: Claim) -> str:
    """``2931 ÷ 3250 = 90.18%`` for counts and amounts."""
    target = goal.target.quantities[0]
    ratio = Interval.around(actual.quantity).over(Interval.around(target))
    if ratio is None or target.dimension == "%":
        return ""
    return f"{actual.quantity.number:f} ÷ {target.number:f} = {printed_rate(ratio.value, 2)}"


def _file(actual: str) -> dict[str, object]:
    words = f"保障退休待遇享受人数年初指标值≥3250人，全年完成值{actual}。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V08",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中写明的指标值与完成值"),
    example=Example(
        passes=Given(_("指标值≥3250人，完成值3291人"), _file("3291人")),
        fails=Given(_("指标值≥3250人，完成值2931人，没有说明原因"), _file("2931人")),
    ),
)
