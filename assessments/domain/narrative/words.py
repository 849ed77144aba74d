"""The words that say how a figure hangs together with others: what they do, by spelling."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assessments.domain.narrative.dates import WORDS as PERIOD_WORDS
from assessments.domain.narrative.roles import Role


class Sort(StrEnum):
    """What a token does in its sentence."""

    WORD = "word"
    FIGURE = "figure"
    PERIOD = "period"
    SUBJECT = "subject"
    SCOPE = "scope"
    ROLE = "role"
    CHANGE = "change"
    COMPARE = "compare"
    COMPLETE = "complete"
    SHARE = "share"
    RATE = "rate"
    PROPORTION = "proportion"
    OF_WHICH = "of_which"
    TOTAL = "total"
    EACH = "each"
    LINK = "link"
    OF = "of"
    AND = "and"
    FROM = "from"
    TO = "to"
    PER_HEAD = "per_head"
    LASTING = "lasting"
    EXCEED = "exceed"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    STOP = "stop"
    OPEN = "open"
    CLOSE = "close"
    MARK = "mark"


class Rated(StrEnum):
    """What a named rate is a rate of."""

    BUDGET = "budget"
    TARGET = "target"
    ANY = "any"
    RECEIVED = "received"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Change:
    """A change: its sign, the total that the word itself names (增支), and whether it names a rate (增幅)."""

    sign: int
    item: str = ""
    rate: bool = False


#: A change that may go either way.
EITHER = 0

_ROLES: dict[Role, str] = {
    Role.BUDGET: "预算 预算数 全年预算 全年预算数 年度预算 年度预算数 预算总额 预算金额 预算安排 安排预算 预算安排数 批复预算 预算批复数"
    " 预算指标 拟安排 预算额 计划安排 预算编制 预算资金",
    Role.INITIAL: "年初预算 年初预算数 年初安排 年初批复预算 年初计划 年初预算安排 初始预算 期初预算",
    Role.ADJUSTED: "调整后预算 调整后预算数 调整预算 调整预算数 预算调整数 调整数 调整后数 调整后的预算 调整后预算总数 预算调整后 调整后 变动预算 变更预算"
    " 预算调整数为 年中调整预算 调整后全年预算",
    Role.ACTUAL: "执行 执行数 全年执行数 决算 决算数 实际 实际执行 实际执行数 预算执行 预算执行数 预算完成 完成值 完成数 实际完成"
    " 实际完成值 实际完成数 全年完成值 实际完成情况 实际值 执行金额 执行总额 执行总量 实际数 实现数 完成情况 全年实际 实绩 结果 调查结果 测评结果"
    " 实际达到 实达 全年实现",
    Role.EXPECTED: "预计 预计执行 预计执行数 预计完成 预计数 预计全年 预计可",
    Role.RECEIVED: "到位 到位数 到位资金 实际到位 资金到位",
    Role.TARGET: "指标值 目标 目标值 年度指标值 年初指标值 预期指标值 任务 目标任务 目标任务数 任务数 年初任务数 年初目标 年初目标值 计划 计划数"
    " 年度目标 预期目标 年度目标值 年度目标任务 计划目标 预期值 考核目标 下达任务 下达目标 目标数 绩效目标值 设定目标 绩效目标 执行目标",
}
_RISE = "增加 增长 上升 提高 提升 上涨 多 增多 上浮 扩大 净增 净增加 递增 同增 上调 调增 追加 增 升"
_FALL = "减少 下降 降低 回落 下滑 缩减 缩小 少 负增长 净减 净减少 下浮 递减 压减 同降 下调 调减 核减 减 降"
_CHANGES: dict[Change, str] = {
    Change(1): _RISE,
    Change(-1): _FALL,
    Change(1, "in"): "增收 多收 多收入 超收",
    Change(-1, "in"): "减收 少收 少收入 短收",
    Change(1, "out"): "增支 多支 多支出 超支 多列支",
    Change(-1, "out"): "减支 少支 少支出 节约 节支 结余节约",
    Change(1, rate=True): "增幅 增长率 增幅达 涨幅 增长幅度 升幅 上升幅度 提高幅度",
    Change(-1, rate=True): "降幅 下降率 减幅 跌幅 下降幅度 降低幅度 减少幅度",
    Change(EITHER, rate=True): "增速 增减幅度 增减率 变动率 增长速度 变动幅度 增减变动率 增减比例",
    Change(EITHER): "增减 变动 增减额",
}
_TO = (
    "增加到 增加至 增至 增长到 增长至 提高到 提高至 上升到 上升至 下降到 下降至 降至 降到 减少到 减少至 减至 降低到 降低至 升至 扩大到"
    " 扩大至 调整为 调整到 调整至 调增至 调增为 调减至 调减为 变为 变动为 上调至 下调至 提升到 提升至"
)
_RATES: dict[Rated, str] = {
    Rated.BUDGET: "预算执行率 预算完成率 执行率 执行进度 预算执行进度 支出进度 预算执行比例 预算完成比例 执行比例 总预算执行率 序时进度完成率"
    " 预算执行率达 资金执行率 收入执行率 支出执行率 收入完成率 支出完成率 收入预算执行率 支出预算执行率 收入预算完成率 支出预算完成率"
    " 执行完成率 资金使用率 资金支出率 支付率 支出率 资金支付率",
    Rated.TARGET: "目标完成率 任务完成率 指标完成率 目标任务完成率 目标达成率 计划完成率 完成比例 任务完成进度 目标实现率",
    Rated.ANY: "完成率",
    Rated.RECEIVED: "到位率 资金到位率",
    Rated.SHARE: "占比 比重 占比率 所占比重 所占比例 比例 占比例",
}
_PROPORTIONS = "之比 抚养比 赡养比 比例为 比为 供养比 抚养比例 赡养比例 缴领比 抚养系数 负担比"
_OF_WHICH = "其中 包括 包含 主要包括 分项为 具体为 具体是 具体包括 构成为 分别是 含 主要为 分险种看 分项看 分险种"
_TOTALS = "总额 合计 共计 总计 小计 合计为 总数 两项合计 三项合计 合计数 以上合计 累计总额"
_LINKS = (
    "了 为 是 达 达到 约为 计 共 总共 总 均为 已 共为 即 已达 已达到 仅 仅为 只有 有 实现 均 应为 高达 就 各 由此 发生"
)
_COMPARE = "较 比 相比 同比 对比 相较 相比于 比较于 较之 比起 环比 较同期"
_PER_HEAD = (
    "每人 每人每月 每人每年 人均 月人均 年人均 月均 每月 人月均 户均 平均每人 日均 次均 人均每月 每月人均 平均 每年 人年 年均 年平均"
    " 年均增长 补贴标准 缴费标准 标准为 基数 上限 下限 限额 起付线 档次 每年每人 每满"
)
_LASTING = "可支付 可支付月数 静态可支付 静态可支付月数 可支撑 支撑能力 支付能力 可保障 可支付能力 可支付期 可持续支付 可用 可供支付 支付月数 可支付时间"
#: Comparisons that are changes by themselves: 高于上年 X, 超出预算 X.
_EXCEEDING = {1: "高于 超 超过 超出 多于 高出 大于", -1: "低于 少于 不及 小于"}
#: Words that hold a marker without being one.
_HARMLESS = (
    "累计 新增 及时 普及 涉及 及早 及格 触及 波及 推及 和谐 和平 缓和 温和 和硕 和静 和田 和布克赛尔 并且 合并 并轨 并存 一并 并举 并重 并入"
    " 占有 占用率 比对 比照 比率 比值 百分比 增强 增进 增值 增量 增效 增添 增设 减免 减轻 减负 减税 减员 升级 晋升 降费 降本 降率 "
    "超龄 超期 超额 超时 超标 超前 超常 超额完成 比较 较好 较大 较高 较快 较多 较小 较低 较为 较强 较少 较差 比例 对比分析 多层次 多缴多得 多方 多部门 众多 多种 多年 多措并举 多样 少数 多渠道"
    " 多形式 至少 不少 多元 许多 最多 不同 共同 同时 同步 同意 同级 合同 相同 同志 同类 协同 会同 同样 同一 同事 陪同 等同 认同 异同 同等 参与 给予"
    " 与会 与时俱进 由于 理由 自由 缘由 事由 因为 作为 成为 行为 视为 认为 成为 以为 为了 为主 为何 为民 为什么 总体 总目标 总结 总量控制 总局 总书记"
    " 总的 总会计师 总则 总之 总工会 总库 公共 共享 共建 共产党 共识 共有 共和国 共性 中华人民共和国 公共服务 各级 各项 各类 各县 各乡镇 各部门 各地 各单位"
    " 各方 各方面 各乡 各镇 各自 各村 各科室 各环节 各市 各险种 已经 即将 立即 即时 实现率 达标 达成 传达 下达 到达 表达 发达 计划生育 计算 会计 统计"
    " 审计 设计 计发 累计缴费 计息 计入 累计折算 计提 就业 成就 就医 就诊 迁就 就近 就地 包含了 有序 有效 有力 有关 所有 国有 没有 享有 具有 拥有 有利"
    " 有待 有限 占用 侵占 挤占 占地面积 抢占 任务重 目标管理 目标导向 绩效目标管理 总目标 执行情况 执行力 严格执行 认真执行 执行统一 执行国家 执行政策"
    " 计划生育 实际情况 实际工作 实际出发 结合实际 实际问题 切实 预算管理 预算编制管理 预算法 预算单位 预算绩效 预算绩效管理 预算绩效目标"
    " 预算草案 预算收支 预算约束 预算科目 预算股 预算审核 预算监督 目标群体 均衡 平均工资 社会平均工资 月平均工资 年平均工资 均按 均能 均已 均由"
    " 标准化 规范标准 最高人民法院 与此 与否 与其 从事 从而 从严 从业 从业人员 自从 服从 从源头 从根本 由单位 由财政 由用人单位 由国家 由职工"
)
_FIXED: dict[Sort, str] = {
    Sort.COMPLETE: "完成 占完成 完成了 实际完成年度 已完成 全面完成 超额完成",
    Sort.SHARE: "占 占到 约占",
    Sort.EACH: "分别 依次 各为",
    Sort.OF: "的",
    Sort.AND: "和 与 及 以及 、 并 同",
    Sort.FROM: "由 从",
    Sort.TO: _TO,
    Sort.COMPARE: _COMPARE,
    Sort.OF_WHICH: _OF_WHICH,
    Sort.TOTAL: _TOTALS,
    Sort.LINK: _LINKS,
    Sort.PER_HEAD: _PER_HEAD,
    Sort.LASTING: _LASTING,
    Sort.PROPORTION: _PROPORTIONS,
    Sort.WORD: _HARMLESS,
    Sort.COMMA: "， , ÷ × + = - – — ~",
    Sort.SEMICOLON: "； ;",
    Sort.COLON: "： :",
    Sort.STOP: "。 ! ？ ? \n .",
    Sort.OPEN: "（ ( 【 [",
    Sort.CLOSE: "） ) 】 ]",
}


@dataclass(frozen=True, slots=True)
class Known:
    """A word with what it does and, where its sort has shades, which."""

    text: str
    sort: Sort
    meaning: object = None


def _every() -> Iterable[Known]:
    for sort, words in _FIXED.items():
        yield from (Known(word, sort) for word in words.split(" ") if word)
    for role, words in _ROLES.items():
        yield from (Known(word, Sort.ROLE, role) for word in words.split())
    for change, words in _CHANGES.items():
        yield from (Known(word, Sort.CHANGE, change) for word in words.split())
    for rated, words in _RATES.items():
        yield from (Known(word, Sort.RATE, rated) for word in words.split())
    for sign, words in _EXCEEDING.items():
        yield from (Known(word, Sort.EXCEED, Change(sign)) for word in words.split())
    yield from (Known(word, Sort.PERIOD, when) for word, when in PERIOD_WORDS.items())


@cache
def by_first_character() -> dict[str, tuple[Known, ...]]:
    """Every word under its first character, the longest first; of one spelling the later sort holds."""
    spelt = {known.text: known for known in _every()}
    found: dict[str, list[Known]] = {}
    for known in spelt.values():
        found.setdefault(known.text[0], []).append(known)
    return {char: tuple(sorted(words, key=lambda known: -len(known.text))) for char, words in found.items()}
