"""Words that change the :class:`Frame` that is being gathered: one small function for each sort of token."""

from assessments.domain.narrative.dates import When
from assessments.domain.narrative.frame import Frame
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import ChangeWord, Rated, Sort


def take(frame: Frame, token: Token) -> None:
    """Adds a word that is not the business of the sentence as a whole."""
    if frame.start is None and token.sort not in _SILENT:
        frame.start = token.start
    frame.of = token.sort is Sort.OF
    handler = _HANDLERS.get(token.sort)
    if handler:
        handler(frame, token)


#: Punctuation does not begin the words of a figure.
_SILENT = frozenset(
    {Sort.COMMA, Sort.SEMICOLON, Sort.COLON, Sort.STOP, Sort.OPEN, Sort.CLOSE, Sort.MARK, Sort.AND, Sort.OF}
)


#: 较上年有所变化 measures nothing.
_VAGUE_CHANGES = ("有所", "所", "持平", "略有", "基本", "大幅", "明显", "变化")


def _word(frame: Frame, token: Token) -> None:
    if frame.comparing and token.text.startswith(_VAGUE_CHANGES):
        frame.comparing, frame.base = False, None
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.words += token.text
    frame.pieces.append(token.text)


def _period(frame: Frame, token: Token) -> None:
    if not isinstance(token.meaning, When):
        return
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.when = token.meaning
        frame.base.unknown = frame.base.unknown and token.meaning.offset is None and token.meaning.year is None
    else:
        if frame.pieces:
            frame.close()
        frame.whens.append(token.meaning)


def _subject(frame: Frame, token: Token) -> None:
    frame.close()
    (frame.whole_subjects if frame.share else frame.subjects).append(str(token.meaning))


def _scope(frame: Frame, token: Token) -> None:
    frame.close()
    frame.scope = str(token.meaning)


def _role(frame: Frame, token: Token) -> None:
    if not isinstance(token.meaning, ClaimRole):
        return
    if frame.comparing and frame.change is None and frame.base is not None:
        frame.base.role = token.meaning
    else:
        frame.roles.append(token.meaning)
        frame.outcome = False


def _change(frame: Frame, token: Token) -> None:
    if isinstance(token.meaning, ChangeWord):
        if len(token.text) == 1 and not (frame.comparing or frame.expects_change):
            _word(frame, token)
            frame.short = token.meaning
            return
        frame.close()
        frame.change = token.meaning


def _compare(frame: Frame, token: Token) -> None:
    frame.compare()
    if frame.base and token.text == "环比":
        frame.base.unknown = True


def _exceed(frame: Frame, token: Token) -> None:
    frame.compare()
    if isinstance(token.meaning, ChangeWord):
        frame.exceeding = token.meaning


def _complete(frame: Frame, token: Token) -> None:
    frame.complete = True
    frame.outcome = bool(frame.roles)


def _share(frame: Frame, token: Token) -> None:
    frame.close()
    frame.share, frame.share_at = True, len(frame.phrases)


def _rate(frame: Frame, token: Token) -> None:
    if isinstance(token.meaning, Rated):
        frame.rate, frame.rate_words = token.meaning, "".join((*frame.pieces, token.text))
        frame.close()


def _total(frame: Frame, token: Token) -> None:
    frame.total, frame.total_of = True, token.text


def _link(frame: Frame, token: Token) -> None:
    if token.text == "实现":
        frame.close()


def _each(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    frame.each = True


def _and(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    if token.text in ("与", "同"):
        frame.paired = len(frame.whens), len(frame.roles)


def _from(frame: Frame, token: Token) -> None:
    frame.close()
    frame.source = True


def _to(frame: Frame, token: Token) -> None:
    frame.close()
    frame.to = True


def _per_head(frame: Frame, token: Token) -> None:
    frame.per_head = True
    frame.pieces.append(token.text)


def _lasting(frame: Frame, token: Token) -> None:
    frame.lasting = True


def _proportion(frame: Frame, token: Token) -> None:
    frame.close(by_and=True)
    frame.proportion, frame.proportion_of = True, token.text


def _comma(frame: Frame, token: Token) -> None:
    frame.comma()


def _colon(frame: Frame, token: Token) -> None:
    frame.close()


_HANDLERS = {
    Sort.WORD: _word,
    Sort.PERIOD: _period,
    Sort.SUBJECT: _subject,
    Sort.SCOPE: _scope,
    Sort.ROLE: _role,
    Sort.CHANGE: _change,
    Sort.COMPARE: _compare,
    Sort.EXCEED: _exceed,
    Sort.COMPLETE: _complete,
    Sort.SHARE: _share,
    Sort.RATE: _rate,
    Sort.TOTAL: _total,
    Sort.LINK: _link,
    Sort.EACH: _each,
    Sort.AND: _and,
    Sort.FROM: _from,
    Sort.TO: _to,
    Sort.PER_HEAD: _per_head,
    Sort.LASTING: _lasting,
    Sort.PROPORTION: _proportion,
    Sort.COMMA: _comma,
    Sort.COLON: _colon,
}
