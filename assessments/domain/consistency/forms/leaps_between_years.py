"""V22 between years: an execution outside 50–200% of last year's asks for an explanation (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.computed import amount
from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.forms.leaps_of_execution import HIGHEST, LOWEST
from assessments.domain.consistency.forms.same_unit import may_be_of_one_region
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.measures import Measure
from assessments.domain.rounding import printed_rate
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of

_TITLE = _("执行数与上年相差太大")
_SAY = _("执行数 {found} 是上年 {before} 的 {rate}，超出 50%–200%，请说明原因")
_SHORT = _("变化太大")


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, facts in enumerate(dossier.filings):
        if before := paper_before(dossier, facts):
            yield from _judge(dossier, number, _executed(facts), _executed(before))


def paper_before(dossier: Dossier, facts: Facts) -> Facts | None:
    """The same paper of the year before, where the dossier holds it."""
    earlier = dossier.last_year.filings if dossier.last_year else ()
    return next((other for other in earlier if _is_same_paper(facts, other)), None)


def _is_same_paper(facts: Facts, other: Facts) -> bool:
    if facts.fund is None or (facts.fund, facts.month) != (other.fund, other.month):
        return False
    if not may_be_of_one_region(facts, other):
        return False
    return None not in (facts.year, other.year) and facts.year == (other.year or 0) + 1


def _executed(facts: Facts) -> Measure:
    return amount(facts, edition_of(facts).executed)


def _judge(dossier: Dossier, number: int, now: Measure, before: Measure) -> Iterator[Finding]:
    if now.value is None or before.value is None or before.value <= 0:
        return
    rate = now.value / before.value
    if LOWEST <= rate <= HIGHEST:
        return
    values = {"found": now.printed(), "before": before.printed(), "rate": printed_rate(rate, 2)}
    where = dossier.place_of_filing(number, edition_of(dossier.filings[number]).executed)
    yield finding(RULE, where, Message(_SAY, values), _SHORT, found=now.raw)


def _file(year: str, executed: str) -> dict[str, object]:
    return {
        "filings": [{"form": "self_assessment", "fund": "GOV_PENSION", "year": year, "executed": {"total": executed}}]
    }


RULE = DossierRule(
    "V22",
    Severity.WARNING,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.FORM, Need.LAST_YEAR),
    compares=_("执行数与上年同险种的执行数，50%–200% 之外要说明"),
    example=Example(
        passes=Given(_("上年 21000，本年 23600"), _file("2022", "23600"), last_year=_file("2021", "21000")),
        fails=Given(_("上年 11000，本年 23600"), _file("2022", "23600"), last_year=_file("2021", "11000")),
    ),
)
