"""The place of a square's text: a text row, a money line or a field of an indicator row."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, QuerySet

from assessments.domain.facts import Grade, Nature, split_indicator_key
from assessments.domain.measures import read, read_amount
from assessments.domain.wording import Message, gettext_noop
from assessments.models import Filing, FilingText, IndicatorRow, MoneyLine
from assessments.sheets.acceptance import refusal, text_refusal
from assessments.sheets.contents import TYPED, Box, SquareKind
from assessments.sheets.editions import sheet_of

_UNKNOWN_CHOICE = gettext_noop("“{name}”请从列表中选择，不能填“{value}”")

#: Fields of an indicator row that have no square on the paper, with the number of characters they hold.
_BESIDE_THE_PAPER = {"deviation_reason": 2000, "corrective_measure": 2000}
_CHOICES: dict[str, frozenset[str]] = {
    "nature": frozenset({"", *Nature}),
    "grade": frozenset({"", *Grade}),
}


@dataclass(frozen=True, slots=True)
class Target(ABC):
    """One square of one filing."""

    filing: Filing
    key: str
    box: Box | None

    @abstractmethod
    def rows(self) -> QuerySet[Any]:
        """The row that holds the square; none where it is gone."""

    @abstractmethod
    def stored(self, value: str) -> dict[str, Any]:
        """The columns to write for ``value``: the text as typed, and its reading."""

    @property
    def column(self) -> str:
        """The column that holds the text as typed."""
        return "raw"

    def refusal(self, value: str) -> Message | None:
        """The reason why the square cannot hold ``value``; None where it can."""
        return refusal(self.box, value) if self.box else None

    def correction(self, value: str) -> str:
        """The value to offer in place of a refused ``value``; blank where nothing else can be meant for sure."""
        return ""

    def swap(self, was: str, value: str) -> bool:
        """Writes ``value`` if the square still holds ``was``; says whether it did."""
        return self.rows().filter(**{self.column: was}).update(**self.stored(value)) == 1

    def current(self) -> str | None:
        """The value of the square now; None where its row is gone."""
        return self.rows().values_list(self.column, flat=True).first()


class TextTarget(Target):
    """A plain square."""

    def rows(self) -> QuerySet[FilingText]:
        return FilingText.objects.filter(filing=self.filing, key=self.key)

    def stored(self, value: str) -> dict[str, Any]:
        return {"raw": value}


class MoneyTarget(Target):
    """A square of the money block; a blank is no amount, never 0."""

    def rows(self) -> QuerySet[MoneyLine]:
        column, _dot, line = self.key.partition(".")
        return MoneyLine.objects.filter(filing=self.filing, column=column, line=line)

    def stored(self, value: str) -> dict[str, Any]:
        return {"raw": value, "amount": read_amount(value).number}

    def correction(self, value: str) -> str:
        return read_amount(value).correction


class IndicatorTarget(Target):
    """A field of an indicator row of the same filing."""

    @property
    def column(self) -> str:
        return self._parts()[1]

    def rows(self) -> QuerySet[IndicatorRow]:
        ref = self._parts()[0]
        if not ref.isdecimal() or not ref.isascii() or len(ref) > 18:
            return IndicatorRow.objects.none()
        return IndicatorRow.objects.filter(filing=self.filing, pk=int(ref))

    def stored(self, value: str) -> dict[str, Any]:
        reading = {f"{self.column}_reading": reading_of(value)} if self.column in ("target", "actual") else {}
        return {self.column: value, **reading}

    def refusal(self, value: str) -> Message | None:
        name = _name_of(self.column)
        if self.column in _CHOICES:
            known = value in _CHOICES[self.column]
            return None if known else Message(_UNKNOWN_CHOICE, {"name": name, "value": value[:40]})
        if self.column in _BESIDE_THE_PAPER:
            return text_refusal(name, value, _BESIDE_THE_PAPER[self.column])
        return Target.refusal(self, value)

    def _parts(self) -> tuple[str, str]:
        return split_indicator_key(self.key) or ("", "")


def target_of(filing: Filing, key: str) -> Target | None:
    """The square ``key`` of ``filing`` if a person may type into it; None for computed, locked and unknown squares."""
    box = sheet_of(filing.edition).box(key)
    if parts := split_indicator_key(key):
        beside = parts[1] in _BESIDE_THE_PAPER or parts[1] in _CHOICES
        typed = box is not None and box.kind in TYPED
        return IndicatorTarget(filing, key, box) if beside or typed else None
    if box is None or box.kind not in TYPED:
        return None
    return (MoneyTarget if box.kind is SquareKind.MONEY else TextTarget)(filing, key, box)


def reading_of(text: str) -> str:
    """The reading of ``text``, in one line; blank where it adds nothing."""
    reading = read(text).reading()
    return str(reading)[:600] if reading else ""


def _name_of(column: str) -> str:
    """The official name of an indicator row's field."""
    field = IndicatorRow._meta.get_field(column)
    return str(field.verbose_name) if isinstance(field, Field) else column
