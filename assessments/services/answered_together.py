"""The findings that one explanation answers: in a form by rule, cause and square, in a text by rule and words."""

from collections.abc import Iterable, Sequence

from assessments.domain.consistency import Finding
from assessments.services.answered_findings import AnsweredFinding

#: The rule that a reason and a measure at the indicator settle (forms.md §5): each row's own.
DEVIATION_RULE = "V08"


def together_in_text(items: Iterable[AnsweredFinding]) -> list[tuple[AnsweredFinding, ...]]:
    """Findings in a text, those together that one explanation answers: of one rule, saying the same of equal words."""
    groups: dict[tuple[str, str], list[AnsweredFinding]] = {}
    for item in items:
        groups.setdefault((item.rule, item.key), []).append(item)
    return [tuple(group) for group in groups.values()]


def together_at_squares(items: Iterable[AnsweredFinding]) -> list[tuple[AnsweredFinding, ...]]:
    """Findings of one rule, one title and one explanation together; a deviation is each row's own.

    What a rule asks twice at one square is together too, because one explanation is kept there and answers both.
    """
    groups: dict[tuple[object, ...], list[AnsweredFinding]] = {}
    for item in items:
        finding = item.finding
        alone = finding.rule == DEVIATION_RULE or finding.may_be_misread
        own = finding.where if alone else (item.explanation, item.is_stale)
        groups.setdefault((finding.rule, str(finding.title), own), []).append(item)
    return _joined_at_squares(groups.values())


def answered_by(groups: Iterable[Sequence[AnsweredFinding]], rule: str, key: str) -> tuple[Finding, ...]:
    """The findings of one of ``groups`` that an explanation answers which is kept for ``rule`` at ``key``."""
    group = next((group for group in groups if (rule, key) in ((item.rule, item.key) for item in group)), ())
    return tuple(item.finding for item in group if item.finding.is_answered_in_words)


def _joined_at_squares(groups: Iterable[list[AnsweredFinding]]) -> list[tuple[AnsweredFinding, ...]]:
    """Groups in their order; those that are explained at the same square are one."""
    merged: list[list[AnsweredFinding]] = []
    home: dict[tuple[str, str], int] = {}
    for group in groups:
        at = sorted({home[place] for place in _explained_at(group) if place in home}) or [len(merged)]
        merged += [[]] * (at[0] == len(merged))
        merged[at[0]] = [*(item for number in at for item in merged[number]), *group]
        for number in at[1:]:
            merged[number] = []
        home |= dict.fromkeys(_explained_at(merged[at[0]]), at[0])
    return [tuple(group) for group in merged if group]


def _explained_at(group: Iterable[AnsweredFinding]) -> set[tuple[str, str]]:
    """Rule and square of those findings that an explanation at their square answers."""
    answered = (item.finding for item in group if item.finding.is_answered_in_words and not item.in_narrative)
    return {(finding.rule, finding.where) for finding in answered if not finding.confirms}
