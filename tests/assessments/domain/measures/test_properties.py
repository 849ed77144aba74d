"""What holds for every text."""

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessments.domain.measures import Kind, read, read_amount
from tests.strategies import numbers, plain_figures, texts, unit_symbols


@settings(deadline=None)
@given(texts)
@example("9" * 60 + "%")
@example("好" * 10_000)
@example("\ud800≥95%\x00")
@example("👨‍👩‍👧‍👦" * 50)
@example("," * 10_000)
@example("1," * 5_000)
@example("≥" * 10_000)
def test_reading_never_raises_and_keeps_the_raw_text(text: str) -> None:
    for measure in (read(text), read_amount(text), read_amount(text, "元", allow_negative=True)):
        assert measure.raw == text
        assert (measure.problem is not None) == (measure.kind is Kind.UNREADABLE or measure.malformed)
        if sentence := measure.reading():
            assert str(sentence) != ""


@given(texts)
def test_the_printed_text_reads_as_the_same(text: str) -> None:
    measure = read(text)
    again = read(measure.printed())
    assert again.meaning == measure.meaning
    assert again.printed() == measure.printed()


@given(texts)
def test_bounds_are_in_order(text: str) -> None:
    measure = read(text)
    if measure.low is not None and measure.high is not None:
        assert measure.low <= measure.high


@given(plain_figures())
def test_a_printed_value_lies_in_its_interval(figure: tuple[Decimal, str, str]) -> None:
    number, _symbol, text = figure
    measure = read(text)
    assert measure.number == number
    assert measure.interval is not None
    assert measure.value is not None
    assert measure.value in measure.interval
    assert measure.interval.high - measure.interval.value == measure.interval.value - measure.interval.low


@given(numbers, numbers, unit_symbols)
def test_a_larger_number_reads_as_a_larger_value(first: Decimal, second: Decimal, symbol: str) -> None:
    low, high = (read(f"{number:f}{symbol}").value for number in sorted((first, second)))
    assert low is not None
    assert high is not None
    assert low <= high


@given(numbers, numbers, unit_symbols, st.sampled_from(["至", "–", "～"]))
def test_a_band_holds_both_its_ends(first: Decimal, second: Decimal, symbol: str, joint: str) -> None:
    measure = read(f"{first:f}{symbol}{joint}{second:f}{symbol}")
    assert measure.malformed == (first > second)
    assert measure.allows(read(f"{first:f}{symbol}").low or Decimal(0))
    assert measure.allows(read(f"{second:f}{symbol}").low or Decimal(0))


@given(st.integers(0, 10**14 - 1), st.sampled_from(["{:d}", "{:,d}"]))
def test_an_amount_is_read_with_or_without_separators(number: int, spelling: str) -> None:
    full_width = str.maketrans("0123456789,", "０１２３４５６７８９，")
    text = spelling.format(number)
    assert read_amount(text).number == number
    assert read_amount(text.translate(full_width)).number == number
