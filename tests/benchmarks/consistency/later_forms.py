"""Papers written after the first measurement: several counties, other editions, rows spelt in still other ways."""

from decimal import Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.cases_papers import MONTHS, Case, within_year, year_end
from tests.benchmarks.consistency.fillings_forms import monitoring, self_assessment
from tests.benchmarks.consistency.places_papers import MEDICAL_FUNDS, PENSION_FUNDS, PLACES, office
from tests.benchmarks.consistency.rows_papers import half_up, percent


def several_counties(random: Random) -> Case:
    """The papers of two or three counties in one file, for the same funds."""
    places, year, medical = (
        random.sample(PLACES, random.randint(2, 3)),
        random.randint(2019, 2024),
        random.random() < 0.4,
    )
    funds = random.sample(MEDICAL_FUNDS if medical else PENSION_FUNDS, random.randint(1, 2))
    month = random.choice((12, *MONTHS[:4]))
    forms = []
    for place in places:
        unit = office(random, place, medical)
        for fund in funds:
            made = (
                self_assessment(random, place, unit, fund, year)
                if month == 12
                else monitoring(random, place, unit, fund, year, month)
            )
            forms.append(made)
    if random.random() < 0.3:
        for form in forms:
            form.filing.pop("region")
            form.filing["reporting_unit"] = form.filing["reporting_unit"].replace(form.place.full, form.place.name)
    return Case("counties", {"filings": [form.filing for form in forms]}, forms)


def of_a_prefecture(random: Random) -> Case:
    """A prefecture's own papers: no county anywhere."""
    case = random.choice((year_end, within_year))(random)
    for form in case.forms:
        place = form.place
        for key, text in form.filing.items():
            if isinstance(text, str):
                form.filing[key] = text.replace(place.full, place.above).replace(place.name, place.above)
    for row in case.file.get("review_sheet", {}).get("rows", ()):
        for key in ("reporting_unit", "project_name"):
            row[key] = row[key].replace(place.full, place.above).replace(place.name, place.above)
    if case.last_year:
        case.last_year = None
    case.sort = "prefecture"
    return case


def twice_a_year(random: Random) -> Case:
    """Monitored in June and September, assessed at the end: the budget was adjusted in between."""
    place, year, fund = random.choice(PLACES), random.randint(2019, 2024), random.choice(list(Fund))
    unit = office(random, place, fund in MEDICAL_FUNDS)
    forms = [monitoring(random, place, unit, fund, year, month) for month in (6, 9)]
    forms.append(self_assessment(random, place, unit, fund, year))
    return Case("twice a year", {"region": place.full, "filings": [form.filing for form in forms]}, forms)


def scored(random: Random) -> Case:
    """The layout of 财预〔2020〕10号 with points, as far as the exchange format can say it."""
    case = year_end(random)
    for form in case.forms:
        filing = form.filing
        filing["edition"] = "self-assessment-scored"
        filing["initial_budget"] = {"total": form.money.print(form.budget * Decimal("0.9")), "fiscal": ""}
        filing["annual_budget"] = filing.pop("budget")
        filing["weight"], filing["score"], filing["goal_actual"] = "10", "10", "各项待遇按时足额发放。"
        for row in filing["indicators"]:
            row["weight"], row["score"] = "5", "5"
    case.last_year, case.sort = None, "scored"
    return case


_SPELLINGS: tuple[tuple[str, str, str], ...] = (
    ("参保人员满意度（%）", "≥95", "97.2"),
    ("参保人数（万人）", "12.5", "12.8"),
    ("待遇发放金额（万元）", "5317.46", "5390.10"),
    ("群众满意度", "≥90分", "92.5分"),
    ("群众满意度", "95%（含）以上", "96%"),
    ("政策知晓率", "达到90%以上", "93.4%"),
    ("投诉办结率", "=100%", "100%"),
    ("医疗费用差错率", "≤3‰", "1.2‰"),
    ("差错率", "低于5%", "1.3%"),
    ("信访件数", "小于等于3件", "1件"),
    ("零投诉", "0", "0"),
    ("监督检查频次", "≥1次/季度", "1次/季度"),
    ("监督检查频次", "每季度1次", "每季度1次"),
    ("系统运行时间", "365天", "365天"),
    ("业务响应时间", "24小时内", "24小时内"),
    ("业务响应时间", "≤24小时", "12小时"),
    ("资金拨付及时性", "及时", "及时拨付"),
    ("政策知晓情况", "完成", "已完成"),
    ("是否纳入预算", "是", "是"),
    ("制度健全性", "健全", "健全"),
    ("社会稳定", "无", "无"),
    ("生态效益", "/", "/"),
    ("受益人群覆盖面", "全覆盖", "全覆盖"),
    ("人均养老金水平", "不低于上年", "高于上年"),
    ("次均住院费用", "≤6500元", "6234.56元"),
    ("人均住院费用", "6500元", "6480元"),
    ("基金累计结余可支付月数", "6-9个月", "7.5个月"),
    ("基金累计结余可支付月数", "≥6", "8.2"),
    ("工作人员数量", "≥5名", "5名"),
    ("培训人次", "≥1000人次", "1,024人次"),
    ("下拨批次", "2批", "2批"),
    ("发放户次", "1.2万户次", "1.21万户次"),
    ("资金到位率", "100%", "100%"),
    ("预算完成率", "95%≤X≤105%", "98.3%"),
    ("预算完成率", "95%≤预算完成率≤105%", "98.3%"),
    ("到龄领取率", "≥99.5%", "99.52%"),
    ("发放标准", "每人每月163元", "每人每月163元"),
    ("养老金发放时间", "每月10-15日", "每月12日"),
    ("养老金发放时间", "每月25日之前", "每月20日"),
    ("政策执行", "严格按政策执行", "已严格执行"),
    ("带动就业", "有所提高", "有所提高"),
    ("问题整改率", "≥ 98 %", "99.0 %"),
    ("失信人数", "≤2人", "0"),
    ("基金安全", "零风险", "零风险"),
)


def _is_foreign(name: str, fund: Fund) -> bool:
    if "住院" in name or "医疗" in name:
        return fund not in MEDICAL_FUNDS
    return "养老" in name and "PENSION" not in fund.name


def other_spellings(random: Random) -> Case:
    """Rows spelt in ways that the library of the first papers has not."""
    case = random.choice((year_end, within_year))(random)
    form = random.choice(case.forms)
    level1 = form.filing["indicators"][0]["level1"]
    for name, target, actual in random.sample(_SPELLINGS, 8):
        row = {"level1": level1, "level2": "", "level3": name, "target": target, "actual": actual}
        if name.startswith(("人均养老金", "待遇发放金额")) and form.month != 12:
            continue
        if _is_foreign(name, form.fund):
            continue
        form.filing["indicators"].append(row)
    if form.month != 12:
        form.filing["overall_completion_rate"] = ""
        for sheet_row in case.file.get("review_sheet", {}).get("rows", ()):
            sheet_row["overall_completion_rate"] = ""
    case.sort = "spellings"
    return case


def sealed_names(random: Random) -> Case:
    """（公章） behind the unit, brackets and blanks in names, a number as a number."""
    case = random.choice((year_end, within_year))(random)
    for form in case.forms:
        filing = form.filing
        shape = random.choice(("{}（公章）", "{}(盖章)", " {} ", "{}（签章）"))
        if "review_sheet" not in case.file:
            filing["reporting_unit"] = shape.format(filing["reporting_unit"])
        filing["title"] = f"附件1：{filing['title']}" if random.random() < 0.3 else f"{filing['title']} "
        if random.random() < 0.3:
            filing["executed"]["total"] = f" {filing['executed']['total']} "
    case.sort = "names"
    return case


def months_spelt(random: Random) -> Case:
    """上半年, 三季度, 1月-9月."""
    case = within_year(random)
    words = {6: ("上半年", "1—6月", "二季度", "6月末"), 9: ("三季度", "1月-9月", "1～9月", "前三季度", "9月底")}
    for form in case.forms:
        year = form.filing["monitoring_point"][:4]
        if form.month in words:
            form.filing["monitoring_point"] = f"{year}年{random.choice(words[form.month])}"
    case.sort = "months"
    return case


def sheet_alone(random: Random) -> Case:
    """The 审核表 without its forms, some rows with whole and some with exact percentages."""
    for _try in range(40):
        case = within_year(random)
        if "review_sheet" in case.file:
            break
    sheet = case.file.get("review_sheet", {"rows": []})
    for row in sheet["rows"]:
        if random.random() < 0.5:
            executed, budget = (Decimal(row[key]) for key in ("executed", "adjusted_budget"))
            row["execution_rate"] = percent(half_up(executed, 2) / half_up(budget, 2), 2)
    return Case("sheet", {"review_sheet": sheet}, [])


LATER = (
    several_counties,
    of_a_prefecture,
    twice_a_year,
    scored,
    other_spellings,
    sealed_names,
    months_spelt,
    sheet_alone,
)
