"""Values: whose, what, when, in which role."""

import pytest

from tests.assessments.domain.narrative.texts import claims, figures, values


def _whens(*paragraphs: str) -> list[tuple[int | None, str]]:
    return [(claim.key.year, claim.key.months) for claim in claims(*paragraphs).values]


def _roles(text: str) -> list[tuple[str, str]]:
    return [(role, figure) for _subject, _item, _year, role, figure in values(text)]


def test_a_sentence_of_a_published_report() -> None:
    income = "2020年社会保险基金收入累计总额为12628万元，其中保险费收入6992万元，利息收入167万元。"
    balances = "本年收支结余1413万元，年末滚存结余8629万元。"
    assert values(income + balances, year=2020) == [
        ("all", "income", 2020, "actual", "12628万元"),
        ("all", "premiums", 2020, "actual", "6992万元"),
        ("all", "interest", 2020, "actual", "167万元"),
        ("all", "current_balance", 2020, "actual", "1413万元"),
        ("all", "cumulative_balance", 2020, "actual", "8629万元"),
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("支出预算5万元，执行4万元。", [("budget", "5万元"), ("actual", "4万元")]),
        ("年初预算支出5万元，实际支出4万元。", [("initial_budget", "5万元"), ("actual", "4万元")]),
        ("年初支出预算5万元，年中调整为6万元。", [("initial_budget", "5万元"), ("adjusted_budget", "6万元")]),
        ("调整后支出预算为6万元。", [("adjusted_budget", "6万元")]),
        ("支出预算由年初的5万元调整为6万元。", [("initial_budget", "5万元"), ("adjusted_budget", "6万元")]),
        ("预算收入完成5万元。", [("actual", "5万元")]),
        ("预计收入5万元。", [("expected", "5万元")]),
        ("资金到位5万元。", [("received", "5万元")]),
        ("根据预算，支出5万元。", [("unsure", "5万元")]),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str]]) -> None:
    assert _roles(text) == roles


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("2022年收入5万元，2021年收入4万元。支出3万元。", [(2022, ""), (2021, ""), (2022, "")]),
        ("2021年收入5万元。支出4万元。", [(2021, ""), (2021, "")]),
        ("收入5万元，上年收入4万元，本年支出3万元。", [(2022, ""), (2021, ""), (2022, "")]),
        ("上年结余9万元，收入5万元，年末滚存结余8万元。", [(2021, ""), (2022, ""), (2022, "")]),
        ("年初结余9万元，当年收入5万元。", [(2021, ""), (2022, "")]),
        ("1-9月收入5万元，上年同期收入4万元。", [(2022, "9"), (2021, "9")]),
        ("由上年的4万元增加到5万元。", [(2021, ""), (2022, "")]),
        ("比2019年的4万元增加1万元。", [(2019, "")]),
        ("支出5万元，与上年4万元相比，增加了1万元。", [(2022, ""), (2021, "")]),
        ("2021年、2022年基金支出分别为4万元和5万元。", [(2021, ""), (2022, "")]),
    ],
)
def test_years(text: str, whens: list[tuple[int | None, str]]) -> None:
    assert _whens(text) == whens


def test_a_budget_is_of_the_whole_year() -> None:
    assert _whens("1-9月支出预算5万元，执行4万元。") == [(2022, ""), (2022, "9")]


def test_under_a_title_about_budgets_an_unlabelled_figure_may_be_either() -> None:
    assert values("一、2023年基金预算", "收入5万元。") == [("all", "income", 2023, "unsure", "5万元")]
    assert values("一、2021年预算执行情况", "收入5万元。") == [("all", "income", 2021, "actual", "5万元")]


def test_a_report_without_a_year_takes_that_of_its_title() -> None:
    assert values("2020年度社会保险基金报告", "收入5万元。", year=None)[0][2] == 2020


@pytest.mark.parametrize(
    "text",
    [
        "收入约5万元。",
        "收入1,23,4万元。",
        "每人每月增加5元。",
        "2022年1月起每人增加5元。",
        "人社部发〔2020〕22号文件。",
        "年满70-79周岁。",
    ],
)
def test_vague_figures_standards_and_numbers_of_papers_are_no_certain_values(text: str) -> None:
    assert [claim for claim in claims(text).values if claim.certain] == []


def test_names_are_read_with_what_is_joined_to_them() -> None:
    assert figures("丧葬补助金和抚恤金支出5万元。") == [("丧葬补助金和抚恤金支出", "5万元")]
    assert figures("全县参加机关养老保险13147人。") == [("participants", "13147人")]
    assert figures("为25310名符合条件的领取人员发放待遇。") == [("recipients", "25310人")]


def test_a_measure_has_the_unit_that_it_can_have() -> None:
    assert figures("基金收入5万元，3人。") == [("income", "5万元"), ("", "3人")]


def test_words_in_a_bracket_do_not_reach_out_of_it() -> None:
    text = "缴费人数9人（上年8人），增加1人；机关养老保险（改革）基金收入5万元。"
    assert [value[2:] for value in values(text)] == [
        (2022, "actual", "9人"),
        (2021, "actual", "8人"),
        (2022, "actual", "5万元"),
    ]


def test_each_figure_answers_its_name() -> None:
    assert figures("收入、支出、本年结余分别为9万元、7万元、2万元。") == [
        ("income", "9万元"),
        ("spending", "7万元"),
        ("current_balance", "2万元"),
    ]
    assert [value[0] for value in values("机关养老保险和失业保险基金支出分别为5万元、4万元。")] == [
        "GOV_PENSION",
        "UNEMPLOYMENT",
    ]


def test_as_many_figures_as_names_or_none() -> None:
    assert figures("收入、支出分别为9万元、7万元、2万元。") == []


def test_a_sum_that_holds_more_than_the_years_income_is_another_measure() -> None:
    text = "当年收入9万元，加上年结余5万元，收入合计14万元。"
    assert figures(text) == [("income", "9万元"), ("cumulative_balance", "5万元"), ("收入合计", "14万元")]


def test_other_budgets_of_a_government_are_left_alone() -> None:
    assert [claim for claim in claims("全区一般公共预算收入5万元，政府性基金支出4万元。").values if claim.certain] == []


def test_another_balance_is_not_the_funds() -> None:
    assert figures("国债转贷资金上年结余11万元。") == [("国债转贷资金结余", "11万元")]
