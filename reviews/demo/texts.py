"""The demo's 绩效评价报告: one that can be sent, one with mistakes of every kind, and last year's. All invented."""

from collections.abc import Mapping

#: What 塔什库尔干县 sends with its self-assessment: one warning, which it explains.
SENT = """\
一、社会保险基金收支总体情况
{year}年机关事业单位基本养老保险基金收入15420万元，基金支出15016万元，本年收支结余404万元，年末滚存结余6104万元。\
上年滚存结余5700万元。
二、预算执行情况
{year}年机关事业单位基本养老保险基金支出年初预算15260万元，实际支出15016万元，完成年初预算的98.40%。
三、绩效目标完成情况
参保人员满意度指标值≥95%，完成值94.1%，主要原因是办事大厅搬迁期间等候时间较长，现已增设窗口。\
其余指标均已完成，总体达到了预期目标。
四、下一步工作
塔什库尔干县社会保险管理局将按月核对支付数据，继续做好政策宣传和待遇发放。"""

#: What 巴楚县 is still writing: figures turned round, a wrong rate, a wrong sum, a promise too much, a skipped number.
UNFINISHED = """\
一、社会保险基金收支总体情况
{year}年巴楚县机关事业单位基本养老保险基金收入15420万元，基金支出15061万元，其中：基本养老金支出14890万元，其他支出126万元。
二、预算执行情况
{year}年机关事业单位基本养老保险基金年初预算15260万元，实际支出15016万元，完成年初预算的98.04%。
三、绩效目标完成情况
参保人员满意度指标值≥95%，完成值94.1%，主要原因是系统升级期间办理时间较长。全部指标均达到了预期目标。
五、下一步工作
巴楚县社会保险中心将继续做好基金管理，确保养老金按时足额发放。"""

_LAST_YEAR = """\
一、社会保险基金收支总体情况
{year}年机关事业单位基本养老保险基金收入7520万元，基金支出7310万元，本年收支结余210万元，年末滚存结余5700万元。
二、预算执行情况
{year}年机关事业单位基本养老保险基金支出年初预算7400万元，实际支出7310万元，完成年初预算的98.78%。"""

#: What the unit says to the warnings of its papers, by rule.
REASONS: Mapping[str, str] = {
    "V10": "满意度一项差0.9个百分点，原因已写明；报告说的是总体情况，其余指标全部完成。",
    "V11": "确认是实际数，系统月报口径。",
    "V15": "基金按月申请、按月拨付，当月到位当月支出，月末没有余额。",
    "V22": "上年只有下半年的支出由县里发放，今年起全年由县里发放，两年口径不同。",
}


def last_year(year: int) -> dict[str, object]:
    """塔什库尔干县's papers of the year before as an exchange file: half a year of payments, and the text."""
    name = "塔什库尔干塔吉克自治县"
    paper = {
        "form": "self_assessment",
        "edition": "self-assessment-2022",
        "title": "社会保险基金支出绩效自评表",
        "year": str(year),
        "project_name": "机关事业单位基本养老保险基金支出",
        "reporting_unit": "塔什库尔干县社会保险管理局",
        "fund": "GOV_PENSION",
        "budget": {"total": "7400", "social_insurance_fund": "7400", "other": ""},
        "executed": {"total": "7310", "social_insurance_fund": "7310", "other": ""},
        "execution_rate": "98.78%",
        "goal_expected": "确保离退休人员按时足额领取养老金。",
        "goal_actual": "全年按时足额发放养老金，没有发生基金管理运行风险。",
        "indicators": [
            {
                "level1": "项目完成指标",
                "level2": "数量指标",
                "level3": "享受待遇人数",
                "target": "1660人",
                "actual": "1672人",
            }
        ],
    }
    return {
        "source": "演示数据（虚构）",
        "region": name,
        "region_code": "653131",
        "filings": [paper],
        "narrative": {"region": name, "year": str(year), "paragraphs": _LAST_YEAR.format(year=year).split("\n")},
    }
