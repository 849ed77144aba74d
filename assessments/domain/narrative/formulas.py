"""A rate with its arithmetic in brackets behind it: 92.5%（A÷B）, 92.5%（A/B×100%）."""

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import Claim, Key, RateClaim
from assessments.domain.narrative.figures import Figure, Sure
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.tokens import Token
from assessments.domain.narrative.words import Sort

#: A bracket that is longer holds no formula.
_LONGEST = 12
_FEWEST = 2
_OVER = frozenset("÷/")


def read_formula(reader: Reader, token: Token, quantity: Quantity) -> bool:
    """True if a quotient of two figures stands in brackets behind the rate; if it does, it is what the rate claims."""
    found = _quotient(reader)
    if found is None:
        return False
    (first, numerator), (second, denominator) = found
    key = Key(reader.state.scope, reader.state.subject, "", reader.state.year)
    outcome = Claim(key, ClaimRole.ACTUAL, numerator, reader.spot(first), certain=False)
    base = Claim(key, ClaimRole.TARGET, denominator, reader.spot(second), certain=False)
    spot, words = reader.spot(token), reader.words(token)
    reader.claims.rates.append(
        RateClaim(quantity, key, ClaimRole.TARGET, spot, words, outcomes=(outcome,), bases=(base,))
    )
    return True


def _quotient(reader: Reader) -> tuple[tuple[Token, Quantity], tuple[Token, Quantity]] | None:
    behind = reader.ahead(_LONGEST)
    if not behind or behind[0].sort is not Sort.OPEN:
        return None
    end = next((index for index, token in enumerate(behind) if token.sort is Sort.CLOSE), None)
    inside = behind[1:end] if end else ()
    figures = [(index, token) for index, token in enumerate(inside) if token.sort is Sort.FIGURE]
    if len(figures) < _FEWEST:
        return None
    (at, first), (_then, second) = figures[:2]
    numerator, denominator = _value(first), _value(second)
    if at + 1 >= len(inside) or inside[at + 1].text not in _OVER or numerator is None or denominator is None:
        return None
    rest = [each for _index, each in figures[2:] if each.text not in ("100%", "100")]
    return None if rest else ((first, numerator), (second, denominator))


def _value(token: Token) -> Quantity | None:
    figure = token.meaning
    return figure.quantity if isinstance(figure, Figure) and figure.sure is Sure.VALUE else None
