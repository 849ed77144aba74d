"""A 与 B 之比 r:1, 抚养比 r:1."""

from assessments.domain.narrative.claims import Proportion
from assessments.domain.narrative.figures import Figure
from assessments.domain.narrative.items import ACTIVE, RETIREES, item_of
from assessments.domain.narrative.reader import Reader
from assessments.domain.narrative.tokens import Token

#: What a ratio without names is of: those who work over those who are retired (forms.md §3).
_USUAL = (ACTIVE, RETIREES)
_NAMED = 2


def read_ratio(reader: Reader, token: Token, figure: Figure) -> None:
    """A ratio whose sides the words name, or which is called 抚养比."""
    frame = reader.frame
    if figure.ratio is None or not frame.proportion:
        return
    named = [item.key for words in frame.joined if (item := item_of(words))]
    first, second = named[-_NAMED:] if len(named) >= _NAMED else _USUAL
    state, places = reader.state, max(0, -int(figure.ratio[0].as_tuple().exponent))
    reader.claims.proportions.append(
        Proportion(figure.ratio, places, state.key(first), state.key(second), reader.spot(token), reader.words(token))
    )
