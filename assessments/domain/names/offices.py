"""Offices that run social insurance, by their names: which branch, which county, and what they call themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assessments.domain.measures.spelling import bare
from assessments.domain.names.places import county_of, same_county

_LONGEST = 60


class Branch(StrEnum):
    """The branch that an office is for: 人社, 社保 or 医保."""

    LABOUR = "labour"
    SOCIAL = "social"
    MEDICAL = "medical"


def _offices(more: str, sort: str, ends: str) -> re.Pattern[str]:
    return re.compile(
        r"(?P<labour>人力资源(?:和|与|及)?社会保障(?:厅|局|部|所)|人社(?:厅|局|部))"
        rf"|(?P<medical>(?:医疗保障|医保|(?:基本)?医疗(?:生育|[和与、]生育)?保险){sort}{ends})"
        rf"|(?P<social>(?:社会保险|社会保障|社保{more}){sort}{ends})"
    )


#: In a square anything may be an office; in a text 医疗保险所需 and 社会保险中心工作 are none.
_IN_SQUARE = _offices(
    "|社会劳动保险|(?:社会)?养老保险|失业保险|工伤保险", r"[\u4e00-\u9fff]{0,12}?", "(?:局|中心|所|处)"
)
_IN_TEXT = _offices("", "(?:事业|基金)?(?:管理|经办|服务|事务|结算|综合|发展|保障)*", "(?:局|中心(?!工作|任务|城区))")
#: What an office of its own beside the general one is for: 机关事业单位社会保险中心, 居民养老保险局.
_SPECIAL = re.compile(
    r"(?:机关|事业单位|居民|农民|农村|企业|职工|就业(?:和|与|及|服务)?)(?:基本)?$|^(?:社会)?(?:养老|失业|工伤)"
)
_FULL = {"社保": ("社会保险", "社会保障"), "医保": ("医疗保障", "医疗保险"), "人社": ("人力资源和社会保障",)}


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its name as printed, its branch, its county (blank: none) and what stands behind the county.

    ``special`` is blank for a general office, else the insurance or the insured that the office is for alone.
    """

    name: str
    branch: Branch
    county: str
    core: str
    special: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An office in a running text: ``text[start:end]`` is its name, ``core`` the part that every county's shares."""

    start: int
    end: int
    branch: Branch
    core: str


@lru_cache(maxsize=2048)
def office_of(name: str) -> Office | None:
    """The office that the square ``name`` names; None where it names none. Never raises."""
    plain = bare(name[:_LONGEST])
    found = _IN_SQUARE.search(plain)
    if found is None:
        return None
    return Office(plain, _branch(found), county_of(plain), found[0], _special(plain[: found.start()], found[0]))


def _special(before: str, core: str) -> str:
    found = _SPECIAL.search(before) or _SPECIAL.search(core)
    return found[0] if found else ""


def mentions_in(text: str) -> Iterator[Mention]:
    """Every office that a running text names, but for those with an insurance or insured of their own."""
    for found in _IN_TEXT.finditer(text):
        if not _special(text[max(0, found.start() - 8) : found.start()], found[0]):
            yield Mention(found.start(), found.end(), _branch(found), found[0])


def _branch(found: re.Match[str]) -> Branch:
    return Branch(found.lastgroup or Branch.SOCIAL)


def is_short_for(short: str, full: str) -> bool:
    """True if one core leaves words out of the other: 社保局 of 社会保险管理局, but not of 社会保险中心."""
    if len(short) >= len(full) or short[-1] != full[-1]:
        return False
    return any(_is_within(start + short[2:], full) for start in _FULL.get(short[:2], (short[:2],)))


def _is_within(letters: str, full: str) -> bool:
    """Whether the letters stand in ``full`` in this order."""
    rest = iter(full)
    return all(letter in rest for letter in letters)


#: How a text names the own county or prefecture without its name.
_OWN = re.compile(r"(?:^|[^\u4e00-\u9fff]|[由在和与向经从对是及为将给]|[我本该全])(?:县|市|区|州|地区|旗)$")
_ALONE = re.compile(r"(?:^|[，。；：！？\s（）“”《》]|[我本])$")


def own_start(text: str, mention: Mention, own: Office) -> int | None:
    """The start of a mention's full name, if it means ``own``'s county; None where it means another's or nobody's.

    Means the own county: its name, 县 or 我县 alone, and no place at all at the beginning of a clause.
    """
    before = text[max(0, mention.start - 30) : mention.start]
    if own.county:
        found = re.search(rf"{re.escape(own.county[:2])}[\u4e00-\u9fff]{{0,12}}$", before)
        if found and same_county(county_of(found[0]), own.county):
            return mention.start - len(found[0])
    if _OWN.search(before) and before[-1] == (own.county or "区")[-1]:
        return mention.start - 1
    return mention.start if _ALONE.search(before) else None
