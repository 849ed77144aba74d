"""V05 in running text: what is said of each fund adds up to what is said of all funds together (forms.md §5).

A text need not speak of every fund. It is taken to where the same funds add up for another measure; that funds together
exceed the total is wrong in any case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_one_unit, in_text, printed_like, quoted
from assessments.domain.dossier import Dossier
from assessments.domain.funds import Fund
from assessments.domain.measures import Interval, Outcome, compare_sum, total
from assessments.domain.narrative.claims import Claim, Key
from assessments.domain.narrative.roles import BUDGETS, ClaimRole, may_be_one
from assessments.domain.narrative.subjects import ALL, SEVERAL
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中各险种之和不等于各项基金的总数")
_SAY = _("文中写“{words}”，各险种之和 {arithmetic} = {expected}")
_SHORT = _("合计不符")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total of all funds, and what is said of single funds for the same measure."""

    whole: Claim
    parts: tuple[Claim, ...]

    @property
    def funds(self) -> frozenset[str]:
        return frozenset(part.key.subject for part in self.parts)

    @property
    def room(self) -> Interval:
        return total(part.interval for part in self.parts)

    @property
    def outcome(self) -> Outcome:
        return compare_sum(self.whole.quantity, self.room)


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        sums = list(_sums(text.reading.claims.values))
        listed = {
            parts.whole.spot for parts in text.reading.claims.parts if len({p.key.subject for p in parts.parts}) > 1
        }
        proven = {one.funds for one in sums if one.outcome is not Outcome.DIFFERS}
        for one in sums:
            if one.whole.spot not in listed and one.outcome is not Outcome.PASS:
                severity = _severity(one, proven)
                if severity:
                    yield _say(dossier, number, one, severity)


def _sums(values: Sequence[Claim]) -> Iterator[_Sum]:
    """One sum for each measure: the first figure of every fund, held against the first one of all."""
    by_datum: dict[tuple[Key, ClaimRole], Claim] = {}
    for claim in values:
        if claim.certain and claim.item.known and claim.quantity.dimension in ("元", "人"):
            by_datum.setdefault((claim.key, claim.role), claim)
    for (key, role), whole in by_datum.items():
        funds, count = _funds(key.subject)
        roles = [role, *(other for other in BUDGETS if count and other is not role and may_be_one(role, other))]
        parts = tuple(part for fund in funds if (part := _first(by_datum, key._replace(subject=fund), roles)))
        if count and len(parts) != count:
            continue
        if len(parts) >= _FEWEST and all(part.quantity.dimension == whole.quantity.dimension for part in parts):
            yield _Sum(whole, parts)


def _first(by_datum: dict[tuple[Key, ClaimRole], Claim], key: Key, roles: list[ClaimRole]) -> Claim | None:
    return next((by_datum[key, role] for role in roles if (key, role) in by_datum), None)


def _funds(subject: str) -> tuple[tuple[str, ...], int]:
    """Which funds a subject can stand for and how many it does: 各项基金 for any number (0), 两项基金 for 2 of them."""
    if subject == ALL:
        return tuple(Fund), 0
    if subject.startswith(SEVERAL):
        return tuple(Fund), int(subject.removeprefix(SEVERAL))
    named = tuple(subject.split("+")) if "+" in subject else ()
    return named, len(named)


def _severity(one: _Sum, proven: set[frozenset[str]]) -> Severity | None:
    if one.outcome is Outcome.NOTICE:
        return Severity.NOTICE
    exceeds = one.room.low > one.whole.interval.high and all(part.quantity.number >= 0 for part in one.parts)
    is_counted = one.whole.key.subject != ALL
    return Severity.ERROR if exceeds or is_counted or one.funds in proven else None


def _say(dossier: Dossier, text: int, one: _Sum, severity: Severity) -> Finding:
    expected = printed_like(one.room, one.whole.quantity)
    arithmetic = " + ".join(in_one_unit(*(part.quantity for part in one.parts)))
    values = {"words": quoted(one.whole.words), "arithmetic": arithmetic, "expected": expected}
    return in_text(
        RULE,
        dossier,
        text,
        one.whole.spot,
        Message(_SAY, values),
        expected=expected,
        severity=severity,
        arithmetic=arithmetic,
        short=_SHORT,
    )


def _file(whole: str) -> dict[str, object]:
    paragraphs = [
        f"2020年各项社会保险基金支出{whole}万元。",
        "2020年机关事业单位基本养老保险基金支出10471万元。",
        "2020年城乡居民基本养老保险基金支出745万元。",
    ]
    return {"narrative": {"year": "2020", "paragraphs": paragraphs}}


RULE = DossierRule(
    "V05",
    Severity.ERROR,
    _TITLE,
    "财社〔2022〕65号",
    _check,
    needs=(Need.NARRATIVE,),
    compares=_("报告中各险种的收入、支出、结余之和与各项基金的总数"),
    example=Example(
        passes=Given(_("各项基金支出11216万元，机关10471万元、居民745万元"), _file("11216")),
        fails=Given(_("各项基金支出11016万元，机关10471万元、居民745万元"), _file("11016")),
    ),
)
