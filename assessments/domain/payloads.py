"""Facts as a snapshot's payload and back: plain JSON values, nothing lost."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.domain.facts import INDICATORS, Facts, Form, Row, row_of
from assessments.domain.funds import Fund

#: Raised when the payload's shape changes; older snapshots are never rewritten.
VERSION = 1


def to_payload(facts: Facts) -> dict[str, Any]:
    """``facts`` as JSON values; :func:`from_payload` gives the equal facts back.

    Squares of a block (``executed.total``) stand under ``money``; lists beside the indicators only where there are any.
    """
    lists = {name: _rows(rows) for name, rows in facts.lists.items()}
    indicators = lists.pop(INDICATORS, [])
    return {
        "version": VERSION,
        "form": facts.form.value,
        "edition": facts.edition,
        "fund": facts.fund.value if facts.fund else None,
        "year": facts.year,
        "month": facts.month,
        "amount_unit": facts.amount_unit,
        "imported": facts.imported,
        "texts": {key: text for key, text in facts.squares.items() if "." not in key},
        "money": {key: text for key, text in facts.squares.items() if "." in key},
        "indicators": indicators,
        "extras": dict(facts.extras),
        **({"lists": lists} if lists else {}),
    }


def from_payload(payload: Mapping[str, Any]) -> Facts:
    """The facts of a snapshot's payload; raises ``KeyError`` or ``ValueError`` where it is none."""
    lists = {INDICATORS: payload["indicators"], **payload.get("lists", {})}
    return Facts(
        form=Form(payload["form"]),
        edition=payload["edition"],
        fund=Fund(payload["fund"]) if payload["fund"] else None,
        year=payload["year"],
        month=payload["month"],
        amount_unit=payload["amount_unit"],
        imported=payload["imported"],
        squares={**payload["texts"], **payload["money"]},
        lists={name: tuple(_row(name, row) for row in rows) for name, rows in lists.items()},
        extras=dict(payload["extras"]),
    )


def _rows(rows: Sequence[Row]) -> list[dict[str, str]]:
    return [{"ref": row.ref, **row.squares} for row in rows]


def _row(name: str, row: Mapping[str, str]) -> Row:
    return row_of(name, row["ref"], {square: text for square, text in row.items() if square != "ref"})
