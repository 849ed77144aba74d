"""The owner of a text's figures: the reporting region itself, its 本级, or another place."""

import re
from dataclasses import dataclass

#: The region that reports, and its own level (本级) beside the whole of it.
HERE, OWN_LEVEL = "", "本级"
_LEVELS = "自治区|自治州|地区|省|市|县|区|州|盟|旗|师|兵团"
_PART = re.compile(rf"[\u4e00-\u9fff]{{1,10}}?(?:{_LEVELS})")
_WORDS = re.compile(
    rf"(?P<own>(?:地区|市|县|区|州|盟|旗|省|自治区|全)?本级)|(?P<whole>[全我](?P<level>{_LEVELS}|国|疆)(?!统筹))"
)
#: What may begin a word for a scope, beside the home's own names.
BEGINS = frozenset("全我本地市县区州盟旗省自")
#: Another place at the beginning of a clause: 贵池区, 东至县, 城关镇.
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,3}?(?:县|市|区|旗|镇|乡|街道)(?=[\u4e00-\u9fff])")
_NO_PLACE = re.compile(
    r"^(?:[省市县区州盟旗城全各我本该市县区州省乡贫辖园社地小整片山牧农林矿景郊新老跨由在对向至与和及按据为从将把被使让其此每两三四五六七八九十经报受请给随因以较比占超达同]"
    r"|人|参|缴|自治|统筹|中心|城乡|下[县市区]|所[县市区])|城[镇乡区市]|社区|园区|辖区|[年月日]|预算|收入|支出"
)


@dataclass(frozen=True, slots=True)
class Home:
    """The region that reports: its own names, and the last characters by which it calls itself (全县, 我县)."""

    names: tuple[str, ...] = ()
    upper: tuple[str, ...] = ()
    level: str = ""

    @classmethod
    def of(cls, region: str) -> "Home":
        """From 喀什地区巴楚县: 巴楚县 is home, 喀什地区 is above it."""
        parts = _PART.findall(region)
        if not parts:
            return cls()
        own, level = parts[-1], next(name for name in _LEVELS.split("|") if parts[-1].endswith(name))
        short = own.removesuffix(level)
        return cls((own, short) if len(short) > 1 else (own,), tuple(parts[:-1]), level)


def scope_at(text: str, position: int, home: Home) -> tuple[str, int] | None:
    """The scope named at ``position`` and where it ends; None where none is."""
    match = _WORDS.match(text, position)
    if match:
        return (OWN_LEVEL if match["own"] else _whole(match["level"], home)), match.end()
    for names in (home.names, home.upper):
        name = next((name for name in names if text.startswith(name, position)), None)
        if name:
            return (HERE if names is home.names else name), position + len(name)
    return None


def place_at(text: str, position: int) -> tuple[str, int] | None:
    """Another place whose name begins a clause at ``position``, where no known word stands, and where it ends."""
    place = _PLACE.match(text, position)
    return (place[0], place.end()) if place and not _NO_PLACE.search(place[0]) else None


def _whole(level: str, home: Home) -> str:
    if not home.level or level == home.level or (level == "区" and home.level == "地区"):
        return HERE
    return f"全{level}"
