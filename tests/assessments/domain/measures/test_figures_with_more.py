"""Figures with something beside them: proportions, two limits, things that are counted, remarks in brackets."""

from decimal import Decimal

import pytest

from assessments.domain.measures import Kind, read


def _bounds(text: str) -> tuple[Kind, Decimal | None, Decimal | None]:
    measure = read(text)
    return measure.kind, measure.low, measure.high


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1.8:1", Kind.VALUE, "1.8"),
        ("1.8：1", Kind.VALUE, "1.8"),
        ("1.8 : 1", Kind.VALUE, "1.8"),
        ("1.8∶1", Kind.VALUE, "1.8"),
        ("3:100", Kind.VALUE, "0.03"),
        ("≥1.8:1", Kind.AT_LEAST, "1.8"),
        ("不低于1.8:1", Kind.AT_LEAST, "1.8"),
    ],
)
def test_so_many_to_one_is_a_figure(text: str, kind: Kind, value: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.low) == (kind, Decimal(value))
    assert measure.unit is not None
    assert measure.unit.dimension == ":1"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("≥90%或≤110%", "0.9", "1.1"),
        ("＞90%或＜110%", "0.9", "1.1"),
        ("90%以上或110%以下", "0.9", "1.1"),
        ("不低于90%或不高于110%", "0.9", "1.1"),
    ],
)
def test_either_of_two_limits_that_meet_is_a_band(text: str, low: str, high: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.low, measure.high) == (Kind.BAND, Decimal(low), Decimal(high))
    assert not measure.malformed


@pytest.mark.parametrize("text", ["≤90%或≥110%", "≥110%或≤90%", "5次或6次", "按月或按季发放"])
def test_either_of_two_things_that_do_not_meet_is_words(text: str) -> None:
    assert read(text).kind is Kind.WORDING


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("3000张", "张"),
        ("2辆", "辆"),
        ("1.5吨", "吨"),
        ("4台", "台"),
        ("2万册", "册"),
        ("500平方米", "平方米"),
        ("12处", "处"),
        ("36学时", "学时"),
    ],
)
def test_things_are_counted_and_measured(text: str, dimension: str) -> None:
    measure = read(text)
    assert measure.kind is Kind.VALUE
    assert measure.unit is not None
    assert measure.unit.dimension == dimension


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("96.4%（问卷300份）", Kind.VALUE, "96.4%"),
        ("96.4%(发放问卷 300 份，回收 289 份)", Kind.VALUE, "96.4%"),
        ("96.4%（目标≥95%）", Kind.VALUE, "96.4%"),
        ("2977人（其中女性1200人）", Kind.VALUE, "2977人"),
        ("2977人（含退休人员）", Kind.VALUE, "2977人"),
        ("10934万元（含上级补助）。", Kind.VALUE, "10934万元"),
        ("≥95%（第三方调查）", Kind.AT_LEAST, "≥95%"),
        ("95%–105%（剔除一次性因素）", Kind.BAND, "95%–105%"),
    ],
)
def test_a_remark_in_brackets_leaves_its_figure(text: str, kind: Kind, printed: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.printed(), measure.raw) == (kind, printed, text)


@pytest.mark.parametrize(
    "text",
    [
        "3.59亿元（上下浮动5%）",
        "5317（单位：万元）",
        "2834（在册人员）",
        "96.4%（不低于95%）",
        "5%（下降）",
        "500元（每人每月）",
        "按时发放（3次）",
    ],
)
def test_words_in_brackets_that_may_change_the_figure_are_no_remark(text: str) -> None:
    assert not read(text).is_numeric


@pytest.mark.parametrize("text", ["1：2", "8:30", "抚养比1.5:1", "1:1:1"])
def test_a_proportion_is_words(text: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.problem) == (Kind.WORDING, None)
