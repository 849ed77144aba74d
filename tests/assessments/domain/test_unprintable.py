"""A character that the papers' fonts do not hold is found where it is typed, and what is left without it."""

from assessments.domain.consistency import Severity, Span
from assessments.domain.facts import Facts, Form, Indicator
from assessments.domain.unprintable import unprintable_in_form, unprintable_in_text

ROW = Indicator("7", level3="好😀的🎉", target="≥95%")


def facts(**more: object) -> Facts:
    return Facts(Form.SELF_ASSESSMENT, "self-assessment-2022", **more, lists={"indicators": (ROW,)})  # type: ignore[arg-type]


def test_a_square_names_the_character_its_code_and_its_place() -> None:
    found = list(unprintable_in_form(facts(squares={"goal_expected": "甲\ue003", "reporting_unit": "局\ue003"})))
    assert [(item.where, item.severity, item.expected, item.span) for item in found] == [
        ("goal_expected", Severity.ERROR, "甲", Span(1, 2)),
        ("indicators[7].level3", Severity.ERROR, "好的", Span(1, 2)),
    ]
    assert [str(item.message) for item in found] == [
        "第 2 字“\ue003”（U+E003）没有字形，打印不出，请换成别的写法或删去",
        "第 2 字“😀”（U+1F600）等 2 个字没有字形，打印不出，请换成别的写法或删去",
    ]


def test_an_import_was_printed_elsewhere() -> None:
    assert list(unprintable_in_form(facts(imported=True))) == []


def test_a_text_names_every_place() -> None:
    found = list(unprintable_in_text(["甲乙", "丙😀丁😀"]))
    assert [(item.where, item.span) for item in found] == [
        ("narrative[1]", Span(1, 2, 0, 1)),
        ("narrative[1]", Span(3, 4, 0, 1)),
    ]
    assert {str(item.message) for item in found} == {"“😀”（U+1F600）没有字形，打印不出，请换成别的写法或删去"}
