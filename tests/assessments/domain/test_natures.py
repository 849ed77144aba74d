"""The nature of an indicator where none was chosen (forms.md §3)."""

import pytest

from assessments.domain.facts import Nature
from assessments.domain.measures import read
from assessments.domain.natures import default_nature, nature_of
from tests.filings import row


@pytest.mark.parametrize(
    ("name", "target", "nature"),
    [
        ("基本养老支出预算执行率", "≥95%", Nature.BUDGET_RATE),
        ("基本养老保险支出预算执行率", "105%≤≥95%", Nature.BUDGET_RATE),
        ("支出预算执行率", "", Nature.BUDGET_RATE),
        ("基本养老收入预算执行率", "≥95%", Nature.STANDARD),
        ("基本养老保险预算执行率", "105%≤95%", Nature.STANDARD),
        ("参保缴费人数", "13147人", Nature.STOCK),
        ("参保缴费人数", "13147", Nature.STOCK),
        ("保障对象", "120户", Nature.STOCK),
        ("个人缴费人均缴费标准", "124.07", Nature.STOCK),
        ("次均住院费用", "≤6500元", Nature.STOCK),
        ("人均养老金", "163元", Nature.STOCK),
        ("财政补贴标准(省级、县级)", "50、6.17", Nature.STOCK),
        ("人均缴费标准", "124.07元", Nature.STOCK),
        ("按标准足额发放率", "≥99%", Nature.STANDARD),
        ("参保人数增长率", "≥3%", Nature.STANDARD),
        ("城乡养老保险基金支出", "5317.46万元", Nature.FLOW),
        ("社会保险费收入", "3.59亿元±5%", Nature.FLOW),
        ("基金静态可支付月数", "≥65个月", Nature.STANDARD),
        ("满意度", "≥95%", Nature.STANDARD),
        ("培训次数", "12次", Nature.FLOW),
        ("开展政策宣传", "≥10场次", Nature.FLOW),
        ("办理异地就医备案", "800人次", Nature.FLOW),
        ("定点医药机构检查数量", "36家", Nature.FLOW),
        ("受理投诉举报案件", "120件", Nature.FLOW),
        ("新增定点零售药店", "5家", Nature.FLOW),
        ("编印宣传资料", "2万份", Nature.FLOW),
        ("业务培训", "4期/年", Nature.FLOW),
        ("定点医药机构", "36家", Nature.STOCK),
        ("参保单位", "1200个", Nature.STOCK),
        ("信访投诉次数", "5次", Nature.STANDARD),
        ("安全事故", "0起", Nature.STANDARD),
        ("投诉案件", "≤3件", Nature.STANDARD),
        ("巡查频次", "2次/月", Nature.STANDARD),
        ("办结时间", "5天", Nature.STANDARD),
        ("综合评价", "90分", Nature.STANDARD),
        ("养老金发放时效", "每月25日前", Nature.WORDING),
        ("让离退休人员安享晚年", "充分发挥社会保险的职能作用", Nature.WORDING),
        ("支出预算执行率", "按计划执行", Nature.WORDING),
        ("满意度", "12..5%", Nature.STANDARD),
        ("满意度", "", Nature.STANDARD),
    ],
)
def test_the_default_nature_follows_name_and_target(name: str, target: str, nature: Nature) -> None:
    assert default_nature(name, read(target)) is nature


def test_a_chosen_nature_stands() -> None:
    indicator = row("≥95%", level3="满意度", nature=Nature.FLOW)
    assert nature_of(indicator, read(indicator.target)) is Nature.FLOW
