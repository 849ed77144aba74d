"""A review sheet's figures: its rates (V01), the same figures on the forms it lists (V21), its pace (V22)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assessments.domain.consistency import Finding, Severity
from assessments.domain.consistency.forms.leaps_of_execution import HIGHEST, LOWEST
from assessments.domain.consistency.stated_rates import rate_places, stated_rate
from assessments.domain.facts import Facts, Row
from assessments.domain.measures import Interval, Outcome, Quantity, compare, read_amount
from assessments.domain.rounding import printed_rate, without_residue
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of
from assessments.editions.review_sheet_2020 import ROWS
from reviews.domain.red_lights import filing_of, progress_of

_RATE_TITLE = _("比率与分子、分母不符")
_RATE = _("“{found}”与 {executed} ÷ {budget} 不符，应为 {expected}")
_SAME_TITLE = _("审核表与所列的表不符")
_SAME = _("审核表填的是 {found}，该单位的表填的是 {expected}")
_PACE_TITLE = _("执行数与时间进度相差太大")
_PACE = _("执行率 {executed} ÷ {budget} = {rate}，是时间进度的 {pace}，超出 50%–200%，请说明原因")
_SHORT_RATE, _SHORT_SAME, _SHORT_PACE = _("与计算不符"), _("两表不符"), _("变化太大")
_QUOTIENT = _("{executed} ÷ {budget}")
_RATES = ("execution_rate", "overall_completion_rate")


def check_rates(sheet: Facts, _filings: Sequence[Facts]) -> Iterator[Finding]:
    """V01: the printed execution rates are the rows' own."""
    for where, row in _rows(sheet):
        yield from _rate(row, where)


def check_same(sheet: Facts, filings: Sequence[Facts]) -> Iterator[Finding]:
    """V21: the rows repeat the forms of the same file that they list."""
    for where, row in _rows(sheet):
        if facts := filing_of(row, filings):
            yield from _same(row, where, facts)


def check_pace(sheet: Facts, filings: Sequence[Facts]) -> Iterator[Finding]:
    """V22: the execution of rows whose form is not in the file, held to the time that has passed."""
    progress = progress_of(sheet, filings)
    for where, row in _rows(sheet):
        if progress and not filing_of(row, filings):
            yield from _pace(row, where, progress)


def _rows(sheet: Facts) -> Iterator[tuple[str, Row]]:
    """Place and squares of every row."""
    return ((f"{ROWS}[{row.ref}]", row) for row in sheet.lists.get(ROWS, ()))


def _amount(row: Row, name: str) -> Quantity | None:
    return read_amount(row[name]).quantity


def _rate(row: Row, where: str) -> Iterator[Finding]:
    text = row["execution_rate"]
    stated, budget, executed = stated_rate(text), _amount(row, "adjusted_budget"), _amount(row, "executed")
    rate = Interval.around(executed).over(Interval.around(budget)) if budget and executed else None
    outcome = compare(stated, rate) if stated and rate else Outcome.PASS
    if outcome is Outcome.PASS or stated is None or rate is None or budget is None or executed is None:
        return
    expected = printed_rate(rate.value, rate_places(stated))
    values = _quotient(executed, budget) | {"found": text, "expected": expected}
    severity = Severity.NOTICE if outcome is Outcome.NOTICE else Severity.ERROR
    words = (_RATE_TITLE, _RATE, _SHORT_RATE)
    yield _finding("V01", severity, f"{where}.execution_rate", words, values, text, expected)


def _same(row: Row, where: str, facts: Facts) -> Iterator[Finding]:
    """Figures that the form prints too; a blank on either side is the form's or the sheet's own business."""
    edition = edition_of(facts)
    for name, key in (
        ("adjusted_budget", edition.budget),
        ("received", "received.total"),
        ("executed", edition.executed),
    ):
        text, filed = row[name], facts.value(key)
        yield from _differs(
            f"{where}.{name}", text, filed, _amount(row, name), read_amount(filed, facts.amount_unit).quantity
        )
    for name in _RATES:
        text, filed = row[name], facts.value(name)
        yield from _differs(f"{where}.{name}", text, filed, stated_rate(text), stated_rate(filed))


def _differs(
    where: str, found: str, expected: str, printed: Quantity | None, filed: Quantity | None
) -> Iterator[Finding]:
    if printed is None or filed is None or compare(printed, Interval.around(filed)) is not Outcome.DIFFERS:
        return
    values = {"found": found, "expected": expected}
    yield _finding("V21", Severity.ERROR, where, (_SAME_TITLE, _SAME, _SHORT_SAME), values, found, expected)


def _pace(row: Row, where: str, progress: Decimal) -> Iterator[Finding]:
    budget, executed = _amount(row, "adjusted_budget"), _amount(row, "executed")
    if budget is None or executed is None or budget.value <= 0:
        return
    rate = executed.value / budget.value
    pace = without_residue(rate / progress)
    if LOWEST <= pace <= HIGHEST:
        return
    values = _quotient(executed, budget) | {"rate": printed_rate(rate, 2), "pace": printed_rate(pace, 2)}
    words = (_PACE_TITLE, _PACE, _SHORT_PACE)
    yield _finding("V22", Severity.WARNING, f"{where}.executed", words, values, row["executed"])


def _quotient(executed: Quantity, budget: Quantity) -> dict[str, object]:
    return {"executed": f"{executed.number:f}", "budget": f"{budget.number:f}"}


def _finding(
    rule: str,
    severity: Severity,
    where: str,
    words: tuple[str, str, str],
    values: Mapping[str, object],
    found: str,
    expected: str = "",
) -> Finding:
    title, say, short = words
    arithmetic = Message(_QUOTIENT, values) if "executed" in values else None
    return Finding(
        rule, severity, where, Message(title), Message(say, values), Message(short), found, expected, arithmetic
    )
