"""Rows of indicators with true figures, in the many spellings of published forms."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.places_papers import MEDICAL_FUNDS

_FULL_WIDTH = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")
YEAR = 12


@dataclass(frozen=True)
class Row:
    """An indicator; ``sort`` says what a breaker may do to it, ``rate`` is the completion that may be printed."""

    sort: str
    level2: str
    name: str
    target: str
    actual: str
    rate: Decimal | None = None
    number: Decimal = Decimal(0)


def half_up(value: Decimal, places: int) -> Decimal:
    """Rounded as forms print it."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def percent(value: Decimal, places: int = 2) -> str:
    """A quotient in percent."""
    return f"{half_up(value * 100, places)}%"


def _at_least(random: Random, text: str) -> str:
    shape = random.choice(("≥{}", "≥{}", "≥{}", "≧{}", ">={}", "≥ {}", "不低于{}", "不少于{}", "{}以上", "大于等于{}"))
    return shape.format(text)


def _at_most(random: Random, text: str) -> str:
    return random.choice(("≤{}", "≤{}", "≤{}", "≦{}", "<={}", "不超过{}", "不高于{}", "{}以内", "小于等于{}")).format(
        text
    )


def _plain(random: Random, text: str) -> str:
    return random.choice(("{}", "{}", "{}", "={}", "＝{}", "达到{}")).format(text)


def _heads(random: Random, value: int, unit: str) -> str:
    shape = random.random()
    if shape < 0.15:
        return f"{value:,}{unit}"
    if shape < 0.22:
        return f"{value}{unit}".translate(_FULL_WIDTH)
    return f"{value} {unit}" if shape < 0.3 else f"{value}{unit}"


def heads(random: Random, name: str, month: int, unit: str = "人", level2: str = "数量指标") -> Row:
    """A count of people or cases: held against its whole target at any time."""
    target = random.randint(801, 160000)
    actual = target * random.randint(1004, 1180) // 1000 + 1
    rate = Decimal(actual) / target
    if random.random() < 0.15:
        large, more = f"{half_up(Decimal(target) / 10000, 2)}万{unit}", f"{half_up(Decimal(actual) / 10000, 2)}万{unit}"
        if target > 9000 and large != more:
            return Row("count", level2, name, _at_least(random, large), more, Decimal(1), Decimal(target))
    left, right = _heads(random, target, unit), _heads(random, actual, unit)
    if random.random() < 0.4:
        return Row("count", level2, name, _at_least(random, left), right, Decimal(1), Decimal(target))
    if random.random() < 0.1:
        return Row("plain_count", level2, name, str(target), str(actual), rate, Decimal(target))
    return Row("plain_count", level2, name, _plain(random, left), right, rate, Decimal(target))


def few(random: Random, name: str, month: int, unit: str, level2: str = "数量指标") -> Row:
    """A small count: 期, 次, 场, 户."""
    target = random.randint(2, 40)
    actual = target + random.randint(0, max(1, target // 5))
    left, right = f"{target}{unit}", f"{actual}{unit}"
    if random.random() < 0.3:
        left = f"{target}{unit}/年"
    return Row("few", level2, name, _at_least(random, left), right, Decimal(1), Decimal(target))


def quality(random: Random, name: str, month: int, level2: str = "质量指标") -> Row:
    """A quality in percent that is met."""
    if random.random() < 0.35:
        left = _plain(random, random.choice(("100%", "100%", "100.00%", "100％")))
        return Row("whole", level2, name, left, random.choice(("100%", "100%", "100.0%", "100.00%")), Decimal(1))
    low = random.choice((80, 85, 90, 92, 95, 98))
    high = Decimal(random.randint(low * 10 + 1, 999)) / 10
    left = random.choice((f"{low}%", f"{low}%", f"{low}.0%", f"{low}％"))
    return Row("at_least", level2, name, _at_least(random, left), f"{high}%", Decimal(1), Decimal(low))


def seldom(random: Random, name: str, month: int, level2: str = "质量指标") -> Row:
    """A rate of which less is better."""
    limit = Decimal(random.choice(("0.1", "0.5", "1", "2", "3", "5")))
    actual = random.choice(("0", "0%", f"{limit / 2}%", f"{limit / 4}%"))
    return Row("at_most", level2, name, _at_most(random, f"{limit}%"), actual, Decimal(1), limit)


def never(random: Random, name: str, month: int, unit: str = "次", level2: str = "质量指标") -> Row:
    """Something that did not happen, and was not to."""
    left = random.choice((f"0{unit}", "0", "≤0", f"≤0{unit}"))
    return Row("never", level2, name, left, random.choice((f"0{unit}", "0")), Decimal(1))


def band(random: Random, name: str, month: int, level2: str = "质量指标") -> Row:
    """A share between two bounds."""
    low = random.choice((60, 65, 70, 75))
    high = low + random.choice((10, 15, 20))
    shape = random.choice(("{}%-{}%", "{}%至{}%", "{}%～{}%", "{}%—{}%", "{}%–{}%", "{}-{}%", "≥{}%且≤{}%", "{}%~{}%"))
    actual = Decimal(random.randint(low * 100 + 10, high * 100 - 10)) / 100
    return Row("band", level2, name, shape.format(low, high), f"{actual}%", Decimal(1), Decimal(low))


def money(random: Random, name: str, month: int, level2: str = "数量指标") -> Row:
    """An amount that adds up over the year."""
    target = Decimal(random.randint(20000, 900000)) / 100
    due = target * month / YEAR
    actual = half_up(due * random.randint(1011, 1180) / 1000, 2)
    if random.random() < 0.25:
        left, right = f"{half_up(target / 10000, 4)}亿元", f"{half_up(actual / 10000, 4)}亿元"
    else:
        left, right = f"{target}万元", f"{actual}万元"
    if random.random() < 0.5:
        rate = min(actual / target, Decimal(1)) if month == YEAR else actual / target
        return Row("flow", level2, name, _at_least(random, left), right, rate, target)
    return Row("plain_flow", level2, name, left, right, actual / target, target)


def cost(random: Random, name: str, month: int, level2: str = "成本指标") -> Row:
    """An amount that is not to be exceeded."""
    limit = Decimal(random.randint(300, 90000)) / 100
    actual = half_up(limit * month / YEAR * random.randint(820, 990) / 1000, 2)
    return Row("cost", level2, name, _at_most(random, f"{limit}万元"), f"{actual}万元", Decimal(1), limit)


def per_head(random: Random, name: str, month: int, level2: str = "数量指标") -> Row:
    """A standard per head; to pay exactly the standard is how it should be."""
    unit = random.choice(("元/人·月", "元/人.月", "元/人", "元/人·年", "元/月", "元", "元/人/月"))
    amount = random.choice((100, 128, 150, 163, 380, 640, 670))
    paid = amount if random.random() < 0.6 else amount + random.randint(1, 20)
    left = f"{amount}{unit}"
    if paid > amount:
        return Row("standard", level2, name, _at_least(random, left), f"{paid}{unit}", Decimal(1), Decimal(amount))
    return Row(
        "standard", level2, name, random.choice((left, f"≥{left}")), f"{paid}{unit}", Decimal(1), Decimal(amount)
    )


def months(random: Random, name: str, month: int, level2: str = "可持续影响指标") -> Row:
    """How long the balance would last."""
    low = random.choice((6, 9, 10, 12))
    actual = f"{low + random.randint(1, 8)}.{random.randint(1, 9)}个月"
    return Row("months", level2, name, _at_least(random, f"{low}个月"), actual, Decimal(1), Decimal(low))


def days(random: Random, name: str, month: int, level2: str = "时效指标") -> Row:
    """How long a case takes."""
    unit, limit = random.choice(("天", "个工作日", "日", "工作日")), random.choice((3, 5, 15, 20, 30))
    actual = f"{random.randint(1, limit)}{unit}"
    return Row("days", level2, name, _at_most(random, f"{limit}{unit}"), actual, Decimal(1), Decimal(limit))


def deadline(random: Random, name: str, month: int, level2: str = "时效指标") -> Row:
    """A day by which something is done."""
    pairs = (
        ("每月25日前", "每月25日前"),
        ("每月15日前", "每月12日前"),
        ("每月25日前", "按时发放"),
        ("每月月底前", "每月月底前"),
        ("12月底前", "已按时完成"),
        ("每月20日前发放到位", "每月18日发放到位"),
        ("当年12月31日前", "12月20日"),
        ("次月10日前", "次月8日"),
    )
    left, right = random.choice(pairs)
    return Row("deadline", level2, name, left, right, Decimal(1))


def words(random: Random, name: str, month: int, level2: str = "社会效益指标") -> Row:
    """A goal in words that was reached."""
    pairs = (
        ("充分发挥社会保险的职能作用", "充分发挥社会保险的职能作用"),
        ("有效保障", "有效保障"),
        ("显著提升", "显著提升"),
        ("效果明显", "达成预期指标"),
        ("长期", "长期"),
        ("严格执行相关制度规定", "达成预期指标"),
        ("及时", "及时"),
        ("按时足额发放", "已按时足额发放"),
        ("应保尽保", "应保尽保"),
        ("逐步完善", "基本完善"),
        ("符合国家规定", "符合"),
        ("上访率控制在0.1%以内，维护社会稳定", "上访率0，维护社会稳定"),
        ("建立健全长效机制", "进一步健全"),
        ("定性", "好"),
    )
    left, right = random.choice(pairs)
    return Row("words", level2, name, left, right, Decimal(1))


def content(random: Random, name: str, month: int, level2: str = "满意度指标") -> Row:
    """How content people are."""
    if random.random() < 0.12:
        return Row("words", level2, name, random.choice(("满意", "基本满意")), "满意", Decimal(1))
    return quality_of_people(random, name, level2)


def quality_of_people(random: Random, name: str, level2: str) -> Row:
    """A share of people that is reached, never 100 % of the target's spelling."""
    low = random.choice((80, 85, 90, 95))
    left = _at_least(random, random.choice((f"{low}%", f"{low}%", f"{low}％")))
    return Row("at_least", level2, name, left, f"{Decimal(random.randint(low * 10 + 1, 998)) / 10}%", Decimal(1))


_Maker = Callable[[Random, str, int], Row]
_PENSION_ROWS: tuple[tuple[_Maker, str], ...] = (
    (heads, "参保缴费人数"),
    (heads, "领取养老金人数"),
    (heads, "待遇领取资格认证人数"),
    (lambda r, n, m: heads(r, n, m, "人次"), "养老金发放人次"),
    (lambda r, n, m: few(r, n, m, "期"), "政策宣传培训期数"),
    (lambda r, n, m: few(r, n, m, "次"), "基金监督检查次数"),
    (money, "养老金发放金额"),
    (money, "养老保险费征缴收入"),
    (quality, "养老保险待遇首次发放成功率"),
    (quality, "待遇发放准确率"),
    (quality, "资格认证率"),
    (quality, "参保覆盖率"),
    (quality, "基金使用合规率"),
    (quality, "基金使用符合政策规定"),
    (seldom, "待遇发放差错率"),
    (seldom, "重复领取待遇发生率"),
    (lambda r, n, m: never(r, n, m), "基金违规使用次数"),
    (lambda r, n, m: never(r, n, m, "起", "社会效益指标"), "群体性上访事件发生数"),
    (deadline, "养老金发放时效"),
    (deadline, "关系转移接续办理时间"),
    (days, "待遇审批办结时限"),
    (lambda r, n, m: quality(r, n, m, "时效指标"), "养老金发放及时率"),
    (cost, "经办工作成本"),
    (words, "让参保人员安享晚年"),
    (words, "待遇发放及时性"),
    (lambda r, n, m: words(r, n, m, "可持续影响指标"), "促进养老保险制度可持续发展"),
    (lambda r, n, m: seldom(r, n, m, "可持续影响指标"), "领取待遇人员上访率"),
    (months, "基金静态可支付月数"),
)
_RESIDENT_ROWS: tuple[tuple[_Maker, str], ...] = (
    *_PENSION_ROWS,
    (heads, "重度残疾等困难人员代缴人数"),
    (heads, "财政缴费补贴人数"),
    (per_head, "基础养老金标准"),
    (per_head, "财政缴费补贴标准"),
)
_RETIRED_ROWS: tuple[tuple[_Maker, str], ...] = (
    *_PENSION_ROWS,
    (heads, "保障退休待遇人数"),
    (words, "让离退休人员安享晚年"),
    (lambda r, n, m: seldom(r, n, m, "可持续影响指标"), "离退休人员上访率"),
    (days, "退休审批办结时限"),
)
_MEDICAL_ROWS: tuple[tuple[_Maker, str], ...] = (
    (heads, "参保人数"),
    (heads, "资助困难群众参保人数"),
    (lambda r, n, m: heads(r, n, m, "人次"), "住院待遇享受人次"),
    (lambda r, n, m: heads(r, n, m, "人次"), "门诊统筹享受人次"),
    (lambda r, n, m: few(r, n, m, "家"), "定点医药机构检查数量"),
    (lambda r, n, m: few(r, n, m, "场次"), "政策宣传场次"),
    (money, "医疗保险待遇支出"),
    (money, "追回违规医保基金"),
    (per_head, "人均财政补助标准"),
    (per_head, "个人缴费标准"),
    (quality, "参保率"),
    (quality, "异地就医直接结算率"),
    (quality, "定点医疗机构检查覆盖率"),
    (quality, "基金使用合规率"),
    (band, "政策范围内住院费用报销比例"),
    (band, "政策范围内住院费用支付比例"),
    (seldom, "次均住院费用增长率"),
    (seldom, "医疗费用审核差错率"),
    (lambda r, n, m: never(r, n, m, "起"), "欺诈骗保案件漏查数"),
    (deadline, "医疗费用结算时间"),
    (days, "医疗费用零星报销办结时限"),
    (lambda r, n, m: quality(r, n, m, "时效指标"), "医保基金拨付及时率"),
    (cost, "医保经办工作成本"),
    (words, "减轻参保群众就医负担"),
    (words, "基金监管长效机制"),
    (lambda r, n, m: words(r, n, m, "可持续影响指标"), "医保制度可持续发展"),
    (months, "基金静态可支付月数"),
)
_INJURY_ROWS: tuple[tuple[_Maker, str], ...] = (
    (heads, "参保人数"),
    (heads, "工伤保险待遇享受人数"),
    (quality, "待遇发放准确率"),
    (quality, "基金使用合规率"),
    (lambda r, n, m: quality(r, n, m, "时效指标"), "工伤认定按时办结率"),
    (days, "工伤待遇核定办结时限"),
    (money, "工伤保险待遇支出"),
    (words, "保障工伤职工合法权益"),
    (months, "基金静态可支付月数"),
)
_JOBLESS_ROWS: tuple[tuple[_Maker, str], ...] = (
    (heads, "参保人数"),
    (heads, "失业保险金领取人数"),
    (lambda r, n, m: heads(r, n, m, "户"), "稳岗返还企业户数"),
    (lambda r, n, m: heads(r, n, m, "人次"), "技能提升补贴发放人次"),
    (quality, "失业保险金发放准确率"),
    (lambda r, n, m: quality(r, n, m, "时效指标"), "失业保险金发放及时率"),
    (money, "失业保险待遇支出"),
    (words, "保障失业人员基本生活"),
    (months, "基金静态可支付月数"),
)
_CONTENT_NAMES = ("参保人员满意度", "服务对象满意度", "参保群众满意度", "受益人员满意度")


def rows(random: Random, fund: Fund, month: int) -> list[Row]:
    """The rows of a form but for its budget rates, in the order of their levels."""
    special = {
        Fund.WORK_INJURY: _INJURY_ROWS,
        Fund.UNEMPLOYMENT: _JOBLESS_ROWS,
        Fund.RESIDENT_PENSION: _RESIDENT_ROWS,
    }
    library = special.get(fund, _MEDICAL_ROWS if fund in MEDICAL_FUNDS else _RETIRED_ROWS)
    chosen = random.sample(library, min(len(library), random.randint(6, 14)))
    counted = [each for each in library[:2] if each not in chosen]
    made = [maker(random, name, month) for maker, name in [*counted, *chosen]]
    made.append(content(random, random.choice(_CONTENT_NAMES), month))
    order = ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "可持续影响指标", "满意度指标")
    return sorted(made, key=lambda row: order.index(row.level2))
