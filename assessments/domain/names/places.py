"""The county that a name begins with: 喀什地区巴楚县社会保险管理局 → 巴楚县."""

import re
from functools import lru_cache

from assessments.domain.measures.spelling import bare

_LONGEST = 60
_HAN = "[\u4e00-\u9fff]"
#: Words that follow the name of a place.
_NEXT = (
    "社会|社保|农村|劳动|公共|灵活|统筹|参保|待遇|新型|被征地|事业|人民|医疗|医保|人力|人社|财政|机关|城乡|城镇|居民|职工|企业|工伤|失业|生育|基本|基金|养老|各项|年度|绩效|税务|就业"
    "|民政|卫生|审计|[0-9（(]|$"
)
_COUNTY = re.compile(
    rf"^(?:{_HAN}{{2,8}}?(?:自治区|省))?(?:{_HAN}{{1,11}}?(?:地区|自治州|州(?!市)|盟|市))?"
    rf"(?P<county>{_HAN}{{1,14}}?(?:自治县|县|市|区|旗))(?={_NEXT})"
)
_NO_COUNTY = re.compile(r"(?:地区|自治区|社区|园区|小区|统筹区|城区|各县|全县|我县|本县|该县|各市|全市|我市|本市)$")
_SUFFIX = re.compile(r"(?:自治县|县|市|区|旗)$")


@lru_cache(maxsize=2048)
def county_of(name: str) -> str:
    """The county, city or district that ``name`` begins with; blank where it begins with none. Never raises."""
    found = _COUNTY.match(bare(name[:_LONGEST]))
    return found["county"] if found and not _NO_COUNTY.search(found["county"]) else ""


def mentions_county(text: str, county: str) -> bool:
    """True if ``text`` names a county, if only by the name without 县: 宣汉社会保险局."""
    stem = _SUFFIX.sub("", county)
    return len(stem) > 1 and stem in bare(text)


def same_county(one: str, other: str) -> bool:
    """True if two names mean the same county: 塔什库尔干县 is 塔什库尔干塔吉克自治县."""
    first, second = (_SUFFIX.sub("", name) for name in (one, other))
    return first.startswith(second) or second.startswith(first) or first.endswith(second) or second.endswith(first)
