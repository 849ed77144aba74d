"""V10 in running text: with a rate outside its band, or a missed target, a text may not claim success (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.claimed_success import claims_success
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.goals import miss_of
from assessments.domain.consistency.texts.verdicts import in_text, printed, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.ledger.texts import Text
from assessments.domain.measures import LIMITS, Measure
from assessments.domain.narrative.claims import RateClaim, Spot
from assessments.domain.narrative.items import SPENDING
from assessments.domain.narrative.roles import BUDGETS
from assessments.domain.units import PERCENT
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("没有达到目标，却写达到预期目标")
_RATE = _("文中写“{claim}”，又写“{words}”，目标是 {target}")
_GOAL = _("文中写“{claim}”，“{name}”目标 {target}，完成 {actual}")
_SHORT = _("与指标不符")

#: Whose band: scope, subject, year.
_Whose = tuple[str, str, int | None]
#: A sentence, what it is filled in with, and what was to be reached.
_Doubt = tuple[str, dict[str, str], str]


def _check(dossier: Dossier) -> Iterator[Finding]:
    bands = _bands(dossier)
    for number, text in enumerate(dossier.ledger.texts):
        if text.is_plan:
            continue
        doubts = _doubts(dossier, number, text, bands)
        for paragraph, words in enumerate(text.reading.paragraphs):
            claim = claims_success(words) if paragraph in doubts else None
            if claim:
                say, values, expected = doubts[paragraph]
                spot = Spot(paragraph, 0, claim.start(), claim.end())
                message = Message(say, {**values, "claim": claim[0]})
                yield in_text(RULE, dossier, number, spot, message, expected=expected, short=_SHORT)


def _doubts(dossier: Dossier, number: int, text: Text, bands: dict[_Whose, Measure]) -> dict[int, _Doubt]:
    """By paragraph, the first thing in it that speaks against success.

    A fund whose rate is within its band by one of its budgets is not doubted for another one.
    """
    doubts: dict[int, _Doubt] = {}
    banded = [(rate, band) for rate in text.reading.claims.rates if (band := _band(rate, bands))]
    kept = {rate.key for rate, band in banded if band.allows(rate.stated.value)}
    for rate, band in banded:
        if rate.key not in kept:
            quotes = {"words": quoted(rate.words), "target": band.printed()}
            doubts.setdefault(rate.spot.paragraph, (_RATE, quotes, band.printed()))
    for goal in text.reading.claims.goals:
        if goal.actual and miss_of(goal):
            target, actual = goal.target.printed(), printed(dossier, number, goal.actual.spot)
            values = {"name": quoted(goal.name), "target": target, "actual": actual}
            doubts.setdefault(goal.spot.paragraph, (_GOAL, values, target))
    return doubts


def _band(rate: RateClaim, bands: dict[_Whose, Measure]) -> Measure | None:
    """The band that a rate of execution has to keep to, by whichever of its budgets it is measured."""
    is_spending = rate.over in BUDGETS and rate.key.item == SPENDING
    return bands.get((rate.key.scope, rate.key.subject, rate.key.year)) if is_spending else None


def _bands(dossier: Dossier) -> dict[_Whose, Measure]:
    """The bands that texts set for the execution of spending budgets, the first of each."""
    bands: dict[_Whose, Measure] = {}
    for text in dossier.ledger.texts:
        for goal in text.reading.claims.goals:
            unit, words = goal.target.unit, goal.words
            is_rate = goal.target.kind in LIMITS and unit is not None and unit.dimension == PERCENT
            if is_rate and "执行" in words and "收入" not in words:
                bands.setdefault((goal.key.scope, goal.key.subject, goal.key.year), goal.target)
    return bands


def _file(rate: str) -> dict[str, object]:
    words = f"2022年基金支出预算执行率目标95%至105%。全年支出完成预算的{rate}，达到了预期目标。"
    return {"narrative": {"year": "2022", "paragraphs": [words]}}


RULE = DossierRule(
    "V10",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中“达到预期目标”一类的话与文中写明的执行率、完成值"),
    example=Example(
        passes=Given(_("目标95%至105%，完成预算的96.85%，写“达到了预期目标”"), _file("96.85%")),
        fails=Given(_("目标95%至105%，完成预算的106.71%，写“达到了预期目标”"), _file("106.71%")),
    ),
)
