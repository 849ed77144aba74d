"""The public filings that the demo holds, and small filings made up for one question."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from assessments.domain.exchange import Parcel, read_file_text
from assessments.domain.facts import INDICATORS, Facts, Indicator
from assessments.editions import EDITIONS

FOLDER = Path(__file__).parent.parent / "assessments" / "demo" / "filings"
BACHU, HESHUO = "bachu-2022-self-assessment", "heshuo-2020-report"
KASHGAR, TASHKURGAN = "kashgar-2023-budget", "tashkurgan-2020-09-monitoring"


def parcel(name: str) -> Parcel:
    """The file ``name`` as the portal reads it."""
    return read_file_text((FOLDER / f"{name}.json").read_bytes())


def row(target: str = "", actual: str = "", level3: str = "指标", ref: str = "0", **squares: Any) -> Indicator:
    """One indicator row."""
    return Indicator(ref=ref, level3=level3, target=target, actual=actual, **squares)


def monitoring(
    *rows: Indicator,
    month: int | None = 9,
    money: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    imported: bool = True,
) -> Facts:
    """A 监控情况表 of 2020 with these rows."""
    return _filing("monitoring-2020", rows, month, money, texts, imported)


def self_assessment(
    *rows: Indicator,
    money: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    imported: bool = True,
) -> Facts:
    """A 自评表 of 2022 with these rows."""
    return _filing("self-assessment-2022", rows, None, money, texts, imported)


def _filing(
    edition: str,
    rows: tuple[Indicator, ...],
    month: int | None,
    money: Mapping[str, str] | None,
    texts: Mapping[str, str] | None,
    imported: bool,
) -> Facts:
    return Facts(
        form=EDITIONS[edition].kind.form,
        edition=edition,
        year=int(edition[-4:]),
        month=month,
        imported=imported,
        squares={**(texts or {}), **(money or {})},
        lists={"indicators": rows},
    )


def revised(
    facts: Facts,
    *,
    texts: Mapping[str, str] | None = None,
    money: Mapping[str, str] | None = None,
    indicators: Iterable[Indicator] | None = None,
    **others: Any,
) -> Facts:
    """``facts`` with all its texts, all its amounts or all its indicators replaced."""
    plain = {key: text for key, text in facts.squares.items() if "." not in key} if texts is None else texts
    block = {key: text for key, text in facts.squares.items() if "." in key} if money is None else money
    lists = facts.lists if indicators is None else {**facts.lists, INDICATORS: tuple(indicators)}
    return replace(facts, squares={**plain, **block}, lists=lists, **others)
