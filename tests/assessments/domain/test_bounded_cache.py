"""The reading of an unchanged text is kept, within a bound, and nobody can change it."""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum

from assessments.domain.bounded_cache import Kept
from assessments.domain.narrative.reading import read_text
from assessments.domain.narrative.reading_state import Around
from assessments.domain.wording import Message
from tests.filings import BACHU, parcel

AROUND = Around(year=2022)
(_NARRATIVE,) = parcel(BACHU).dossier.narratives
#: A published report, and sentences of the kinds that it does not use.
PARAGRAPHS = (
    *_NARRATIVE.paragraphs,
    "2022年基金收入10934万元，其中保险费收入9000万元、财政补贴1934万元，完成预算的95.2%，比上年增长5%，增加500万元。",
    "参保人数年初设定不少于90人，年末实有95人，完成率105.6%。抚养比2.5:1，占总支出的40%。",
    "参保率96%，比上年95%提高1个百分点。",
    "收入从2020年的100万元增加到2022年的121万元，年均增长10%。",
)
_PLAIN = (str, int, Decimal, Enum, type(None))


def changeable(value: object) -> list[object]:
    """Every part of ``value`` that could be changed; the figures of a message are read only to be filled in."""
    if isinstance(value, tuple | frozenset):
        return [part for each in value for part in changeable(each)]
    if isinstance(value, Message) or (isinstance(value, _PLAIN) and not is_dataclass(value)):
        return []
    if not is_dataclass(value) or not getattr(type(value), "__dataclass_params__").frozen:  # noqa: B009
        return [value]
    return [part for each in fields(value) for part in changeable(getattr(value, each.name))]


def test_what_was_read_cannot_be_changed() -> None:
    reading = read_text(PARAGRAPHS, AROUND)
    assert [each.name for each in fields(reading.claims) if not getattr(reading.claims, each.name)] == []
    assert changeable(reading) == []


def test_an_unchanged_text_is_read_once() -> None:
    assert read_text(list(PARAGRAPHS), Around(year=2022)) is read_text(PARAGRAPHS, AROUND)


def test_another_year_or_region_is_another_reading() -> None:
    read = {id(read_text(PARAGRAPHS, AROUND)), id(read_text(PARAGRAPHS, Around(year=2021)))}
    assert len(read | {id(read_text(PARAGRAPHS, AROUND, "巴楚县"))}) == 3


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept: Kept[str, str] = Kept(most=10)
    kept.put("a", "A", weight=4)
    kept.put("b", "B", weight=4)
    assert kept.get("a") == "A"
    kept.put("c", "C", weight=4)
    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]


def test_what_is_kept_again_weighs_once() -> None:
    kept: Kept[str, str] = Kept(most=10)
    for _again in range(5):
        kept.put("a", "A", weight=6)
    kept.put("b", "B", weight=4)
    assert [kept.get(key) for key in "ab"] == ["A", "B"]


def test_what_is_too_heavy_drops_nothing() -> None:
    kept: Kept[str, str] = Kept(most=10)
    kept.put("a", "A", weight=10)
    kept.put("b", "B", weight=11)
    assert [kept.get(key) for key in "ab"] == ["A", None]
