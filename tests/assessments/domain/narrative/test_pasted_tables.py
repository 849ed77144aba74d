"""Lines of a table pasted into a text."""

from tests.assessments.domain.narrative.texts import claims, values

_HEAD = ("机关事业单位养老保险基金（单位：万元）", "项目 年初预算数 决算数 完成预算%")


def test_figures_are_read_by_their_column_heads() -> None:
    assert values(*_HEAD, "一、基金收入 90.50 100 110.5") == [
        ("GOV_PENSION", "income", 2022, "initial_budget", "90.50万元"),
        ("GOV_PENSION", "income", 2022, "actual", "100万元"),
    ]


def test_a_rate_has_its_column_head_too() -> None:
    (rate,) = claims(*_HEAD, "一、基金收入 90.50 100 110.5").rates
    assert (rate.key.item, rate.stated.printed()) == ("income", "110.5%")


def test_lines_without_column_heads_say_nothing() -> None:
    assert values("其中：保险费收入 90万元 80万元 88.9%") == []


def test_lines_with_more_cells_than_heads_say_nothing() -> None:
    assert values(*_HEAD, "基金收入 90 80 88.9 3") == []


def test_cells_of_a_bar_table_with_their_own_units() -> None:
    assert values("|险种|收入（万元）|本年结余（亿元）|", "|工伤保险|90|0.01|") == [
        ("WORK_INJURY", "income", 2022, "actual", "90万元"),
        ("WORK_INJURY", "current_balance", 2022, "actual", "0.01亿元"),
    ]


def test_figures_keep_their_places() -> None:
    line = "一、基金收入　90.50　100　110.5%"
    first, second = claims(*_HEAD, line).values
    assert [line[each.spot.start : each.spot.end] for each in (first, second)] == ["90.50", "100"]
