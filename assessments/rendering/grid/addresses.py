"""The address of a square, in words."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from assessments.domain.facts import Facts, split_row_key
from assessments.editions import edition_named
from assessments.models import Filing

#: Squares that neighbouring rows share.
_SHARED = frozenset({"level1", "level2"})


def shown_at(where: str) -> str:
    """The key of the square at which a finding ``where`` stands: of a level that rows share, at the name of its row."""
    parts = split_row_key(where)
    return replace(parts, square="level3").key if parts and parts.square in _SHARED else where


def address_of(key: str, facts: Facts) -> str:
    """The address of the square ``key`` on the form of ``facts``; the key itself where the form has no such square."""
    if key == "indicators":
        return _("指标行")
    if key.endswith(".grade"):
        return _("%(square)s 的达成情况") % {"square": address_of(key.replace(".grade", ".actual"), facts)}
    return _address(key, facts.edition, [row.ref for row in facts.indicators])


def names_of_squares(ids: Collection[str]) -> dict[str, str]:
    """The places of squares of some filings today, by ``FILING:KEY``, as the record names them."""
    wanted = {one: one.partition(":") for one in ids}
    filings = Filing.objects.filter(pk__in={int(pk) for pk, _colon, _key in wanted.values()})
    found = {str(filing.pk): filing for filing in filings.prefetch_related("list_rows")}
    return {
        one: _address(key, found[pk].edition, [str(row.pk) for row in found[pk].list_rows.all()])
        for one, (pk, _colon, key) in wanted.items()
        if pk in found
    }


def _address(key: str, edition: str, refs: Sequence[str]) -> str:
    """The address of the square ``key`` among rows that are numbered in the order of ``refs``."""
    box = edition_named(edition).box(key)
    if box is None:
        return key
    if parts := split_row_key(key):
        box = replace(box, row_no=refs.index(parts.ref) + 1 if parts.ref in refs else 0)
    return box.address
