"""The measure of a figure, from the words before it: 基金收入, 保险费收入, 待遇支出, 滚存结余, 领取待遇人数, 满意度.

A name that is not known stands for itself; only equal names are then the same measure.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

INCOME, SPENDING, CURRENT, CUMULATIVE, BALANCE = (
    "income",
    "spending",
    "current_balance",
    "cumulative_balance",
    "balance",
)
PREMIUMS, SUBSIDY, INTEREST = "premiums", "subsidy", "interest"
TRANSFERS_IN, OTHER_INCOME = "transfers_in", "other_income"
BENEFITS, TRANSFERS_OUT, OTHER_SPENDING, SERIOUS_ILLNESS = (
    "benefits",
    "transfers_out",
    "other_spending",
    "serious_illness",
)
PARTICIPANTS, CONTRIBUTORS, RECIPIENTS, RETIREES, ACTIVE = (
    "participants",
    "contributors",
    "recipients",
    "retirees",
    "active",
)
#: 参保职工: those who work or everybody who is insured, as the text has it.
WORKERS = "workers"
SATISFACTION, DEPENDENCY, LASTING_MONTHS = "satisfaction", "dependency", "lasting_months"

#: Totals of a fund; every other measure of money is a part of income or spending.
TOTALS = frozenset({INCOME, SPENDING, CURRENT, CUMULATIVE, BALANCE})
_IN = frozenset({INCOME, PREMIUMS, SUBSIDY, INTEREST, TRANSFERS_IN, OTHER_INCOME})
_OUT = frozenset({SPENDING, BENEFITS, TRANSFERS_OUT, OTHER_SPENDING, SERIOUS_ILLNESS})
#: Head counts.
COUNTS = frozenset({PARTICIPANTS, CONTRIBUTORS, RECIPIENTS, RETIREES, ACTIVE, WORKERS})


@dataclass(frozen=True, slots=True)
class Item:
    """A measure: ``key`` compares it, ``known`` says that the key is one of this module's."""

    key: str
    known: bool = False
    negative: bool = False

    @property
    def side(self) -> str:
        """``in`` or ``out`` of the fund, blank for neither."""
        return side_of(self.key)

    @property
    def is_total(self) -> bool:
        return self.key in TOTALS

    @property
    def is_other(self) -> bool:
        """其他…: the part that makes a list complete."""
        return self.key in (OTHER_INCOME, OTHER_SPENDING) or self.key.startswith(("其他", "其它"))


def side_of(key: str) -> str:
    """The side of a measure, money ``in`` or ``out`` of the fund; blank for neither."""
    if key in _IN or key.endswith("收入"):
        return "in"
    return "out" if key in _OUT or key.endswith("支出") else ""


_NOISE = re.compile(
    r"^(?:对(?=[支收])|按照?(?=[支收])|其(?=基金|[总收支])|该项(?!目)|涉及|来自于?|来源于|源于|从|年(?=[支收])|年中|年内|期间|随后|同时|目前|后|[一二三四五六七八九十][是要]|其中|实现|完成|共计?|累计|全部|实际|合计|总计|基金|保险基金|保险|发生|取得|组织|当期|本期|全年|达到|该项目|本项目|资金总?投入|投入|我[县市区州]"
    r"|全[县市区州]|项目|资金|现|已|新?预计|各类|主要|社会保险|按时足额|足额|按时|支付了?|[共总累]?列支|报告期内|各项(?=[支收])|并|但|而|故|年末|期末|为|即|[的共总]|因此)+"
)
_TRAILING = re.compile(
    r"(?:进行调整|看|来看|来说|总额|合计|总计|共计|累计|情况|金额|数额|规模|实际|构成|组成|数(?<!人数)(?<!户数)(?<!月数)|方面|[的共总为达])+$"
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        (INCOME, r"(?:基金)?总?收入|各项收入|筹集基金"),
        (SPENDING, r"(?:基金)?总?支出|各项支出|支付基金"),
        (
            PREMIUMS,
            r"(?:征收|征缴|收缴|筹集|个人缴纳)?(?:社会|养老|医疗|基本养老|基本医疗|失业|工伤|基本)?(?:保险费|保费|^费)(?:征缴|征收)?(?:收入)?"
            r"|(?:社会|养老|医疗|基本养老|基本医疗|失业|工伤)?保险(?:费)?征缴收入|征缴收入|缴费收入|个人缴费收入|征缴基金|基金征缴收入",
        ),
        (SUBSIDY, r"(?:各级)?(?:财政|政府)(?:专项)?(?:补贴|补助|资助|补贴补助)(?:资金)?(?:收入)?"),
        (INTEREST, r"(?:存款|银行|基金)?利息(?:收入)?"),
        (TRANSFERS_IN, r"(?:关系|基金)?转[移入](?:性)?收入"),
        (OTHER_INCOME, r"其[他它]收入"),
        (
            BENEFITS,
            r"(?:基本|社会保险|社保|基本养老|基本养老金|养老|基本医疗|医疗|保险|养老保险|医疗保险|基本养老保险|基本医疗保险|失业|工伤|金)*等?待遇(?:性)?(?:支出)?",
        ),
        (TRANSFERS_OUT, r"(?:关系|基金)?转[移出](?:性)?支出"),
        (OTHER_SPENDING, r"其[他它]支出"),
        (SERIOUS_ILLNESS, r"大病保险(?:支出)?"),
        (
            PARTICIPANTS,
            r"参加|(?:参加)?(?:基本)?(?:养老|医疗|保险)*(?:总)?参保(?:总)?(?:人数|人员|居民|对象|群众|登记人数)?(?:总数)?|参加(?:保险)?(?:的)?(?:总)?人数|参保总人数",
        ),
        (CONTRIBUTORS, r"(?:实际|参保|当年|个人)*缴费(?:的)?(?:总)?(?:人数|人员|居民)?"),
        (
            RECIPIENTS,
            r"(?:实际|按月|到龄|符合条件|保障|正常|在册|实有)*(?:领取|享受|发放|退休)+(?:基本)?(?:养老保险|养老)?(?:退休)?(?:待遇|养老金|基本养老金|养老待遇)+(?:领取|享受)?(?:的)?(?:总)?(?:人数|人员)"
            r"|待遇(?:领取|享受)?(?:人数|人员)|(?:保障)?退休待遇(?:享受|领取)?人数|养老金领取人数|(?:到龄)?(?:领取|享受)(?:人数|人员)|享受待遇的?人员",
        ),
        (WORKERS, r"(?:总)?参保职工(?:人数)?"),
        (RETIREES, r"(?:参保)?(?:保障)?(?:离休?退休|离退休|退休)(?:人数|人员|职工)?"),
        (ACTIVE, r"(?:参保)?在职(?:参保)?(?:人数|人员|职工)?(?:参保)?(?:人数)?|(?:参保)?职工(?:人数)?"),
        (SATISFACTION, r"满意[度率]"),
        (DEPENDENCY, r"(?:制度)?(?:抚养|赡养|供养)比(?:例)?"),
        (LASTING_MONTHS, r"(?:基金)?(?:静态)?可?(?:支付|支撑|保障)(?:能力|月数|期限|时间)*"),
    )
)
_BALANCE = re.compile(
    r"(?:基金|收支|滚存|累计|累积|历年|年末|期末|上年|年初|期初|上期|当年|当期|本年|本期|年度|相抵后?|两抵后?|总|的|结转|净|新增|出现|形成|预算|后|有|实现|已)*"
    r"(?:结余|结存|余额|缺口|赤字|亏空|结转|(?<=收支)差额)(?:基金|资金|收入|总额|滚存|累计|额|数)*"
)
_CUMULATIVE = re.compile(r"滚存|累计|累积|历年|年末|期末|上年|上期|年初|期初|结转|余额")
_CURRENT = re.compile(r"收支|当年|当期|本年|本期|年度|相抵|两抵")
_SHORTFALL = re.compile(r"缺口|赤字|亏")


_DUE = re.compile(r"^(?:全年|当年|本年)?应(?:当)?[征收缴参享领发付支]")


def is_due(key: str) -> bool:
    """应征保险费, 应参保人数: what a 征缴率 or 参保率 is measured by."""
    return _DUE.match(key) is not None


#: No name of a measure is longer; of a longer run of words the end is read.
_LONGEST, _LONGEST_BALANCE = 30, 24


@lru_cache(maxsize=4096)
def item_of(words: str, *, at_end: bool = False, of_year: bool = False) -> Item | None:
    """The measure that ``words`` name; None where they name nothing.

    ``at_end`` and ``of_year`` say that 年末 or 当年 stands with them, which tells a balance of the year from one that
    has been saved up.
    """
    words = words[-_LONGEST:]
    if not words:
        return None
    bare = _TRAILING.sub("", _NOISE.sub("", words)) or words
    for spelling in (words, bare):
        if len(spelling) <= _LONGEST_BALANCE and _BALANCE.fullmatch(spelling):
            return _balance(spelling, at_end, of_year)
    if _DUE.match(bare):
        return Item(bare)
    known = next((key for key, form in _FORMS if form.fullmatch(bare)), "")
    if known:
        return Item(known, known=True)
    return None if _TRAILING.fullmatch(bare) or _NOISE.fullmatch(bare) else Item(bare)


def _balance(words: str, at_end: bool, of_year: bool) -> Item:
    shortfall = _SHORTFALL.search(words) is not None
    if of_year and "结转" in words:
        return Item(words)
    if _CUMULATIVE.search(words) or at_end:
        return Item(CUMULATIVE, known=True, negative=shortfall)
    if _CURRENT.search(words) or of_year or shortfall:
        return Item(CURRENT, known=True, negative=shortfall)
    return Item(BALANCE, known=True)
