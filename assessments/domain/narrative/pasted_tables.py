"""Lines of a table pasted into a text, several figures each: read as sentences by their column heads, or not at all.

Under ``项目 年初预算数 决算数 完成预算%`` the line ``基金收入 100 98 98%`` says 基金收入年初预算数 100,
基金收入决算数 98, 预算执行率 98%.
"""

import re
from dataclasses import dataclass, field

from assessments.domain.narrative.items import item_of
from assessments.domain.narrative.normalised import Plain, plain

_BLANK = re.compile(r"[^\S\n|]*[|\t][^\S\n]*|[ \u3000\xa0]+")
_NUMBER = re.compile(r"[-+]?[0-9０-９][0-9０-９,，.．]*(?:万元|亿元|元|人|户|[%％])?")
_NO_NUMBER = frozenset({"-", "—", "–", "/", ""})
_UNIT = re.compile(r"单位\s*[:：]?\s*(万元|亿元|元)")
_OWN_UNIT = re.compile(r"[（(](万元|亿元|元|人|%|％)[）)]")
_MARK = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[、.．](?![0-9]))?(?:其中[:：]?)?"
)
_RATES = re.compile(r"(?:为|完成|占)?(?:年初|调整后?)?(?:预算|执行)(?:数)?(?:的)?(?:执行|完成)?(?:率|%|比例|进度)")
_ROLES = re.compile(
    r"(?:上年|去年|年初|调整后?|全年|本年|当年)*(?:预算|决算|执行|实际|完成)(?:收入|支出)?(?:数|额|金额)?"
)
_LONGEST, _FEWEST, _MOST = 400, 2, 24
_NO_ROW = re.compile(r"[。；;！？]")


def _cells(paragraph: str) -> list[str]:
    """The cells of a line; blank where it is no line of a table."""
    if len(paragraph) > _LONGEST or _NO_ROW.search(paragraph):
        return []
    cells = [cell.strip() for cell in _BLANK.split(paragraph.strip().strip("|"))]
    return cells if _FEWEST < len(cells) <= _MOST else []


def _is_row(cells: list[str]) -> bool:
    """Whether a name is followed by nothing but figures, two of them at least."""
    figures = [cell for cell in cells[1:] if cell not in _NO_NUMBER]
    numbers = all(_NUMBER.fullmatch(cell) for cell in figures)
    return len(figures) >= _FEWEST and numbers and bool(cells[0]) and not _NUMBER.fullmatch(cells[0])


def _is_head(cells: list[str]) -> bool:
    known = [cell for cell in cells[1:] if _meaning(cell)]
    return len(known) >= _FEWEST and not any(_NUMBER.fullmatch(cell) for cell in cells)


def _meaning(head: str) -> str:
    """The words that a column head adds to a name; blank where it is not one that can be read so."""
    bare = _OWN_UNIT.sub("", head)
    if _RATES.fullmatch(bare):
        return "调整后预算执行率" if "调整" in bare else "预算执行率"
    if _ROLES.fullmatch(bare):
        return bare
    item = item_of(bare)
    return bare if item is not None and item.known else ""


@dataclass(slots=True)
class PastedRows:
    """The column heads and the unit that hold for the lines under them."""

    heads: list[str] = field(default_factory=list)
    unit: str = ""

    def read(self, paragraph: str) -> Plain | None:
        """The line as a sentence, blank where nothing of it can be said; None where it is no line of a table."""
        if unit := _UNIT.search(paragraph[:_LONGEST]):
            self.unit = unit[1]
        cells = _cells(paragraph)
        if cells and _is_head(cells):
            self.heads = cells
            return Plain("", (), paragraph)
        if not cells or not _is_row(cells):
            self.heads = [] if cells or _NO_ROW.search(paragraph) else self.heads
            return None
        return self._sentence(paragraph, cells)

    def _sentence(self, paragraph: str, cells: list[str]) -> Plain:
        if len(self.heads) != len(cells):
            return Plain("", (), paragraph)
        name = _MARK.sub("", plain(cells[0]).text)
        text: list[str] = []
        origins: list[int] = []
        at = paragraph.find(cells[0]) + len(cells[0])
        for head, cell in zip(self.heads[1:], cells[1:], strict=True):
            start = paragraph.find(cell, at)
            at = start + len(cell)
            words = self._words(name, head, cell)
            if not words:
                continue
            number = plain(cell)
            text += [*words, *number.text, *self._missing_unit(head, number.text), "，"]
            origins += [start] * len(words) + [start + origin for origin in number.origins]
            origins += [at - 1] * (len(text) - len(origins))
        return Plain("".join(text), tuple(origins), paragraph)

    def _words(self, name: str, head: str, cell: str) -> str:
        meaning = _meaning(head) if cell not in _NO_NUMBER else ""
        budgets = {_meaning(each) for each in self.heads[1:] if "预算" in each and "率" not in _meaning(each)}
        if meaning == "预算执行率" and len(budgets) > 1:
            return ""
        if not meaning or not name or name in ("合计", "总计", "小计"):
            return ""
        if meaning.endswith("执行率"):
            return meaning
        return f"{name}{meaning}" if self._missing_unit(head, cell) or not cell[-1].isdigit() else ""

    def _missing_unit(self, head: str, cell: str) -> str:
        if not cell[-1:].isdigit():
            return ""
        if _meaning(head).endswith("执行率"):
            return "%"
        own = _OWN_UNIT.search(head)
        return own[1] if own else self.unit
