"""A 与 B 之比 r:1, 抚养比 r:1; A 是 B 的 r 倍."""

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import Key, Proportion, ShareClaim
from assessments.domain.narrative.figures import Figure
from assessments.domain.narrative.items import ACTIVE, CONTRIBUTORS, RECIPIENTS, RETIREES, item_of
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.tokens import Token

#: What a ratio without names is of: those who work over those who are retired (forms.md §3).
_USUAL = (ACTIVE, RETIREES)
#: 缴领比: those who pay over those who draw.
_PAYING = (CONTRIBUTORS, RECIPIENTS)
_NAMED = 2


def read_ratio(reader: Reader, token: Token, figure: Figure) -> None:
    """A ratio whose sides the words name, or which is called 抚养比."""
    frame = reader.frame
    if figure.ratio is None or not frame.proportion:
        return
    named = [item.key for words in frame.joined if (item := item_of(words))]
    usual = _PAYING if frame.proportion_of.startswith("缴领") else _USUAL
    first, second = named[-_NAMED:] if len(named) >= _NAMED else usual
    state, places = reader.state, max(0, -int(figure.ratio[0].as_tuple().exponent))
    reader.claims.proportions.append(
        Proportion(figure.ratio, places, state.key(first), state.key(second), reader.spot(token), reader.words(token))
    )


def _whole_of_year(reader: Reader) -> Key | None:
    """相当于当年支出的 r 倍: what the year's figure is called."""
    named = reader.frame.named()
    return reader.state.key(named.key) if named and named.known else None


def read_times(reader: Reader, token: Token, quantity: Quantity) -> None:
    """是上年 X 的 r 倍, 是上年的 r 倍: the last figure over the one that 的 leads to."""
    frame, focus, carried = reader.frame, reader.state.focus, reader.carried
    reader.carried = None
    if focus is None or frame.change or not frame.of or focus.spot.sentence != reader.sentence:
        return
    whole = focus.key._replace(year=None if focus.key.year is None else focus.key.year - 1)
    of_year = _whole_of_year(reader) if carried is None and frame.share else None
    if of_year is not None and not frame.of_last_year:
        spot, words = reader.spot(token), reader.words(token)
        reader.claims.shares.append(ShareClaim(quantity, focus.key, of_year, focus.role, spot, words))
        return
    if carried is None and not frame.of_last_year:
        return
    spot, words = reader.spot(token), reader.words(token)
    base = carried.claim.key if carried else whole
    reader.claims.shares.append(ShareClaim(quantity, focus.key, base, focus.role, spot, words))
