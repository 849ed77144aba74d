"""Where a square is, in words."""

from dataclasses import replace

from django.utils.translation import gettext as _

from assessments.domain.facts import Facts, split_indicator_key
from assessments.sheets.editions import sheet_of

#: Squares that neighbouring rows share.
_SHARED = frozenset({"level1", "level2"})


def shown_at(where: str) -> str:
    """The key of the square at which a finding ``where`` stands: of a level that rows share, at the name of its row."""
    parts = split_indicator_key(where)
    return f"indicators[{parts[0]}].level3" if parts and parts[1] in _SHARED else where


def address_of(key: str, facts: Facts) -> str:
    """The address of the square ``key`` on the form of ``facts``; the key itself where the form has no such square."""
    if key == "indicators":
        return _("指标行")
    if key.endswith(".grade"):
        return _("%(square)s 的达成情况") % {"square": address_of(key.replace(".grade", ".actual"), facts)}
    box = sheet_of(facts.edition).box(key)
    if box is None:
        return key
    if parts := split_indicator_key(key):
        numbers = {row.ref: number for number, row in enumerate(facts.indicators, start=1)}
        box = replace(box, row_no=numbers.get(parts[0], 0))
    return box.address
