"""Rates of what is due: 应参保 A 人，实际参保 B 人，参保率 C%; 应征 A 万元，实征 B 万元，征缴率 C%."""

import re

from assessments.domain.measures import Quantity
from assessments.domain.narrative.claims import Claim, RateClaim, Spot
from assessments.domain.narrative.items import CONTRIBUTORS, PARTICIPANTS, is_due
from assessments.domain.narrative.paragraph_reader import Reader
from assessments.domain.narrative.roles import ClaimRole
from assessments.domain.narrative.tokens import Token

#: Rates that measure what was done by what was due.
_RATES = re.compile(r"(?:征缴|征收|收缴|参保|发放|支付|领取|缴费|到账|覆盖|拨付|认证|享受)(?:完成|覆盖)?率$|覆盖面$")
#: What was done, as it is said behind what was due.
_DONE = re.compile(r"实际|实[征收缴发付支参]|已|完成|到账")


def read_due_rate(reader: Reader, token: Token, quantity: Quantity, name: str) -> bool:
    """A rate of that kind behind its two figures; False where it is none, or where they are not both stated."""
    if not _RATES.search(name):
        return False
    if not _resolved(reader, quantity, reader.spot(token), reader.words(token)):
        reader.waiting = quantity, reader.spot(token), reader.words(token)
    return True


def resolve_waiting(reader: Reader) -> None:
    """At the end of its sentence, a rate that stood before its figures: 征缴率 C%，其中应缴 A，实缴 B."""
    if reader.waiting is not None:
        _resolved(reader, *reader.waiting)
        reader.waiting = None


def _resolved(reader: Reader, quantity: Quantity, spot: Spot, words: str) -> bool:
    said = reader.in_sentence()
    due = [claim for claim in said if is_due(claim.key.item)]
    if len(due) != 1:
        return False
    done = tuple(claim for claim in said if _is_done(claim, due[0]))
    if not done:
        return False
    key = done[0].key
    reader.claims.rates.append(RateClaim(quantity, key, ClaimRole.TARGET, spot, words, outcomes=done, bases=(due[0],)))
    return True


def _is_done(claim: Claim, due: Claim) -> bool:
    behind = claim is not due and claim.spot > due.spot and claim.quantity.dimension == due.quantity.dimension
    says_so = _DONE.search(claim.words) is not None or claim.item.key in (PARTICIPANTS, CONTRIBUTORS)
    return behind and claim.key[3:] == due.key[3:] and says_so
