"""One explanation answers all that a rule asks for one cause, and nothing that is answered in another way."""

from dataclasses import replace
from typing import Any

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.services.answered_findings import AnsweredFinding, GrantedWaiver
from assessments.services.answered_together import answered_by, together_at_squares, together_in_text

_WORDS = (Message("变化过大"), Message("比上年增加"), Message("变化"))
WARNING = Finding("V22", Severity.WARNING, "executed.total", *_WORDS)
ELSEWHERE = replace(WARNING, where="received.total")
OTHER_CAUSE = replace(WARNING, title=Message("与预算相差过大"))
MISREAD = replace(WARNING, rule="V01", severity=Severity.ERROR, where="goal_actual", span=Span(0, 4))
IN_TEXT = replace(MISREAD, where="narrative[0]", span=Span(0, 4, 0, 0))
WAIVER = GrantedWaiver("V01", "区划调整", "王处长", None)


def at_squares(*findings: Finding | AnsweredFinding) -> list[list[str]]:
    items = [item if isinstance(item, AnsweredFinding) else AnsweredFinding(item) for item in findings]
    return [[item.finding.where for item in group] for group in together_at_squares(items)]


def test_one_cause_at_several_squares_is_answered_once() -> None:
    assert at_squares(WARNING, ELSEWHERE) == [["executed.total", "received.total"]]
    assert at_squares(WARNING, AnsweredFinding(ELSEWHERE, "补缴")) == [["executed.total"], ["received.total"]]


def test_what_a_rule_asks_twice_at_one_square_is_answered_once_with_all_that_belongs_to_it() -> None:
    assert at_squares(WARNING, ELSEWHERE, OTHER_CAUSE) == [["executed.total", "received.total", "executed.total"]]


def test_a_deviation_and_a_misreading_are_each_squares_own() -> None:
    for finding in (MISREAD, replace(WARNING, rule="V08", severity=Severity.ERROR)):
        assert at_squares(finding, replace(finding, where="goal_expected")) == [[finding.where], ["goal_expected"]]


def test_an_explanation_answers_what_is_answered_in_words() -> None:
    must_change = replace(ELSEWHERE, severity=Severity.ERROR)
    groups = together_at_squares(map(AnsweredFinding, (WARNING, must_change)))
    assert answered_by(groups, "V22", "executed.total") == (WARNING,)
    assert answered_by(groups, "V22", "goal_actual") == ()


def test_in_a_text_equal_words_are_answered_together_wherever_they_stand() -> None:
    again, other = replace(IN_TEXT, where="narrative[7]", span=Span(3, 7, 0, 7)), replace(IN_TEXT, found="60人")
    first, second, third = (AnsweredFinding(item, words="增加50人") for item in (IN_TEXT, again, other))
    groups = together_in_text((first, third, second))
    assert groups == [(first, second), (third,)]
    assert answered_by(groups, "V01", first.anchor) == (IN_TEXT, again)


def test_a_finding_asks_until_it_is_answered_or_waived() -> None:
    error, warning = AnsweredFinding(MISREAD), AnsweredFinding(WARNING)
    answers: tuple[dict[str, Any], ...] = (
        {},
        {"explanation": "口径不同"},
        {"explanation": "口径不同", "is_stale": True},
        {"waivers": (WAIVER,)},
    )
    assert [replace(error, **answer).must_change for answer in answers] == [True, False, True, False]
    assert [replace(warning, **answer).must_explain for answer in answers] == [True, False, True, False]
    assert [replace(error, **answer).is_misread for answer in answers] == [False, True, False, False]
    assert not AnsweredFinding(replace(WARNING, severity=Severity.NOTICE)).is_open
