"""The findings of a version as its page lists them."""

from dataclasses import replace

from assessments.domain.consistency import Finding, Severity
from assessments.domain.wording import Message
from assessments.rendering.findings.finding_view import FindingView
from assessments.services.answered_findings import AnsweredFinding
from reviews.domain.rubric import Part
from reviews.rendering.findings import Listing, by_part


def found(place: str, said: str = "指标完成值没有单位", explanation: str = "") -> FindingView:
    words = (Message("读不出"), Message(said), Message("读不出"))
    return FindingView(
        AnsweredFinding(Finding("V07", Severity.WARNING, place, *words), explanation), place, f"#{place}"
    )


def test_findings_that_say_the_same_are_one_entry_with_their_places() -> None:
    items = (found("甲"), found("乙"), found("丙", "缺少数值"), found("丁"), found("戊", explanation="已核对。"))
    groups = Listing(items).groups
    assert [(group.count, [(item.place, item.others) for item in group.items]) for group in groups] == [
        (4, [("甲", (("乙", "#乙"), ("丁", "#丁"))), ("丙", ())]),
        (1, [("戊", ())]),
    ]


def test_a_part_of_the_rubric_says_once_what_reads_alike_there() -> None:
    told = found("戊", explanation="已核对。")
    items = (found("甲"), found("乙", "缺少数值"), told, found("丁"), replace(told, place="己", href="#己"))
    parts = by_part(items)
    assert [(item.place, item.others) for item in parts[Part.GOAL_COMPLETION]] == [
        ("甲", (("乙", "#乙"), ("丁", "#丁"))),
        ("戊", (("己", "#己"),)),
    ]
