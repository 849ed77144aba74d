"""V17: an indicator in the right fund and category."""

import pytest

from tests.dossiers import findings, said, self_assessment_file


def _found(fund: str, name: str, level2: str = "", target: str = "", level1: str = "") -> list[tuple[str, str]]:
    row = {"level1": level1, "level2": level2, "level3": name, "target": target}
    return [
        (where.rpartition(".")[2], expected)
        for _s, where, _f, expected in said(self_assessment_file(row, fund=fund), "V17")
    ]


@pytest.mark.parametrize(
    ("fund", "name"),
    [
        ("GOV_PENSION", "养老金首次转移成功率"),
        ("GOV_PENSION", "离退休人员上访率"),
        ("RESIDENT_PENSION", "重度残疾等困难人员代缴人数"),
        ("RESIDENT_PENSION", "退休人员满意度"),
        ("EMPLOYEE_MEDICAL", "在职退休比"),
        ("EMPLOYEE_MEDICAL", "退休人员医保待遇"),
        ("EMPLOYEE_MEDICAL", "政策范围内住院费用报销比例"),
        ("UNEMPLOYMENT", "失业人员再就业率"),
        ("EMPLOYEE_MEDICAL", "失业人员医保缴费人数"),
        ("", "住院费用报销比例"),
        ("GOV_PENSION", "基金使用符合政策规定"),
    ],
)
def test_an_indicator_of_the_own_fund_or_of_any_passes(fund: str, name: str) -> None:
    assert _found(fund, name) == []


@pytest.mark.parametrize(
    ("fund", "name"),
    [
        ("EMPLOYEE_MEDICAL", "城乡居民住院报销比例"),
        ("EMPLOYEE_MEDICAL", "新农合参合率"),
        ("RESIDENT_MEDICAL", "企业职工住院报销比例"),
        ("RESIDENT_PENSION", "机关事业单位人员认证率"),
        ("GOV_PENSION", "城乡居民养老认证率"),
        ("WORK_INJURY", "城乡居民待遇享受人数"),
    ],
)
def test_people_whom_another_fund_insures_are_asked_about_once(fund: str, name: str) -> None:
    assert _found(fund, name) == [("level3", "")]


def test_goals_speak_of_the_funds_own_people() -> None:
    def places(words: str) -> list[str]:
        file = self_assessment_file(fund="EMPLOYEE_MEDICAL", goal_expected=words)
        return [item.where.rpartition(".")[2] for item in findings(file, "V17")]

    assert places("提高城乡居民医疗保障水平。") == ["goal_expected"]
    assert places("提高参保职工医疗保障水平，与城乡居民分账核算。") == []


@pytest.mark.parametrize(
    ("fund", "name"),
    [
        ("GOV_PENSION", "政策范围内住院费用报销比例"),
        ("GOV_PENSION", "城乡居民基本养老保险参保率"),
        ("RESIDENT_MEDICAL", "养老金替代率"),
        ("WORK_INJURY", "失业保险金发放准确率"),
        ("GOV_PENSION", "失业金发放准确率"),
        ("RESIDENT_PENSION", "让离退休人员安享晚年"),
        ("GOV_PENSION", "财政缴费补贴人数"),
        ("RESIDENT_MEDICAL", "保障退休待遇人数"),
    ],
)
def test_an_indicator_of_another_fund_is_asked_about(fund: str, name: str) -> None:
    assert _found(fund, name) == [("level3", "")]


def test_words_of_civil_servants_among_residents_are_asked_about_once() -> None:
    rows = [{"level3": "让离退休人员安享晚年"}, {"level3": "离退休人员上访率"}]
    assert len(said(self_assessment_file(*rows, fund="RESIDENT_PENSION"), "V17")) == 1


@pytest.mark.parametrize(
    ("level1", "level2", "name", "target", "found"),
    [
        ("产出指标", "质量指标", "基金支出", "5317.46万元", ("level2", "数量指标")),
        ("产出指标", "质量指标", "参保人数", "13147人", ("level2", "数量指标")),
        ("产出指标", "数量指标", "参保人员满意度", "≥95%", ("level2", "满意度指标")),
        ("产出指标", "数量指标", "发放时效", "每月25日前", ("level2", "时效指标")),
        ("效益指标", "数量指标", "参保人数", "13147人", ("level1", "产出指标")),
        ("产出指标", "社会效益指标", "社会稳定", "稳定", ("level1", "效益指标")),
    ],
)
def test_an_indicator_in_the_wrong_category(
    level1: str, level2: str, name: str, target: str, found: tuple[str, str]
) -> None:
    assert _found("GOV_PENSION", name, level2, target, level1) == [found]


@pytest.mark.parametrize(
    ("level1", "level2", "name", "target"),
    [
        ("项目完成指标", "数量指标", "支出预算执行率", "≥95%"),
        ("产出指标", "质量指标", "发放时效", "每月25日前"),
        ("产出指标", "质量指标", "重大事故", "0起"),
        ("效益指标", "社会效益指标", "受益人数", "1000人"),
        ("满意度指标", "服务对象满意度指标", "参保人员满意度", "≥90%"),
        ("", "", "参保人员满意度", ""),
        ("", "满意度指标", "满意度", "≥90%"),
    ],
)
def test_an_indicator_in_its_category_or_in_none_passes(level1: str, level2: str, name: str, target: str) -> None:
    assert [found for found in _found("GOV_PENSION", name, level2, target, level1) if level2] == []


def test_target_tables_are_looked_at_too() -> None:
    file = {"targets": [{"fund": "RESIDENT_MEDICAL", "indicators": [{"level3": "养老金替代率"}]}]}
    assert [where for _s, where, _f, _e in said(file, "V17")] == ["targets[0].indicators[0].level3"]
