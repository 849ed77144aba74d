"""Facts as a snapshot's payload and back: plain JSON values, nothing lost."""

from collections.abc import Mapping
from typing import Any

from assessments.domain.facts import INDICATOR_FIELDS, Facts, Form, Grade, Indicator, Nature
from assessments.domain.funds import Fund

#: Raised when the payload's shape changes; older snapshots are never rewritten.
VERSION = 1


def to_payload(facts: Facts) -> dict[str, Any]:
    """``facts`` as JSON values; :func:`from_payload` gives the equal facts back."""
    return {
        "version": VERSION,
        "form": facts.form.value,
        "edition": facts.edition,
        "fund": facts.fund.value if facts.fund else None,
        "year": facts.year,
        "month": facts.month,
        "amount_unit": facts.amount_unit,
        "imported": facts.imported,
        "texts": dict(facts.texts),
        "money": dict(facts.money),
        "indicators": [_row(row) for row in facts.indicators],
        "extras": dict(facts.extras),
    }


def from_payload(payload: Mapping[str, Any]) -> Facts:
    """The facts of a snapshot's payload; raises ``KeyError`` or ``ValueError`` where it is none."""
    return Facts(
        form=Form(payload["form"]),
        edition=payload["edition"],
        fund=Fund(payload["fund"]) if payload["fund"] else None,
        year=payload["year"],
        month=payload["month"],
        amount_unit=payload["amount_unit"],
        imported=payload["imported"],
        texts=dict(payload["texts"]),
        money=dict(payload["money"]),
        indicators=tuple(_indicator(row) for row in payload["indicators"]),
        extras=dict(payload["extras"]),
    )


def _row(row: Indicator) -> dict[str, str]:
    squares = {name: getattr(row, name) for name in INDICATOR_FIELDS}
    return {"ref": row.ref} | {name: str(value) for name, value in squares.items() if value}


def _indicator(row: Mapping[str, str]) -> Indicator:
    texts = {name: row.get(name, "") for name in INDICATOR_FIELDS if name not in ("nature", "grade")}
    nature, grade = row.get("nature"), row.get("grade")
    return Indicator(
        ref=row["ref"], nature=Nature(nature) if nature else None, grade=Grade(grade) if grade else None, **texts
    )
