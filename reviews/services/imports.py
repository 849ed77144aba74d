"""Putting what one exchange file holds into the portal: filings first, then the review sheets that judge them."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import PurePath

from django.utils.translation import gettext as _

from assessments.domain.exchange import Parcel
from assessments.domain.facts import Facts
from assessments.models import Filing
from assessments.services.errors import Refused
from assessments.services.imports import load_filing
from reviews.services.import_sheets import load_review_sheet


@dataclass(frozen=True, slots=True)
class Part:
    """What became of one part of a file: ``created``, ``updated``, ``unchanged`` or ``refused``, and then why."""

    where: str
    outcome: str
    message: str = ""

    @property
    def word(self) -> str:
        """The outcome in words."""
        words = {"created": _("已导入"), "updated": _("已更新"), "unchanged": _("没有变化"), "refused": _("未导入")}
        return words[self.outcome]


def load_parcel(*, parcel: Parcel, name: str, at: datetime) -> list[Part]:
    """Loads every filing and review sheet of a file by itself: one that is refused does not hold up the others.

    ``name`` is the file's name, which is the source where the file does not name one.
    """
    source = parcel.head.get("source") or PurePath(name).name
    parts: list[Part] = []
    filings: list[Filing] = []
    places: dict[tuple[object, ...], str] = {}
    for number, facts in enumerate(parcel.filings):
        where = f"filings[{number}]"
        try:
            _require_storable(where, asdict(facts), source)
            _require_once(facts, where, places)
            loaded = load_filing(facts=facts, source=source, at=at)
        except Refused as refused:
            parts.append(Part(where, "refused", refused.message))
        else:
            filings.append(loaded.filing)
            parts.append(Part(where, loaded.outcome))
    for number, sheet in enumerate(parcel.review_sheets):
        where = "review_sheet" if len(parcel.review_sheets) == 1 else f"review_sheet[{number}]"
        parts.append(_load_sheet(where, sheet, parcel, filings, source, at))
    return parts


def _load_sheet(
    where: str, sheet: Mapping[str, object], parcel: Parcel, filings: list[Filing], source: str, at: datetime
) -> Part:
    try:
        _require_storable(where, sheet, source)
        outcome = load_review_sheet(sheet=sheet, head=parcel.head, filings=filings, source=source, at=at)
    except Refused as refused:
        return Part(where, "refused", refused.message)
    return Part(where, outcome)


def _require_once(facts: Facts, where: str, places: dict[tuple[object, ...], str]) -> None:
    """Refuses a second filing for the same place: it would overwrite the first, and the first it, at every loading."""
    place = (facts.form, facts.texts.get("region_code", "").strip(), facts.fund, facts.year, facts.month)
    if facts.fund and places.setdefault(place, where) != where:
        raise Refused(_("与 %(where)s 是同一区划、险种和时期的表，只能导入一张。") % {"where": places[place]})


def _require_storable(where: str, *values: object) -> None:
    """Refuses text that no database can hold."""
    for text in _texts(values):
        if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
            raise Refused(_("%(where)s 里有不能保存的字符（空字符或残缺的字符）。") % {"where": where})


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(list(value.keys()))
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
