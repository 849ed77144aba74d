"""Rule sets: a cycle is held to the rules that there were when it was called for.

A rule names the set that it came with; a set holds every rule of its own and of earlier ones. A rule that comes later,
or that begins to ask for more, comes with a set of its own, so that no filing is judged by what nobody knew.
"""

from assessments.domain.wording import gettext_noop as _

#: Rules on the squares of one form.
FIRST = "2026-1"
#: And those between papers, on tables and on running text.
SECOND = "2026-2"
#: And what asks whether words, limits and magnitudes are about the form in which they stand.
THIRD = "2026-3"
#: And the points of a scored self-assessment.
FOURTH = "2026-4"

RULE_SETS = (FIRST, SECOND, THIRD, FOURTH)
NEWEST = RULE_SETS[-1]

#: What each set holds, in one sentence for whoever chooses one.
WHAT_EACH_HOLDS: dict[str, str] = {
    FIRST: _("只核对一张表自己的格。"),
    SECOND: _("另外核对同一单位的各张表、上年的资料、单位名册、预算表、目标表和文字。"),
    THIRD: _("另外核对第五部分是否说到各项偏差、目标的方向、别的险种的说法、金额单位和不存在的日期。"),
    FOURTH: _("另外核对计分的自评表的分值、得分和总分。"),
}


def holds(rule_set: str, since: str) -> bool:
    """True if ``rule_set`` holds a rule that came with ``since``; raises ValueError for a set that there is not."""
    return RULE_SETS.index(since) <= RULE_SETS.index(rule_set)
