"""V27 on review sheets: scores within their maximum, total = sum; deductions and full marks on red have a reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.domain.formulas import Sum
from assessments.domain.measures import read
from assessments.domain.measures.spelling import quoted
from assessments.domain.scoring import points_in
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions.review_sheet_2020 import EDITION, ROWS
from reviews.domain.rubric import MAXIMA, PART_NAMES, Part

RULE = "V27"
TOTAL = "total_score"

_RANGE_TITLE = _("得分超出范围")
_RANGE = _("“{part}”得分填的是 {found}，应在 0 和 {maximum} 之间")
_RANGE_SHORT = _("超出范围")
_TOTAL_TITLE = _("总分不等于各项之和")
_TOTAL = _("总分填的是 {found}，各项之和为 {expected}")
_TOTAL_SHORT = _("合计不符")
_DEDUCTION_TITLE = _("扣分没有理由")
_DEDUCTION = _("“{part}”扣了 {points} 分，请写明理由")
_RED_TITLE = _("有滞后仍给满分，没有理由")
_RED = _("“{part}”有滞后，给了满分 {maximum} 分，请写明理由")
_REASON_SHORT = _("理由未填")


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One row of a review sheet, every figure as printed.

    ``where`` is its key (``rows[0]``); ``red`` names the parts in which a red light stands, as far as that is known.
    """

    where: str
    scores: Mapping[Part, str]
    total: str = ""
    reasons: Mapping[Part, str] = field(default_factory=dict)
    red: frozenset[Part] = frozenset()

    def key(self, part: Part) -> str:
        """The key of a part's square, by the exchange format's names."""
        return f"{self.where}.{score_name(part)}"


def score_name(part: Part) -> str:
    """The exchange format's name of a part's score."""
    return f"score_{part.value}"


def total_of(scores: Mapping[Part, str]) -> Decimal | None:
    """The sum of the four scores, by the formula of the sheet; None until each states points within its maximum."""
    formula = EDITION.formulas[f"{ROWS}[].{TOTAL}"]
    assert isinstance(formula, Sum)
    stated = [_within(part, scores.get(part, "")) for part in Part]
    return formula.of([read("" if points is None else f"{points:f}") for points in stated]).value


def _within(part: Part, text: str) -> Decimal | None:
    points = points_in(text)
    return points if points is not None and 0 <= points <= MAXIMA[part] else None


def rows_of(sheet: Facts, red: Sequence[frozenset[Part]]) -> tuple[ScoredRow, ...]:
    """The rows of a sheet, with the red parts of each."""
    rows = sheet.lists.get(ROWS, ())
    said = [sheet.said_in(row) for row in rows]
    return tuple(
        ScoredRow(
            where=f"{ROWS}[{row.ref}]",
            scores={part: row[score_name(part)] for part in Part},
            total=row[TOTAL],
            reasons={part: words.get(f"reason_{part.value}", "") for part in Part},
            red=behind,
        )
        for row, words, behind in zip(rows, said, red, strict=True)
    )


def check_scores(rows: Iterable[ScoredRow]) -> tuple[Finding, ...]:
    """Every finding of V27, row by row in the order of the rubric, the total last."""
    return tuple(finding for row in rows for finding in _check_row(row))


def _check_row(row: ScoredRow) -> Iterator[Finding]:
    for part in Part:
        text = row.scores.get(part, "")
        if not text.strip():
            continue
        score = _within(part, text)
        if score is None:
            yield _out_of_range(row, part, text)
        else:
            yield from _reason_due(row, part, score)
    yield from _total(row)


def _finding(
    severity: Severity, where: str, words: tuple[str, str, str], values: Mapping[str, object], expected: str = ""
) -> Finding:
    title, say, short = words
    return Finding(
        rule=RULE,
        severity=severity,
        where=where,
        title=Message(title),
        message=Message(say, {**values, "found": quoted(str(values["found"]))}),
        short=Message(short),
        found=str(values["found"]),
        expected=expected,
    )


def _out_of_range(row: ScoredRow, part: Part, text: str) -> Finding:
    values = {"part": Message(PART_NAMES[part]), "found": text, "maximum": MAXIMA[part]}
    return _finding(Severity.ERROR, row.key(part), (_RANGE_TITLE, _RANGE, _RANGE_SHORT), values)


def _reason_due(row: ScoredRow, part: Part, score: Decimal) -> Iterator[Finding]:
    maximum = MAXIMA[part]
    values = {
        "part": Message(PART_NAMES[part]),
        "found": row.scores[part],
        "maximum": maximum,
        "points": f"{maximum - score:f}",
    }
    if row.reasons.get(part, "").strip():
        return
    if score < maximum:
        yield _finding(Severity.WARNING, row.key(part), (_DEDUCTION_TITLE, _DEDUCTION, _REASON_SHORT), values)
    elif part in row.red:
        yield _finding(Severity.WARNING, row.key(part), (_RED_TITLE, _RED, _REASON_SHORT), values)


def _total(row: ScoredRow) -> Iterator[Finding]:
    expected = total_of(row.scores)
    if expected is not None and row.total.strip() and points_in(row.total) != expected:
        values = {"found": row.total, "expected": f"{expected:f}"}
        words = (_TOTAL_TITLE, _TOTAL, _TOTAL_SHORT)
        yield _finding(Severity.ERROR, f"{row.where}.{TOTAL}", words, values, expected=f"{expected:f}")
