"""年均增长 Z% behind two values of one measure that are some years apart."""

import re

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import Yearly
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.tokens import Token

_YEARLY = re.compile(
    r"年(?:平)?均(?P<up>增长|增加|增幅|递增|增速|上升|提高)?(?P<down>下降|减少|降幅|递减|降低)?率?[为达约]?"
)
#: 年均 between neighbouring years is no growth of several.
_FEWEST, _MOST = 2, 30


def read_yearly(reader: Reader, token: Token, quantity: Quantity) -> bool:
    """True if the words speak of a growth of each year; it is noted where the sentence gives both values."""
    match = _YEARLY.search(reader.words(token))
    if match is None or not (match["up"] or match["down"]):
        return False
    now = reader.state.focus
    if now is None or now.key.year is None or now.spot[:2] != (reader.number, reader.sentence):
        return True
    alike = [
        claim
        for claim in reader.in_sentence()
        if claim.key._replace(year=None) == now.key._replace(year=None)
        and claim.quantity.dimension == now.quantity.dimension
        and claim.key.year is not None
        and claim.role is now.role
    ]
    base = min(alike, key=lambda claim: claim.key.year or 0, default=now)
    years = now.key.year - (base.key.year or 0)
    if _FEWEST <= years <= _MOST and base.quantity.number > 0 and now.quantity.number > 0:
        sign = 1 if match["up"] else -1
        found = Yearly(quantity, sign, now, base, years, reader.spot(token), reader.words(token))
        reader.claims.yearly.append(found)
    return True
