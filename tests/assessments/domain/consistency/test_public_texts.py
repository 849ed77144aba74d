"""What the rules on running text find in the public filings, and nothing else (forms.md §5)."""

from assessments.domain.consistency import Finding, check_dossier
from tests.filings import BACHU, HESHUO, KASHGAR, TASHKURGAN, parcel

_Named = tuple[str, str, str, str, str]


def _in_texts(name: str) -> list[_Named]:
    """The findings on words of a text; on names of offices there is a test of its own."""
    found: tuple[Finding, ...] = check_dossier(parcel(name).dossier).findings
    return [
        (each.rule, each.severity.value, each.where, each.found, each.expected)
        for each in found
        if each.span is not None and each.rule != "V16"
    ]


def test_bachu() -> None:
    """The texts call what was spent the budget, and quote rates that the forms do not give."""
    assert sorted(_in_texts(BACHU)) == sorted(
        [
            ("V01", "error", "filings[0].goal_actual", "102.28%", "101.90%"),
            ("V01", "error", "filings[1].goal_actual", "106.71%", "96.85%"),
            ("V02", "error", "filings[0].goal_actual", "102.28%", "101.90%"),
            ("V02", "error", "filings[1].goal_actual", "106.71%", "96.85%"),
            ("V02", "error", "narrative[4]", "2.36亿元", "23160万元"),
            ("V02", "error", "narrative[5]", "0.53亿元", "5490万元"),
            ("V10", "warning", "filings[1].goal_actual", "达到了预期目标", "95%–105%"),
            ("V18", "error", "narrative[5]", "0.53亿元", "0.67亿元"),
            ("V25", "error", "narrative[4]", "2.36亿元", "23160万元"),
            ("V25", "error", "narrative[5]", "0.53亿元", "5490万元"),
            ("V29", "notice", "narrative[9]", "十四五”规划的开局之年", "2021"),
        ]
    )


def test_heshuo() -> None:
    """Three lists that name 其他 do not add up; 11216 = 10471 + 745 and 4.78% do."""
    assert sorted(_in_texts(HESHUO)) == sorted(
        [
            ("V01", "notice", "narrative[15]", "99.47%", "99.48%"),
            ("V01", "notice", "narrative[15]", "7.07%", "7.08%"),
            ("V01", "notice", "narrative[17]", "93.3%", "93.4%"),
            ("V05", "error", "narrative[9]", "12628万元", "12620万元"),
            ("V05", "error", "narrative[9]", "11216万元", "11193万元"),
            ("V05", "error", "narrative[15]", "10471万元", "10449万元"),
            ("V05", "notice", "narrative[17]", "745万元", "744万元"),
            ("V06", "notice", "narrative[9]", "1413万元", "1412万元"),
            ("V08", "error", "narrative[30]", "1573人", "≤1572人"),
            ("V08", "error", "narrative[30]", "2931人", "≥3250人"),
            ("V09", "error", "narrative[30]", "≤1572人", "≥1572人"),
            ("V29", "notice", "narrative[16]", "（三）", ""),
        ]
    )


def test_kashgar() -> None:
    """The statement's 105 figures are those of the tables; its section on 本级 is about other ones."""
    assert _in_texts(KASHGAR) == []


def test_tashkurgan() -> None:
    assert _in_texts(TASHKURGAN) == []


def test_the_working_of_the_first_contradiction() -> None:
    (finding,) = (
        each
        for each in check_dossier(parcel(BACHU).dossier).findings
        if (each.rule, each.where) == ("V01", "filings[0].goal_actual")
    )
    assert str(finding.message) == "文中写“完成年度预算的102.28%”，23600 ÷ 23160 = 101.90%"
    assert str(finding.arithmetic) == "23600 ÷ 23160"
