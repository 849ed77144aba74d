"""Budget tables and target tables of a prefecture whose figures all agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.places_papers import FULL_NAMES, MEDICAL_FUNDS
from tests.benchmarks.consistency.rows_papers import half_up, percent

_CHINESE = "一二三四五六七"
#: The order of the lists, and that of the balance table with its codes.
ORDER = (
    Fund.EMPLOYEE_PENSION,
    Fund.RESIDENT_PENSION,
    Fund.GOV_PENSION,
    Fund.EMPLOYEE_MEDICAL,
    Fund.RESIDENT_MEDICAL,
    Fund.WORK_INJURY,
    Fund.UNEMPLOYMENT,
)
CODES = {
    Fund.EMPLOYEE_PENSION: "01",
    Fund.UNEMPLOYMENT: "02",
    Fund.EMPLOYEE_MEDICAL: "03",
    Fund.WORK_INJURY: "04",
    Fund.RESIDENT_PENSION: "10",
    Fund.GOV_PENSION: "11",
    Fund.RESIDENT_MEDICAL: "12",
}
STAGES = ("adjusted", "this", "next")
_BENEFITS = {
    Fund.EMPLOYEE_MEDICAL: "基本医疗保险待遇支出",
    Fund.RESIDENT_MEDICAL: "基本医疗保险待遇支出",
    Fund.WORK_INJURY: "工伤保险待遇支出",
    Fund.UNEMPLOYMENT: "失业保险待遇支出",
}
_PREFECTURES = (
    ("新疆维吾尔自治区", "喀什地区", "地区"),
    ("新疆维吾尔自治区", "巴音郭楞蒙古自治州", "州"),
    ("四川省", "达州市", "市"),
    ("云南省", "红河哈尼族彝族自治州", "州"),
    ("内蒙古自治区", "锡林郭勒盟", "盟"),
    ("山东省", "济宁市", "市"),
    ("西藏自治区", "阿里地区", "地区"),
    ("河南省", "商丘市", "市"),
)


@dataclass
class Budget:
    """A prefecture's funds: ``money[fund][stage][item]`` in 万元, whole or with decimals."""

    province: str
    name: str
    kind: str
    year: int
    places: int
    grouped: bool
    share_places: int
    funds: tuple[Fund, ...]
    money: dict[Fund, dict[str, dict[str, Decimal]]]

    def value(self, fund: Fund | None, stage: str, item: str) -> Decimal | None:
        """Of one fund, or of all together; None for a fund that is pooled above."""
        if fund is not None:
            return self.money[fund][stage].get(item) if fund in self.money else None
        return sum((each[stage].get(item, Decimal(0)) for each in self.money.values()), Decimal(0))

    def print(self, value: Decimal | None) -> str:
        if value is None or not value:
            return ""
        number = half_up(value, self.places)
        return f"{number:,f}" if self.grouped else f"{number:f}"

    def share(self, value: Decimal | None, base: Decimal | None) -> str:
        """The printed percentage, blank where there is nothing below it."""
        if not base:
            return ""
        return percent((value or Decimal(0)) / base, self.share_places)


def drawn(random: Random) -> Budget:
    """A prefecture and its figures."""
    province, name, kind = random.choice(_PREFECTURES)
    pooled = {Fund.EMPLOYEE_PENSION, Fund.WORK_INJURY, Fund.UNEMPLOYMENT} if random.random() < 0.6 else set()
    funds = tuple(fund for fund in ORDER if fund not in pooled)
    places = random.choice((0, 0, 0, 2))
    money = {fund: _fund(random, fund, places) for fund in funds}
    return Budget(
        province,
        name,
        kind,
        random.randint(2021, 2024),
        places,
        random.random() < 0.2,
        random.choice((2, 2, 2, 1)),
        funds,
        money,
    )


def _near(random: Random, value: Decimal, places: int) -> Decimal:
    return half_up(value * random.randint(850, 1180) / 1000, places)


def _fund(random: Random, fund: Fund, places: int) -> dict[str, dict[str, Decimal]]:
    """Stages 预算调整数, 执行数 and next year's 预算数; the first with a balance of its own."""
    insured = fund in (Fund.RESIDENT_PENSION, Fund.RESIDENT_MEDICAL)
    first = {
        "premium": half_up(Decimal(random.randint(20000, 400000)), places),
        "subsidy": half_up(Decimal(random.randint(20000, 300000) if insured else 0), places),
        "interest": half_up(Decimal(random.randint(1500, 9000)), places),
        "others": half_up(Decimal(random.randint(100, 2500)), places),
    }
    first["benefit"] = half_up((first["premium"] + first["subsidy"]) * random.randint(780, 950) / 1000, places)
    if fund is Fund.RESIDENT_MEDICAL:
        first["serious"] = half_up(first["benefit"] / 9, places)
    first["other_out"] = half_up(Decimal(random.randint(300, 1500)), places)
    opening = half_up(Decimal(random.randint(200000, 600000)), places)
    stages = {"this": first}
    for stage in ("adjusted", "next"):
        stages[stage] = {item: _near(random, value, places) for item, value in first.items()}
    for found in stages.values():
        found["income"] = sum((found[each] for each in ("premium", "subsidy", "interest", "others")), Decimal(0))
        found["spending"] = found["benefit"] + found.get("serious", Decimal(0)) + found["other_out"]
    first["opening"] = opening
    first["closing"] = opening + first["income"] - first["spending"]
    stages["next"]["opening"] = first["closing"]
    stages["next"]["closing"] = first["closing"] + stages["next"]["income"] - stages["next"]["spending"]
    stages["adjusted"]["closing"] = _near(random, first["closing"], places)
    return stages


def _row(budget: Budget, label: str, fund: Fund | None, item: str, stages: tuple[str, str]) -> list[str]:
    left, right = (budget.value(fund, stage, item) for stage in stages)
    return [label, budget.print(left), budget.print(right), budget.share(right, left)]


def income_table(random: Random, budget: Budget, no: str, stages: tuple[str, str], scope: str) -> dict[str, Any]:
    """表二, 表五: income by fund with premiums, subsidies and interest."""
    first = random.choice(("其中：", "其中:", "其中："))
    found = [_row(budget, f"{scope}社会保险基金收入合计", None, "income", stages)]
    parts = ((f"{first}保险费收入", "premium"), ("财政补贴收入", "subsidy"), ("利息收入", "interest"))
    found += [_row(budget, label, None, item, stages) for label, item in parts]
    for number, fund in enumerate(ORDER):
        found.append(_row(budget, f"{_CHINESE[number]}、{FULL_NAMES[fund]}基金收入", fund, "income", stages))
        found += [_row(budget, label, fund, item, stages) for label, item in parts]
    return _table(budget, no, "收入", stages, found)


def spending_table(random: Random, budget: Budget, no: str, stages: tuple[str, str], scope: str) -> dict[str, Any]:
    """表三, 表六: expenditure by fund with benefits."""
    found = [_row(budget, f"{scope}社会保险基金支出合计", None, "spending", stages)]
    found.append(_row(budget, "其中：社会保险待遇支出", None, "benefit", stages))
    for number, fund in enumerate(ORDER):
        benefit = _BENEFITS.get(fund, "基本养老待遇支出")
        found.append(_row(budget, f"{_CHINESE[number]}、{FULL_NAMES[fund]}基金支出", fund, "spending", stages))
        found.append(_row(budget, f"其中：{benefit}", fund, "benefit", stages))
        if fund is Fund.RESIDENT_MEDICAL:
            found.append(_row(budget, "大病保险支出", fund, "serious", stages))
    return _table(budget, no, "支出", stages, found)


def closing_table(random: Random, budget: Budget, no: str, stages: tuple[str, str], scope: str) -> dict[str, Any]:
    """表四, 表七: closing balances by fund."""
    found = [_row(budget, f"{scope}社会保险基金年末累计结余", None, "closing", stages)]
    for number, fund in enumerate(ORDER):
        found.append(_row(budget, f"{_CHINESE[number]}、{FULL_NAMES[fund]}基金年末累计结余", fund, "closing", stages))
    return _table(budget, no, "结余", stages, found)


def _table(budget: Budget, no: str, what: str, stages: tuple[str, str], rows: list[list[str]]) -> dict[str, Any]:
    year = budget.year
    if stages[0] == "adjusted":
        names = {"收入": "预算收入执行情况表", "支出": "预算支出执行情况表", "结余": "预算结余情况表"}
        title = f"{budget.name}{year}年社会保险基金{names[what]}"
        heads = [f"{year}年预算调整数", f"{year}年预计执行数", "预计执行数为预算数的%"]
        if what == "结余":
            heads = [f"{year}年年末累计结余预算调整数", f"{year}年年末累计结余预计数", "预计结余数为预算数的%"]
    else:
        title = f"{budget.name}{year + 1}年社会保险基金预算{what}安排表"
        heads = [f"{year}年预计执行数", f"{year + 1}年预算数", "预算数为上年预计执行数的%"]
        if what == "结余":
            heads = [f"{year}年年末累计结余预计数", f"{year + 1}年年末累计结余预算数", "预算数为上年预计数的%"]
    return {"no": no, "title": title, "columns": ["项目", *heads], "rows": rows}


def balance_table(random: Random, budget: Budget, no: str) -> dict[str, Any]:
    """表一: income beside expenditure, with opening and closing balances."""
    year, found = budget.year, []
    fill = random.random() < 0.7

    def pair(code: str, label: str, fund: Fund | None, item: str, filled: bool = True) -> list[str]:
        values = [budget.value(fund, stage, item) for stage in ("this", "next")]
        return [code, label, *(budget.print(value) if filled else "" for value in values)]

    for number, fund in enumerate(CODES):
        name = f"{_CHINESE[number]}、{FULL_NAMES[fund]}基金"
        left = pair(f"102{CODES[fund]}", f"{name}收入", fund, "income")
        found.append([*left, *pair(f"209{CODES[fund]}", f"{name}支出", fund, "spending")])
    left = pair("102", "社会保险基金收入合计", None, "income", fill)
    found.append([*left, *pair("209", "社会保险基金支出合计", None, "spending", fill)])
    left = pair("11008", "社会保险基金上年结余收入", None, "opening")
    found.append([*left, *pair("23009", "社会保险基金年终结余", None, "closing")])
    found.extend(
        [code, f"社会保险基金{label}", "", "", other, f"社会保险基金{name}", "", ""]
        for code, label, other, name in (
            ("11017", "上级补助收入", "23018", "补助下级支出"),
            ("11018", "下级上解收入", "23019", "上解上级支出"),
        )
    )
    totals = [budget.print(_sum(budget, stage, ("income", "opening"))) for stage in ("this", "next")]
    found.append(["", "收入总计", *totals, "", "支出总计", *totals])
    heads = ["科目代码", "科目名称", f"{year}年执行数", f"{year + 1}年预算数"]
    title = f"{budget.name}{year}年社会保险基金预算执行情况和{year + 1}年社会保险基金预算安排平衡表"
    return {"no": no, "title": title, "columns": [*heads, *heads], "rows": found}


def _sum(budget: Budget, stage: str, items: tuple[str, ...]) -> Decimal:
    return sum((budget.value(None, stage, item) or Decimal(0) for item in items), Decimal(0))


def tables(
    random: Random, budget: Budget, numbers: Sequence[str] = "一二三四五六七", scope: str = ""
) -> list[dict[str, Any]]:
    """表一 to 表七."""
    whole = scope or {"地区": "全地区", "州": "全州", "市": "全市", "盟": "全盟"}[budget.kind]
    names = [f"表{each}" for each in numbers]
    done, plan = ("adjusted", "this"), ("this", "next")
    return [
        balance_table(random, budget, names[0]),
        income_table(random, budget, names[1], done, whole),
        spending_table(random, budget, names[2], done, whole),
        closing_table(random, budget, names[3], done, whole),
        income_table(random, budget, names[4], plan, whole),
        spending_table(random, budget, names[5], plan, whole),
        closing_table(random, budget, names[6], plan, whole),
    ]


def own_level(random: Random, budget: Budget) -> Budget:
    """The prefecture's own part: a share of every figure, so that its balances still agree."""
    own = {}
    for fund, stages in budget.money.items():
        parts = {
            stage: {item: half_up(value / 5, budget.places) for item, value in found.items()}
            for stage, found in stages.items()
        }
        for found in parts.values():
            found["income"] = sum((found[each] for each in ("premium", "subsidy", "interest", "others")), Decimal(0))
            found["spending"] = found["benefit"] + found.get("serious", Decimal(0)) + found["other_out"]
        for stage in ("this", "next"):
            part = parts[stage]
            part["opening"] = parts["this"]["closing"] if stage == "next" else part["opening"]
            part["closing"] = part["opening"] + part["income"] - part["spending"]
        own[fund] = parts
    return Budget(**{**budget.__dict__, "money": own})


def _billion(value: Decimal) -> str:
    return f"{half_up(value / 10000, 2)}"


def targets(random: Random, budget: Budget) -> list[dict[str, Any]]:
    """区域绩效目标表 of every fund, whose targets the budget meets."""
    return [_target(random, budget, fund) for fund in budget.funds]


def _target(random: Random, budget: Budget, fund: Fund) -> dict[str, Any]:
    medical = fund in MEDICAL_FUNDS
    office = "医疗保障局" if medical else "人力资源和社会保障局"
    above = "医疗保障局" if medical else "人力资源和社会保障厅"
    name = FULL_NAMES[fund] + ("（含生育保险）" if fund is Fund.EMPLOYEE_MEDICAL else "")
    tax = "国家税务总局"
    return {
        "form": "regional_target_table",
        "edition": "regional-target-2023",
        "title": f"{budget.name}社会保险基金预算区域绩效目标表",
        "year": str(budget.year + 1),
        "amount_unit": "亿元",
        "fund_name": name,
        "central_departments": f"{'国家医疗保障局' if medical else '人力资源社会保障部'}、财政部、税务总局",
        "provincial_finance": f"{budget.province}财政厅",
        "provincial_departments": f"{budget.province}{above}、{tax}{budget.province}税务局",
        "prefecture_finance": f"{budget.name}财政局",
        "prefecture_departments": f"{budget.name}{office}、{tax}{budget.name}税务局",
        "income_budget": _billion(budget.value(fund, "next", "income") or Decimal(0)),
        "expenditure_budget": _billion(budget.value(fund, "next", "spending") or Decimal(0)),
        "overall_goal": "实现基金可持续运行，参保人员社会保险待遇得到有效保障。",
        "general_goals": "目标1：基金中长期收支平衡，增强基金可持续性。",
        "annual_goals": "目标1：本年度内基金收支平衡。",
        "indicators": _target_rows(random, budget, fund, medical),
    }


def _target_rows(random: Random, budget: Budget, fund: Fund, medical: bool) -> list[dict[str, str]]:
    money = {item: value / 10000 for item, value in budget.money[fund]["next"].items()}
    kind = "医疗保险" if medical else "社会保险"
    premium, benefit = money["premium"], money["benefit"]
    low, high = half_up(premium * Decimal("0.98"), 2), half_up(benefit * Decimal("1.02") + Decimal("0.01"), 2)
    in_share = int(premium / money["income"] * 100) - random.randint(0, 3)
    out_share = int(benefit / money["spending"] * 100) - random.randint(0, 3)
    rest = half_up(money["other_out"] / money["spending"] * 100 + Decimal("0.6"), 1)
    lasting = int(money["closing"] / money["spending"] * 12) - random.randint(0, 3)
    exact = random.random() < 0.5
    found = [
        ("决策指标", "政策制定指标", "政策制定依据及程序", "依法依规、按照法定程序制定社会保险基金管理相关政策"),
        ("过程指标", "基金预算管理指标", "预决算编制", "预决算报表无漏填、错填，编报说明合理"),
        ("产出指标", "数量指标", f"{kind}费收入", f"{half_up(premium, 2)}亿元±5%" if exact else f"≥{low}亿元"),
        ("产出指标", "数量指标", f"{kind}待遇支出", f"{half_up(benefit, 2)}亿元±5%" if exact else f"≤{high}亿元"),
        ("产出指标", "质量指标", "社会保险费收入占基金收入比重", f"≥{in_share}%"),
        ("产出指标", "质量指标", f"{kind}待遇支出占基金支出比重", f"≥{out_share}%"),
        ("产出指标", "质量指标", "其他支出占基金支出比重", f"≤{rest}%"),
        ("产出指标", "时效指标", "财政对基金的补贴拨付及时性", "在规定时限内拨付到位"),
        ("效益指标", "经济效益指标", "利息收益率", "高于同期人民银行规定三个月整存整取利率"),
        ("效益指标", "可持续影响指标", "基金静态可支付月数", f"≥{lasting}个月"),
        ("满意度指标", "服务对象满意度指标", "参保人员满意度", random.choice(("≥90%", "不低于90%", "90%以上"))),
    ]
    if medical:
        found.insert(
            8,
            ("效益指标", "社会效益指标", "政策范围内住院费用报销比例", random.choice(("70%-85%", "≥70%", "60%～75%"))),
        )
    names = ("level1", "level2", "level3", "target")
    return [dict(zip(names, row, strict=True)) for row in found]
