"""Years and spans of months as running text names them: 2020年, 2020年末, 1-9月, 上年同期, 截至9月底."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Moment(StrEnum):
    """The part of its year that a word speaks of: the whole of it, its end, its beginning."""

    WHOLE = "whole"
    END = "end"
    START = "start"


@dataclass(frozen=True, slots=True)
class When:
    """A period as said.

    ``year`` is absolute, ``offset`` is relative to the year the text is about; both None where the word (年末, 1-9月)
    leaves the year open. ``months`` is blank for a whole year, ``9`` for 1–9月, ``=9`` for the one month.
    ``same`` marks 同期: the same months of the year before; ``current`` marks 当期: the months that are talked about.
    """

    year: int | None = None
    offset: int | None = None
    months: str = ""
    moment: Moment = Moment.WHOLE
    same: bool = False
    current: bool = False


#: The months of a year's end, which is one whatever months were spoken of before.
YEARS_END = "12"
_DASH = r"[-–—―‒~〜至到]+"
#: Several years, or a day in points and strokes; 2073.53万元 is an amount.
_YEARS = re.compile(
    rf"(?:19|20)\d\d年?{_DASH}(?:19|20)\d\d年(?:度|间)?"
    r"|(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])(?:[-./][0-3]?\d)?(?![\d.%万亿元人户个])"
)
_DATED = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:年?度)?"
    rf"(?:(?P<from>\d{{1,2}})月?{_DASH}(?P<to>\d{{1,2}})月|(?P<month>\d{{1,2}})月)?"
    r"(?P<day>\d{1,2}[日号])?(?P<end>年?[末底])?(?P<part>上半年|前三季度|第?一季度)?"
)
_MONTHS = re.compile(
    rf"(?:(?P<from>\d{{1,2}})月?{_DASH}(?P<to>\d{{1,2}})月|前(?P<first>\d{{1,2}})个月|(?P<month>\d{{1,2}})月)"
    r"份?(?P<day>\d{1,2}[日号])?(?P<end>[末底])?"
)
_DAY = re.compile(r"\d{1,2}(?:日|号)(?!常)|\d{1,2}个?工作日")
_CHINESE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"([一二][〇○零一二三四五六七八九]{3})年(?:度)?(?P<end>年?[末底])?")

#: Words for a period, beside the year they mean.
WORDS: dict[str, When] = {
    **dict.fromkeys(("本年", "本年度", "今年", "今年以来", "本年以来"), When(offset=0)),
    **dict.fromkeys(("当年", "当年度", "全年", "年度", "全年度"), When()),
    **dict.fromkeys(("当期", "本期"), When(current=True)),
    **dict.fromkeys(("上年", "上年度", "去年", "上一年", "上一年度", "上期"), When(offset=-1)),
    **dict.fromkeys(("上年同期", "去年同期", "上年度同期", "同期"), When(offset=-1, same=True)),
    **dict.fromkeys(
        ("上年末", "上年底", "去年末", "去年底", "上年年末", "上年年底"), When(offset=-1, moment=Moment.END)
    ),
    **dict.fromkeys(("年末", "年底", "年终"), When(months=YEARS_END, moment=Moment.END)),
    "期末": When(moment=Moment.END),
    **dict.fromkeys(("本年末", "本年底", "当年末", "当年底", "今年末", "今年底"), When(offset=0, moment=Moment.END)),
    **dict.fromkeys(("年初", "期初"), When(moment=Moment.START)),
    **dict.fromkeys(("下年", "次年", "明年", "下一年", "下年度", "下一年度", "来年"), When(offset=1)),
    **dict.fromkeys(("前年",), When(offset=-2)),
    **dict.fromkeys(("上半年",), When(months="6")),
    **dict.fromkeys(("前三季度", "三季度末"), When(months="9")),
    **dict.fromkeys(("一季度", "第一季度"), When(months="3")),
}
_PARTS = {"上半年": "6", "前三季度": "9", "一季度": "3", "第一季度": "3"}


def date_at(text: str, position: int) -> tuple[When | None, int] | None:
    """The date or period in digits at ``position`` and where it ends; None where there is none.

    The period is None for several years and for a bare day, which say nothing of a figure.
    """
    for pattern in (_YEARS, _DATED, _MONTHS, _DAY):
        if match := pattern.match(text, position):
            return (_when(match) if pattern in (_DATED, _MONTHS) else None), match.end()
    return None


def chinese_year_at(text: str, position: int) -> tuple[When, int] | None:
    """二〇二〇年 and where it ends."""
    match = _CHINESE_YEAR.match(text, position)
    if match is None:
        return None
    when = When(year=int(match[1].translate(_CHINESE)))
    return (replace(when, moment=Moment.END) if match["end"] else when), match.end()


def _when(match: re.Match[str]) -> When:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    ends = bool(found["end"] or found["day"])
    months = _PARTS.get(found.get("part") or "", "") or _months(found, ends)
    return When(year, None, months, Moment.END if ends else Moment.WHOLE)


def _months(found: dict[str, str | None], ends: bool) -> str:
    first, last = found["from"], found["to"] or found.get("first")
    if last:
        month = int(last)
        if first and int(first) != 1:
            return f"{int(first)}-{month}"
        return "" if month == 12 else str(month)
    if not found["month"]:
        return ""
    month = int(found["month"])
    if ends:
        return "" if month == 12 else str(month)
    return f"={month}"
