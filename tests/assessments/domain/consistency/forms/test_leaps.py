"""V22: figures far from their budget, from the time passed, or from last year's."""

import pytest

from tests.dossiers import Said, findings, money, monitoring_file, said, self_assessment_file, table, tables


@pytest.mark.parametrize(
    ("executed", "month"), [("5231", 9), ("1309", 9), ("2616", 6), ("6976", 12), ("872", 6), ("", 9)]
)
def test_an_execution_between_half_and_double_of_the_time_passes(executed: str, month: int) -> None:
    file = monitoring_file(month=month, **money(adjusted_budget="3488", executed=executed))
    assert said(file, "V22") == []


@pytest.mark.parametrize(("executed", "month"), [("5240", 9), ("1300", 9), ("6980", 12), ("870", 6)])
def test_outside_it_is_asked_about(executed: str, month: int) -> None:
    file = monitoring_file(month=month, **money(adjusted_budget="3488", executed=executed))
    assert [item[2] for item in said(file, "V22")] == [executed]


def test_an_execution_far_behind_the_time_is_asked_about() -> None:
    file = monitoring_file(**money(adjusted_budget="3488", executed="1280"))
    assert said(file, "V22") == [("warning", "filings[0].executed.total", "1280", "")]


def test_section_five_is_the_explanation() -> None:
    file = monitoring_file(deviation_and_measures="预算下达较晚。", **money(adjusted_budget="3488", executed="1280"))
    assert said(file, "V22") == []


@pytest.mark.parametrize(("executed", "count"), [("49", 1), ("50", 0), ("200", 0), ("201", 1)])
def test_a_whole_year_is_held_to_its_budget(executed: str, count: int) -> None:
    assert len(said(self_assessment_file(**money(budget="100", executed=executed)), "V22")) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 1),
        ("新系统已上线，运行平稳", 1),
        ("满意度调查尚未全面开展", 1),
        ("补助资金到位较晚", 0),
        ("受疫情影响，进度偏慢", 0),
    ],
)
def test_section_five_settles_a_leap_only_where_it_speaks_of_it(words: str, count: int) -> None:
    row = {"level3": "参保人员满意度", "target": "≥95%", "actual": "96%"}
    file = monitoring_file(row, **money(adjusted_budget="3488", executed="1280"), deviation_and_measures=words)
    assert len(said(file, "V22")) == count


def _unit(budget: str, *rows: dict[str, str], last_year: str = "", fund: str = "RESIDENT_PENSION") -> list[str]:
    before = self_assessment_file(fund=fund, year="2021", **money(budget=last_year)) if last_year else None
    now = self_assessment_file(*rows, fund=fund, **money(budget=budget))
    return [item.expected for item in findings(now, "V22", last_year=before) if item.confirms]


_HEADS = {"level3": "参保缴费人数", "target": "2834人", "actual": "2977人"}
_FLOW = {"level3": "基金支出", "target": "5317.46万元", "actual": "5317.46万元"}
_FEW = {"level3": "培训经办人员", "target": "30人", "actual": "30人"}


def test_a_form_typed_in_yuan_under_ten_thousands_is_asked_about() -> None:
    assert _unit("141580000", _HEADS) == ["14158"]
    assert _unit("53174600", _FLOW) == ["5317.46"]
    assert _unit("5420000", last_year="512") == ["542"]


@pytest.mark.parametrize(
    ("budget", "rows", "last_year"),
    [
        ("14158", (_HEADS,), "13000"),
        ("5317.46", (_FLOW,), ""),
        ("300000", (_FEW,), ""),
        ("1415800", (_HEADS | {"target": "2834000人"},), ""),
        ("542", (), "0.5"),
        ("0", (_HEADS,), ""),
    ],
)
def test_amounts_of_a_size_that_their_own_form_bears_out_pass(
    budget: str, rows: tuple[dict[str, str], ...], last_year: str
) -> None:
    assert _unit(budget, *rows, last_year=last_year) == []


def _table(before: str, planned: str, rate: str = "x") -> list[Said]:
    columns = ["项目", "2022年预计执行数", "2023年预算数", "预算数为上年预计执行数的%"]
    return said(tables(["失业保险基金收入", before, planned, rate], columns=columns), "V22")


@pytest.mark.parametrize(
    ("before", "planned", "rate", "count"),
    [
        ("5266", "2730", "51.84%", 0),
        ("5266", "2330", "44.25%", 1),
        ("100", "201", "201%", 1),
        ("27185", "", "0.00%", 1),
        ("27185", "", "", 0),
        ("", "5", "", 0),
        ("0", "5", "", 0),
    ],
)
def test_a_figure_far_from_the_year_before_is_asked_about(before: str, planned: str, rate: str, count: int) -> None:
    assert len(_table(before, planned, rate)) == count


def test_the_same_figure_in_two_tables_is_asked_about_once() -> None:
    columns = ["项目", "2022年执行数", "2023年预算数", "预算数为上年的%"]
    made = [table(["失业保险基金收入", "100", "900", "900%"], columns=columns, no=no) for no in ("表二", "表五")]
    assert len(said({"tables": made}, "V22")) == 1


@pytest.mark.parametrize(
    ("year", "fund", "before", "count"),
    [
        ("2021", "GOV_PENSION", "21000", 0),
        ("2021", "GOV_PENSION", "11000", 1),
        ("2020", "GOV_PENSION", "11000", 0),
        ("2021", "UNEMPLOYMENT", "11000", 0),
        ("2021", "GOV_PENSION", "0", 0),
        ("2021", "GOV_PENSION", "", 0),
    ],
)
def test_last_years_execution_of_the_same_fund(year: str, fund: str, before: str, count: int) -> None:
    last = self_assessment_file(fund=fund, **money(executed=before))
    last["filings"][0]["year"] = year
    this = self_assessment_file(fund="GOV_PENSION", **money(executed="23600"))
    assert len(said(this, "V22", last_year=last)) == count


@pytest.mark.parametrize(
    ("now", "before", "count"),
    [
        ({"region_code": "653131"}, {"region_code": "653131"}, 1),
        ({"region_code": "653131"}, {"region_code": "653130"}, 0),
        ({"region": "塔什库尔干塔吉克自治县"}, {"region_code": "653131", "region": "塔什库尔干县"}, 1),
        ({"region": "巴楚县"}, {"region_code": "653131", "region": "塔什库尔干县"}, 0),
        ({"region": "巴楚县"}, {"region_code": "653100", "region": "喀什地区"}, 0),
        ({"region": "巴楚县"}, {"region_code": "653131"}, 1),
        ({}, {"region": "喀什地区"}, 1),
    ],
)
def test_last_years_paper_is_of_the_same_region_by_code_or_by_name(
    now: dict[str, str], before: dict[str, str], count: int
) -> None:
    head = {"form": "self_assessment", "fund": "GOV_PENSION"}
    this = head | {"year": "2022", "executed": {"total": "23600"}} | now
    last = head | {"year": "2021", "executed": {"total": "11000"}} | before
    assert len(said({"filings": [this]}, "V22", last_year={"filings": [last]})) == count
