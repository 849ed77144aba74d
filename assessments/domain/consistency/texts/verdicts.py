"""The judgement of a figure in a running text, and the words of a finding about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assessments.domain.consistency.finding import Finding, Severity, Span
from assessments.domain.consistency.rule import DossierRule, finding
from assessments.domain.dossier import Dossier
from assessments.domain.measures import Interval, Outcome, Quantity, compare
from assessments.domain.narrative.claims import Spot
from assessments.domain.rounding import half_up
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

SHORT = _("与计算不符")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Expectation:
    """The value that other printed figures give for a stated one, and the way to it."""

    interval: Interval
    arithmetic: str


def judged(
    stated: Quantity,
    expectations: Iterable[Expectation],
    compared: Callable[[Quantity, Interval], Outcome] = compare,
) -> tuple[Outcome, Expectation] | None:
    """The best outcome over all readings of a sentence; None where there is nothing to compare with.

    A figure that one reading confirms is not doubted because of another one.
    """
    found: list[tuple[Outcome, Expectation]] = []
    for expectation in expectations:
        outcome = compared(stated, expectation.interval)
        if outcome is Outcome.PASS:
            return outcome, expectation
        found.append((outcome, expectation))
    near = next((one for one in found if one[0] is Outcome.NOTICE), None)
    return near or (found[0] if found else None)


def printed_like(interval: Interval, stated: Quantity) -> str:
    """The expected value in the unit and with the decimals of the stated one."""
    number = half_up(interval.value.scaleb(-stated.power), stated.places)
    if stated.places:
        number = number.quantize(stated.number)
    return f"{number:f}{stated.unit.symbol if stated.unit else ''}"


def shown(quantity: Quantity) -> str:
    """A figure with its unit, as it goes into an arithmetic."""
    return quantity.printed()


def in_one_unit(*quantities: Quantity) -> tuple[str, ...]:
    """Figures for an arithmetic: without their unit where it is the same for all."""
    if len({quantity.unit for quantity in quantities}) == 1:
        return tuple(f"{quantity.number:f}" for quantity in quantities)
    return tuple(quantity.printed() for quantity in quantities)


def quoted(words: str) -> str:
    """The words of a figure, shortened from the left: the figure stands at their end."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"…{plain[-_LONGEST:]}"


def in_text(
    rule: DossierRule,
    dossier: Dossier,
    text: int,
    spot: Spot,
    message: Message,
    *,
    found: str = "",
    expected: str = "",
    severity: Severity | None = None,
    arithmetic: str = "",
    short: str = SHORT,
    title: str = "",
) -> Finding:
    """A finding about words of a text: where they stand, and which characters they are."""
    where, span = place(dossier, text, spot)
    return finding(
        rule,
        where,
        message,
        short,
        title=title,
        found=found or printed(dossier, text, spot),
        expected=expected,
        severity=severity,
        arithmetic=Message(arithmetic) if arithmetic else None,
        span=span,
    )


def place(dossier: Dossier, text: int, spot: Spot) -> tuple[str, Span]:
    """The place in the file of some words, and their span."""
    read = dossier.ledger.texts[text]
    if read.narrative is not None:
        where = dossier.place_of_paragraph(read.narrative, spot.paragraph)
        return where, Span(spot.start, spot.end, read.narrative, spot.paragraph)
    return dossier.place_of_filing(read.filing or 0, read.square), Span(spot.start, spot.end)


def printed(dossier: Dossier, text: int, spot: Spot) -> str:
    """The words at ``spot`` as printed."""
    return dossier.ledger.texts[text].reading.paragraphs[spot.paragraph][spot.start : spot.end]
