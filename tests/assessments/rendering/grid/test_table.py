"""The official table on screen: values, readings, states, and the markup that scripts and styles rely on."""

import re
from typing import Any

import pytest

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts, Grade, Indicator, Nature
from assessments.domain.wording import Message
from assessments.editions import EDITIONS, UnknownEditionError
from assessments.rendering.grid.drawables import Difference, Mode, Overlay, Square
from assessments.rendering.grid.markup import Table
from assessments.rendering.grid.table import draw
from tests.filings import BACHU, TASHKURGAN, monitoring, parcel, revised, row, self_assessment

SCREENS = (Mode.EDIT, Mode.READ)
MONEY = {"adjusted_budget.total": "14158", "received.total": "10934", "executed.total": "10934"}
ROWS = (
    row("2834人", "2977人", "参保缴费人数", level1="产出指标", level2="数量指标"),
    row("95%-105%", "10934", "支出预算执行率", ref="1", level1="产出指标", level2="数量指标"),
    row("按时发放", "已按时发放", "发放时效", ref="2", level1="产出指标", level2="质量指标", grade=Grade.PARTLY),
    row("≥95%", "≥95%", "满意度", ref="3", level1="满意度指标", level2="满意度指标"),
)


def filing(**changes: Any) -> Facts:
    facts = monitoring(
        *ROWS, money=MONEY, texts={"reporting_unit": "塔县社保局", "goal_expected": "目标"}, imported=False
    )
    return revised(facts, **changes)


def finding(rule: str, severity: Severity, where: str, short: str) -> Finding:
    return Finding(rule, severity, where, Message(f"{short}题"), Message(f"{short}，请改正。"), Message(short))


def edited(facts: Facts, overlay: Overlay | None = None) -> Table:
    return draw(facts, mode=Mode.EDIT, overlay=overlay or Overlay())


def square(table: Table, key: str) -> Square:
    return table.squares()[key]


def cell_html(table: Table, key: str) -> str:
    match = re.search(rf'<td [^>]*data-key="{re.escape(key)}".*?</td>', table.html, re.DOTALL)
    assert match
    return match[0]


@pytest.mark.parametrize("mode", SCREENS)
@pytest.mark.parametrize("facts", [*parcel(BACHU).filings, *parcel(TASHKURGAN).filings, filing(), self_assessment()])
def test_every_square_of_the_grid_is_drawn_once(facts: Facts, mode: Mode) -> None:
    table = draw(facts, mode=mode)
    drawn = [cell for line in table.rows for cell in line.cells]
    assert sum(cell.rows * cell.cols for cell in drawn) == len(table.rows) * len(table.columns)
    assert table.html.count("<t") >= len(drawn)


def test_an_edition_that_nobody_laid_out_is_refused() -> None:
    with pytest.raises(UnknownEditionError):
        draw(filing(edition="monitoring-1999"))


def test_a_typed_square_is_an_input_with_its_name_key_and_limit() -> None:
    html = cell_html(edited(filing()), "executed.total")
    assert html.startswith(
        '<td class="sq money" data-key="executed.total" data-kind="money" data-address="二 · 执行数"'
    )
    assert (
        '<input type="text" name="executed.total" value="10934" inputmode="decimal" id="sq-executed-total"'
        ' aria-label="执行数，万元" aria-describedby="sq-executed-total-rd" autocomplete="off" placeholder="未填"'
        ' data-limit="200"><p class="rd" id="sq-executed-total-rd">1.0934 亿元</p>'
    ) in html
    assert "maxlength" not in html


def test_a_long_value_gets_a_text_area_as_high_as_it_needs() -> None:
    facts = filing(indicators=(row(actual="<b>" + "字" * 40, ref="7"),))
    assert (
        '<textarea name="indicators[7].actual" rows="6" id="sq-indicators-7-actual" aria-label="第1行 指标完成值"'
        ' aria-describedby="sq-indicators-7-actual-rd" autocomplete="off" placeholder="未填" data-limit="500">'
        f"\n&lt;b&gt;{'字' * 40}</textarea>"
    ) in cell_html(edited(facts), "indicators[7].actual")


def test_an_empty_square_keeps_room_for_its_reading() -> None:
    html = cell_html(edited(filing(money={})), "executed.total")
    assert '<p class="rd" id="sq-executed-total-rd"></p>' in html


@pytest.mark.parametrize(
    ("key", "reading"),
    [
        ("adjusted_budget.total", "1.4158 亿元"),
        ("indicators[0].target", "2,834 人"),
        ("indicators[3].target", "不低于 95%"),
        ("goal_expected", ""),
    ],
)
def test_a_typed_value_is_read_back(key: str, reading: str) -> None:
    assert square(edited(filing()), key).reading.text == reading


def test_the_status_bar_says_how_a_value_was_read_and_what_follows() -> None:
    detail = square(edited(filing()), "indicators[0].actual").detail
    assert detail == "读作 2,977 人　完成率 2977 ÷ 2834 = 105.05%"


def test_a_computed_square_shows_two_decimals_and_its_arithmetic() -> None:
    table = edited(filing())
    rate = square(table, "execution_rate")
    assert (rate.value, rate.reading.text, rate.corner, rate.input) == ("77.23%", "10934 ÷ 14158", "fx", None)
    html = cell_html(table, "execution_rate")
    assert 'class="sq money is-calc"' in html
    assert 'data-value="77.23%"><span class="vh">系统计算：</span>77.23%</p>' in html


def test_what_cannot_be_computed_says_so_and_why() -> None:
    rate = square(edited(filing(money={})), "execution_rate")
    assert (rate.value, rate.reading.text) == ("待算", "预算数和执行数填好后自动算出")


def test_the_actual_of_an_expenditure_rate_is_computed_not_typed() -> None:
    actual = square(edited(filing()), "indicators[1].actual")
    assert (actual.kind, actual.value, actual.input) == ("computed", "77.23%", None)


def test_an_indicator_made_a_budget_rate_by_choice_is_computed_too() -> None:
    facts = filing(indicators=(row("≥95%", "3", ref="9", nature=Nature.BUDGET_RATE),))
    assert square(edited(facts), "indicators[9].actual").value == "77.23%"


def test_the_actual_of_a_wording_carries_its_grade() -> None:
    html = cell_html(edited(filing()), "indicators[2].actual")
    assert '<select name="indicators[2].grade" aria-label="第3行 指标完成值的达成情况">' in html
    assert '<option value="partly" selected>部分达成</option>' in html
    assert html.count("<option") == 4


def test_in_read_mode_the_grade_is_said() -> None:
    table = draw(filing())
    assert square(table, "indicators[2].actual").reading.text == "文字：部分达成"
    assert "<select" not in table.html


def test_read_mode_holds_no_inputs() -> None:
    html = draw(filing()).html
    assert not re.search("<(input|textarea|select|button)", html)
    assert 'class="sq ro money" data-key="executed.total"' in html


def test_a_locked_square_says_who_keeps_it() -> None:
    html = cell_html(edited(filing()), "reporting_unit")
    assert 'class="sq is-lock"' in html
    assert 'title="由系统管理员维护"' in html
    assert "#i-lock" in html
    assert "<input" not in html


def test_a_level_is_typed_into_its_merged_cell() -> None:
    html = cell_html(edited(filing()), "indicators[0].level1")
    assert 'class="lv sq" rowspan="3"' in html
    assert re.findall('name="([^"]+)"', html) == ["indicators[0].level1"]
    assert "aria-describedby" not in html


def test_a_level_is_read_in_its_merged_cell_as_words() -> None:
    html = cell_html(draw(filing()), "indicators[0].level1")
    assert 'class="lv" rowspan="3"' in html
    assert '产出<span class="nb">指标</span>' in html


@pytest.mark.parametrize(
    ("stated", "reading"), [("77%", ""), ("77.23%", ""), ("78%", "系统计算 77%"), ("", "系统计算 77.23%")]
)
def test_an_import_shows_what_was_stated_and_where_the_system_differs(stated: str, reading: str) -> None:
    facts = filing(imported=True, texts={"execution_rate": stated})
    rate = square(draw(facts), "execution_rate")
    assert (rate.value, rate.reading.text, rate.corner) == (stated, reading, "")


@pytest.mark.parametrize(
    ("stated", "reading"), [("9.50", ""), ("9.5分", ""), ("9", "系统计算 9.5"), ("", "系统计算 9.5")]
)
def test_points_of_an_import_are_the_same_however_they_are_written(stated: str, reading: str) -> None:
    squares = {"budget.total": "1000", "executed.total": "950", "weight.execution": "10", "execution_score": stated}
    facts = revised(self_assessment(), texts={}, money=squares, edition="self-assessment-scored")
    assert square(draw(facts), "execution_score").reading.text == reading


def test_an_import_keeps_the_expenditure_rate_that_was_typed() -> None:
    assert square(draw(filing(imported=True)), "indicators[1].actual").value == "10934"


def test_an_error_is_said_at_its_square_in_few_words() -> None:
    found = finding("V07", Severity.ERROR, "indicators[3].actual", "应填实际数值")
    table = edited(filing(), Overlay(findings=(found,)))
    html = cell_html(table, "indicators[3].actual")
    assert 'class="sq is-err"' in html
    assert 'aria-invalid="true"' in html
    assert 'data-detail="应填实际数值，请改正。"' in html
    assert re.search(r'-rd"><svg class="ic"[^>]*><use href="[^"]*#i-err"/></svg>应填实际数值</p>', html)


def test_the_worst_finding_speaks_first() -> None:
    found = (
        finding("V15", Severity.NOTICE, "received.total", "提示"),
        finding("V15", Severity.WARNING, "received.total", "同执行数"),
        finding("V04", Severity.ERROR, "received.total", "合计不符"),
    )
    drawn = square(edited(filing(), Overlay(findings=found)), "received.total")
    assert (drawn.classes, drawn.reading.text) == ("sq money is-err", "合计不符")


def test_an_explained_warning_goes_calm() -> None:
    found = (finding("V15", Severity.WARNING, "received.total", "同执行数"),)
    loud = square(edited(filing(), Overlay(findings=found)), "received.total")
    calm = square(edited(filing(), Overlay(found, frozenset({("V15", "received.total")}))), "received.total")
    assert (loud.classes, calm.classes) == ("sq money is-warn", "sq money is-warn told")


def test_a_change_shows_what_stood_there_before() -> None:
    overlay = Overlay(differences={"indicators[0].actual": Difference("2799人", 1), "goal_expected": Difference("", 2)})
    table = draw(filing(), overlay=overlay)
    assert "第1版 <del>2799人</del>" in cell_html(table, "indicators[0].actual")
    assert "第2版 <del>（空）</del>" in cell_html(table, "goal_expected")
    assert square(table, "indicators[0].actual").classes == "sq ro is-diff"


def test_marks_fold_a_corner_and_closed_ones_are_hollow() -> None:
    table = draw(filing(), overlay=Overlay(marks={"indicators[0].actual": "answered", "goal_expected": "closed"}))
    assert 'class="sq ro is-mark" data-key="indicators[0].actual"' in cell_html(table, "indicators[0].actual")
    assert 'data-mark="answered"' in cell_html(table, "indicators[0].actual")
    assert square(table, "goal_expected").classes == "sq ro is-mark closed"


def test_every_indicator_row_is_named_and_carries_its_light_number_and_menu() -> None:
    html = edited(filing()).html
    assert re.findall(r'<tr data-ref="(\d)"', html) == ["0", "1", "2", "3"]
    assert re.findall(r'<span class="n">(\d)</span><button[^>]* data-row-menu="(\d)"', html) == [
        ("1", "0"),
        ("2", "1"),
        ("3", "2"),
        ("4", "3"),
    ]
    assert re.findall(r'class="gut"><span class="light (\w+)">', html) == ["grn", "grn", "yel", "non"]


def test_a_light_on_the_way_is_no_green_check_where_the_row_deviates() -> None:
    """83.89% of 95%–105% when the year is over: well under way, and yet outside its target."""
    money = {"budget.total": "10000", "executed.total": "8389"}
    rows = (row("95%-105%", "", "支出预算执行率"), row("100人", "100人", "参保人数", ref="1"))
    html = edited(self_assessment(*rows, money=money, imported=False)).html
    lights = re.findall(r'class="light (\w+)">.*?<span class="vh">(.*?)</span>', html)
    assert lights == [("off", "正常，但不在目标内"), ("grn", "正常")]


def test_a_row_that_is_not_filled_has_no_light_yet() -> None:
    facts = filing(indicators=(Indicator("5", level3="参保人数", target="10人"),))
    assert 'class="light' not in edited(facts).html


def test_in_read_mode_rows_have_no_menu() -> None:
    html = draw(filing()).html
    assert "data-row-menu" not in html
    assert html.count('class="gut"') == 4


def test_a_square_in_another_amount_unit_is_named_and_read_in_it() -> None:
    table = edited(filing(amount_unit="亿元", money={"executed.total": "3.5"}))
    drawn = square(table, "executed.total")
    assert drawn.name == "执行数，亿元"
    assert table.heading is not None
    assert table.heading.right == "金额单位：亿元"


def test_what_people_typed_is_never_markup() -> None:
    evil = '"><script>alert(1)</script>'
    facts = filing(texts={"goal_expected": evil}, indicators=(row(evil, evil, evil, level1=evil, level2=evil),))
    for mode in SCREENS:
        assert "<script" not in draw(facts, mode=mode).html


def test_no_cell_asks_for_a_style_of_its_own() -> None:
    for edition in EDITIONS:
        facts = filing(edition=edition)
        assert "style=" not in edited(facts).html


def test_what_is_said_of_a_level_that_rows_share_stands_at_the_name_of_its_row() -> None:
    found = finding("V17", Severity.WARNING, "indicators[1].level2", "类别不符")
    table = edited(filing(), Overlay(findings=(found,)))
    shown = square(table, "indicators[1].level3")
    assert (shown.classes, shown.reading.text) == ("sq is-warn", "类别不符")
    assert square(table, "indicators[0].level2").reading.text == ""
