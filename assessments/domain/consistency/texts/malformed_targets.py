"""V09 in running text: a target stated in a text is well formed and its direction fits its meaning (forms.md §5)."""

from collections.abc import Iterator

from assessments.domain.consistency.examples import Example, Given
from assessments.domain.consistency.finding import Finding, Severity
from assessments.domain.consistency.needs import Need
from assessments.domain.consistency.rule import DossierRule
from assessments.domain.consistency.texts.verdicts import in_text, quoted
from assessments.domain.directions import less_is_better, more_is_better
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Kind
from assessments.domain.narrative.claims import GoalClaim
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

_TITLE = _("文中目标值的写法或方向不对")
_DIRECTION = _("文中“{name}”越{wish}越好，目标“{found}”的方向相反，应为 {expected}")
_MORE, _LESS = _("高"), _("低")
_SHORT = _("目标读不通")
_SHORT_DIRECTION = _("方向不对")
_UPWARD, _DOWNWARD = frozenset({Kind.AT_LEAST, Kind.MORE_THAN}), frozenset({Kind.AT_MOST, Kind.LESS_THAN})


def _check(dossier: Dossier) -> Iterator[Finding]:
    for number, text in enumerate(dossier.ledger.texts):
        for goal in text.reading.claims.goals:
            if found := _spelling(dossier, number, goal) or _direction(dossier, number, goal):
                yield found


def _spelling(dossier: Dossier, text: int, goal: GoalClaim) -> Finding | None:
    problem = goal.target.problem
    if problem is None:
        return None
    return in_text(RULE, dossier, text, goal.spot, problem, expected=goal.target.printed(), short=_SHORT)


def _direction(dossier: Dossier, text: int, goal: GoalClaim) -> Finding | None:
    kind = goal.target.kind
    down = kind in _DOWNWARD and more_is_better(goal.name)
    up = kind in _UPWARD and less_is_better(goal.name)
    if not (down or up):
        return None
    expected = f"{'≥' if down else '≤'}{goal.target.quantities[0].printed()}"
    values = {
        "name": quoted(goal.name),
        "wish": Message(_MORE if down else _LESS),
        "found": goal.target.printed(),
        "expected": expected,
    }
    say = Message(_DIRECTION, values)
    return in_text(RULE, dossier, text, goal.spot, say, expected=expected, short=_SHORT_DIRECTION)


def _file(target: str) -> dict[str, object]:
    words = f"保障退休待遇享受人数年初指标值{target}，全年完成值1573人。"
    return {"narrative": {"year": "2020", "paragraphs": [words]}}


RULE = DossierRule(
    "V09",
    Severity.ERROR,
    _TITLE,
    "财预〔2020〕10号",
    _check,
    needs=(Need.TEXT,),
    compares=_("文中指标值的写法、方向与指标的意思"),
    example=Example(
        passes=Given(_("享受人数指标值≥1572人"), _file("≥1572人")),
        fails=Given(_("享受人数指标值≤1572人"), _file("≤1572人")),
    ),
)
