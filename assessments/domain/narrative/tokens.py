"""A plain text as tokens: figures, periods, funds, places, markers, and the words between them.

One pass, longest word first, linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assessments.domain.narrative.dates import chinese_year_at, date_at
from assessments.domain.narrative.figures import BEGINS as FIGURE_BEGINS
from assessments.domain.narrative.figures import Figure, figure_at
from assessments.domain.narrative.scopes import BEGINS as SCOPE_BEGINS
from assessments.domain.narrative.scopes import Home, place_at, scope_at
from assessments.domain.narrative.subjects import BEGINS as SUBJECT_BEGINS
from assessments.domain.narrative.subjects import Naming, subject_at
from assessments.domain.narrative.words import Sort, by_first_character


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a plain text: what it does, where it stands, and what it means where its sort has shades."""

    sort: Sort
    start: int
    end: int
    text: str
    meaning: object = None


#: Titles of laws, file numbers, things in quotation marks that hold no figure of the report.
_OPAQUE = re.compile(
    r"《[^《》]{0,80}》|〔[^〔〕]{0,12}〕(?:第?[0-9]+号)?|第[0-9一二三四五六七八九十百]+[个条款章节号批次届期季]|“[^“”0-9]{0,30}”"
)
_ORDINAL = re.compile(
    r"[0-9]+(?:-[0-9]+)?(?:号文?|岁|周岁|条|款|届|级|类|°|[A-Za-z])|[A-Za-z]+[0-9.]*|20[0-9]{2}(?=[，。；;、）)]|$)"
)
_SERIAL = re.compile(r"[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[）)]|[0-9]{1,2}[.、．](?![0-9])|[①-⑳]|[⑴-⒇]")
_UNTIL = re.compile(r"截[至止]到?")
#: From a month on: a point in time that no figure of the report is about.
_STARTING = re.compile(r"(?:自|从)?(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?起")
_DIGITS = frozenset("0123456789")
_SERIALS = (
    frozenset("（(0123456789")
    | frozenset(map(chr, range(ord("①"), ord("⑳") + 1)))
    | frozenset(map(chr, range(0x2474, 0x2488)))
)
#: Where a serial number may stand: at the beginning, or after the end of a sentence or clause.
_BREAKS = frozenset("。；;!?\n：:，,")
_CLAUSE = frozenset("。；;!?\n：:，,、")
#: 由 X 到 Y.
_JOINT = re.compile("[到至]")
_SPECIAL = frozenset("一二前截自从《〔第“")
_ALWAYS_AWAKE = _DIGITS | _SERIALS | _SPECIAL | SUBJECT_BEGINS | FIGURE_BEGINS


@lru_cache(maxsize=256)
def _beginnings(home: Home) -> tuple[frozenset[str], frozenset[str]]:
    """What a place may begin with in a text of ``home``, and what anything may."""
    scopes = SCOPE_BEGINS | {name[0] for name in (*home.names, *home.upper)}
    return scopes, frozenset(by_first_character()) | scopes | _ALWAYS_AWAKE


class _Lexer:
    def __init__(self, text: str, naming: Naming, home: Home) -> None:
        self.text, self.naming, self.home = text, naming, home
        self.words = by_first_character()
        self.going_to = -1
        self.scopes, self.awake = _beginnings(home)

    def tokens(self) -> Iterator[Token]:
        """What no word is known to begin with is passed over at once; most characters are."""
        text, awake = self.text, self.awake
        position, unknown = 0, 0
        while position < len(text):
            token = self._at(position) if text[position] in awake or self._starts_clause(position) else None
            if token is None:
                position += 1
                continue
            if unknown < position:
                yield Token(Sort.WORD, unknown, position, text[unknown:position])
            yield token
            position = unknown = token.end
        if unknown < position:
            yield Token(Sort.WORD, unknown, position, text[unknown:position])

    def _starts_clause(self, position: int) -> bool:
        return position == 0 or self.text[position - 1] in _CLAUSE

    def _at(self, position: int) -> Token | None:
        char = self.text[position]
        if position == self.going_to:
            return self._token(Sort.TO, position, position + 1)
        if char in "(（" and (loss := self._figure(position, char)):
            return loss
        if char in _SERIALS and (serial := self._serial(position)):
            return serial
        if char in _DIGITS:
            return self._in_digits(position)
        if char in _SPECIAL and (special := self._opaque(position, char)):
            return special
        known = self._named(position, char) or self._figure(position, char) or self._known(position, char)
        return known or self._place(position)

    def _token(self, sort: Sort, start: int, end: int, meaning: object = None) -> Token:
        return Token(sort, start, end, self.text[start:end], meaning)

    def _serial(self, position: int) -> Token | None:
        if position and self.text[position - 1] not in _BREAKS and self.text[position] not in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
            return None
        match = _SERIAL.match(self.text, position)
        return self._token(Sort.MARK, position, match.end()) if match else None

    def _in_digits(self, position: int) -> Token | None:
        if match := _STARTING.match(self.text, position):
            return self._token(Sort.WORD, position, match.end())
        if date := date_at(self.text, position):
            when, end = date
            return self._token(Sort.PERIOD if when else Sort.WORD, position, end, when)
        if match := _ORDINAL.match(self.text, position):
            return self._token(Sort.WORD, position, match.end())
        return self._figure(position, self.text[position])

    def _opaque(self, position: int, char: str) -> Token | None:
        if char in "一二" and (year := chinese_year_at(self.text, position)):
            return self._token(Sort.PERIOD, position, year[1], year[0])
        if char == "前" and (date := date_at(self.text, position)):
            return self._token(Sort.PERIOD, position, date[1], date[0])
        if char == "截" and (until := _UNTIL.match(self.text, position)):
            return self._token(Sort.LINK, position, until.end())
        pattern = _STARTING if char in "自从" else _OPAQUE
        match = pattern.match(self.text, position)
        return self._token(Sort.WORD, position, match.end()) if match else None

    def _named(self, position: int, char: str) -> Token | None:
        if char in SUBJECT_BEGINS and (subject := subject_at(self.text, position, self.naming)):
            return self._token(Sort.SUBJECT, position, subject[1], subject[0])
        if char in self.scopes and (scope := scope_at(self.text, position, self.home)):
            return self._token(Sort.SCOPE, position, scope[1], scope[0])
        return None

    def _place(self, position: int) -> Token | None:
        place = place_at(self.text, position) if self._starts_clause(position) else None
        return self._token(Sort.SCOPE, position, place[1], place[0]) if place else None

    def _figure(self, position: int, char: str) -> Token | None:
        figure = figure_at(self.text, position) if char in FIGURE_BEGINS else None
        if figure and position and self.text[position - 1] in "由从":
            figure = self._source(position, figure)
        return self._token(Sort.FIGURE, position, figure.end, figure) if figure else None

    def _source(self, position: int, figure: Figure) -> Figure:
        """The X of 由 X 到 Y, which is no band."""
        joint = _JOINT.search(self.text, position, figure.end)
        first = figure_at(self.text[position : joint.start()], 0) if joint else None
        if joint is None or first is None or position + first.end != joint.start():
            return figure
        self.going_to = joint.start()
        return replace(first, end=joint.start())

    def _known(self, position: int, char: str) -> Token | None:
        for known in self.words.get(char, ()):
            if self.text.startswith(known.text, position):
                return self._token(known.sort, position, position + len(known.text), known.meaning)
        return None


def tokens(text: str, naming: Naming, home: Home) -> tuple[Token, ...]:
    """Every piece of a plain ``text``, in order and without gaps."""
    return tuple(_Lexer(text, naming, home).tokens())
