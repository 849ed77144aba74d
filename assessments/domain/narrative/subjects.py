"""The fund, or the funds together, that a figure is about; long names, short ones and every mixture seen on paper."""

import re
from dataclasses import dataclass

from assessments.domain.funds import Fund

#: What is no single fund: all of them, two to six of them (several2 to several6), the pensions, the medical funds.
ALL, SEVERAL, PENSIONS, MEDICALS = "all", "several", "pensions", "medicals"
#: 城镇职工基本养老保险 where the text knows 企业职工 beside it, and funds that are none of the seven.
URBAN_WORKERS, ANNUITY, MATERNITY = "urban_workers_pension", "annuity", "maternity"
#: The other budgets of a government, which a report may mention; nothing is said of them.
OTHER_BUDGETS = "other_budgets"

_FUND_PATTERNS: dict[str, str] = {
    Fund.GOV_PENSION: r"机关(?:事业)?(?:单位)?(?:工作人员|职工)?(?:基本)?养老(?:保险)?",
    Fund.EMPLOYEE_PENSION: r"(?:城镇)?企业(?:职工)?(?:基本)?养老(?:保险)?",
    URBAN_WORKERS: r"(?:城镇)?职工(?:基本)?养老(?:保险)?",
    Fund.RESIDENT_PENSION: (
        r"(?:城乡居民|城居|城乡|居民)(?:社会|基本)?养老(?:保险)?|新型农村社会养老保险|新农保|城乡居保"
    ),
    Fund.RESIDENT_MEDICAL: r"(?:城乡居民|城镇居民|城乡|居民)(?:基本)?(?:医疗(?:保险)?|医保)",
    Fund.EMPLOYEE_MEDICAL: r"(?:城镇)?职工(?:基本)?(?:医疗(?:保险)?|医保)(?:和生育保险)?",
    Fund.WORK_INJURY: r"工伤(?:保险)?",
    Fund.UNEMPLOYMENT: r"失业(?:保险)?",
    ANNUITY: r"职业年金|企业年金",
    MATERNITY: r"生育保险",
    ALL: (
        r"(?:全县|全市|全州|全区)?(?:各|五|四|三|两|六|七)项社会保险|社会保险(?=基金|[总各]|参保|收|支|累|滚|待遇发放)"
        r"|社保(?=基金|支出|收入)|各项保险|各(?:项|类)?(?:社会)?保险?基金|各险种"
    ),
    SEVERAL: r"[两三四五六](?:项(?:(?:(?:基本)?(?:养老|医疗)保险)?基金|保险|险种)|个险种)",
    PENSIONS: r"(?:基本|社会)?养老保险",
    MEDICALS: r"(?:基本|社会)?医疗保险|医保",
    OTHER_BUDGETS: r"(?:一般)?公共(?:财政)?预算|政府性基金|国有资本经营(?:预算)?",
    "weak:GOV_PENSION": (
        r"机关事业单位|机关事业"
        r"|机关(?=退休|基金|在职|参保|支出|收入|养老|预算|、居民|、城乡|和居民|和城乡|及居民|及城乡)"
    ),
    "weak:EMPLOYEE_PENSION": r"企业职工|企业(?=基金|支出|收入|退休)",
    "weak:RESIDENT": r"城乡居民|居民(?=基金|支出|收入|参保|领取|缴费|待遇|预算)",
    "weak:EMPLOYEE": r"城镇职工",
}
_PATTERN = re.compile("|".join(f"(?P<s{number}>{pattern})" for number, pattern in enumerate(_FUND_PATTERNS.values())))
_KEYS = tuple(_FUND_PATTERNS)
#: What may begin a fund's name.
BEGINS = frozenset("一公政国机城企职居新工失生社各五四三两六七基养医全")
#: What makes a word for many funds part of a measure's name: 基本养老保险费收入, 社会保险待遇支出.
_NAMES_A_MEASURE = re.compile(r"费|待遇|金(?!额)|法|条例|制度|政策|关系|缴费|事业|经办|工作|覆盖|信息|业务|权益")
_NO_FUND = re.compile(r"[税务经办行政司法国家](?=机关)")


@dataclass(frozen=True, slots=True)
class Naming:
    """A text's use of names that can stand for several funds: what 居民 and 城镇职工 mean in it."""

    resident: str = ""
    worker: str = ""
    workers_are_enterprise: bool = True

    @classmethod
    def of(cls, text: str) -> "Naming":
        """From all that a text names; a name that may mean two funds in it means none."""
        pension = bool(re.search(r"(?:城乡)?居民(?:社会|基本)?养老|居保", text))
        medical = bool(re.search(r"居民(?:基本)?(?:医疗|医保)", text))
        resident = Fund.RESIDENT_PENSION if pension else Fund.RESIDENT_MEDICAL
        return cls(
            resident="" if pension == medical else resident,
            workers_are_enterprise=not re.search(r"企业(?:职工)?(?:基本)?养老|企业职工", text),
        )

    def resolved(self, key: str) -> str:
        """The subject that a pattern's key stands for; blank where it could be several."""
        if key == URBAN_WORKERS:
            return Fund.EMPLOYEE_PENSION if self.workers_are_enterprise else URBAN_WORKERS
        if key == OTHER_BUDGETS:
            return ""
        if key == "weak:RESIDENT":
            return self.resident
        if key == "weak:EMPLOYEE":
            return ""
        return key.removeprefix("weak:")


def subject_at(text: str, position: int, naming: Naming) -> tuple[str, int] | None:
    """The subject named at ``position`` and where its name ends; None where none is.

    Words for many funds (养老保险) in front of 费, 待遇 or 金 belong to a measure's name; so does 养老 in 养老金.
    """
    match = _PATTERN.match(text, position)
    if match is None or match.lastgroup is None:
        return None
    key, end = _KEYS[int(match.lastgroup[1:])], match.end()
    if key in (ALL, PENSIONS, MEDICALS) and _NAMES_A_MEASURE.match(text, end):
        return None
    if key == SEVERAL:
        return f"{SEVERAL}{'两三四五六'.index(match[0][0]) + 2}", end
    if match[0].endswith("养老") and text.startswith("金", end):
        end -= 2
    if match[0].startswith("机关") and position and _NO_FUND.match(text, position - 1):
        return None
    return naming.resolved(key), end


def joined(subjects: list[str]) -> str:
    """One subject for several funds named together; a word for them all beside their names adds nothing."""
    named = {subject for subject in subjects if subject != ALL and not subject.startswith(SEVERAL)}
    return "+".join(sorted(named if len(named) > 1 else set(subjects)))


def narrowed(subject: str, around: str) -> str:
    """养老保险基金 within a section on one pension is that pension; elsewhere it is what it says."""
    if subject == PENSIONS and around.endswith("_PENSION"):
        return around
    if subject == MEDICALS and around.endswith("_MEDICAL"):
        return around
    return subject
