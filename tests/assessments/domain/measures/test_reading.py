"""Every spelling of forms.md §2 and its relatives, read into what it means."""

from decimal import Decimal

import pytest

from assessments.domain.measures import Kind, read


def _bounds(text: str) -> tuple[Kind, Decimal | None, Decimal | None]:
    measure = read(text)
    return measure.kind, measure.low, measure.high


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("13147人", "13147", "人"),
        ("1,234人", "1234", "人"),
        ("1，234户", "1234", "户"),
        ("１２３４户", "1234", "户"),
        ("12 万人", "120000", "人"),
        ("0.3万人", "3000", "人"),
        ("2834人次", "2834", "人次"),
        ("5317.46万元", "53174600", "元"),
        ("3.59亿元", "359000000", "元"),
        ("500元", "500", "元"),
        ("161.46元/人", "161.46", "元/人"),
        ("1.2万元/人", "12000", "元/人"),
        ("1200元/人·月", "1200", "元/个月·人"),
        ("1200元/月/人", "1200", "元/个月·人"),
        ("1200元／人.月", "1200", "元/个月·人"),
        ("1200元/人月", "1200", "元/个月·人"),
        ("12次/年", "12", "次/年"),
        ("36场次", "36", "场次"),
        ("60周岁", "60", "岁"),
        ("3千人", "3000", "人"),
        ("5317.46（万元）", "53174600", "元"),
        ("已完成100%", "1", "%"),
        ("均达到100%", "1", "%"),
        ("累计1000人", "1000", "人"),
        ("100%", "1", "%"),
        ("９６.4％", "0.964", "%"),
        ("＝100%", "1", "%"),
        ("达到100%", "1", "%"),
        ("96.4%。", "0.964", "%"),
        ("3‰", "0.003", "%"),
        ("-5%", "-0.05", "%"),
        ("6个月", "6", "个月"),
        ("5日", "5", "天"),
        ("3次", "3", "次"),
        ("124.07", "124.07", ""),
        ("0", "0", ""),
        ("2.36亿", "236000000", ""),
    ],
)
def test_a_value_is_read_with_its_unit(text: str, value: str, dimension: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.value) == (Kind.VALUE, Decimal(value))
    assert (measure.unit.dimension if measure.unit else "") == dimension


@pytest.mark.parametrize(
    "text",
    [
        "≥95%",
        "≧95％",
        ">=95%",
        "=>95%",
        "不低于95%",
        "不少于 95 %",
        "不小于95%",
        "大于等于95%",
        "大于或等于95%",
        "至少95%",
        "95%以上",
        "95％及以上",
        "95%（含）以上",
        "95%以上（含）",
        "≥95%以上",
        "达到95%以上",
        "≥ 95 %",
        "≥95%（含）",
        "≥=95%",
    ],
)
def test_at_least_has_many_spellings(text: str) -> None:
    assert _bounds(text) == (Kind.AT_LEAST, Decimal("0.95"), None)


@pytest.mark.parametrize(
    "text",
    [
        "≤5%",
        "≦5％",
        "<=5%",
        "=<5%",
        "不超过5%",
        "不高于5%",
        "不大于5%",
        "小于等于5%",
        "至多5%",
        "5%以内",
        "5%以下",
        "控制在5%以内",
    ],
)
def test_at_most_has_many_spellings(text: str) -> None:
    assert _bounds(text) == (Kind.AT_MOST, None, Decimal("0.05"))


@pytest.mark.parametrize("text", [">95%", "＞95%", "大于95%", "超过95%", "高于95%", "95%以上（不含）"])
def test_more_than_excludes_its_bound(text: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.low) == (Kind.MORE_THAN, Decimal("0.95"))
    assert not measure.allows(Decimal("0.95"))
    assert measure.allows(Decimal("0.951"))


@pytest.mark.parametrize("text", ["<5%", "＜5%", "﹤5%", "小于5%", "低于5%", "不足5%"])
def test_less_than_excludes_its_bound(text: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.high) == (Kind.LESS_THAN, Decimal("0.05"))
    assert not measure.allows(Decimal("0.05"))


@pytest.mark.parametrize(
    "text",
    [
        "95%至105%",
        "[95%,105%]",
        "（95%，105%）",
        "95%到105%",
        "95%-105%",
        "95%–105%",
        "95%—105%",
        "95%——105%",
        "95%~105%",
        "95%〜105%",
        "95%～105%",
        "95～105%",
        "95-105%",
        "９５％－１０５％",
        "≥95%且≤105%",
        "≥95%，≤105%",
        "95%≤x≤105%",
        "95%≤执行率≤105%",
        "105%≥x≥95%",
        "控制在95%-105%之间",
        "100%±5%",
        "95%以上、105%以下",
        "95%以上105%以下",
        "介于95%和105%之间",
        "95%–105%（含）",
    ],
)
def test_a_band_has_many_spellings(text: str) -> None:
    assert _bounds(text) == (Kind.BAND, Decimal("0.95"), Decimal("1.05"))
    assert not read(text).malformed


@pytest.mark.parametrize(
    "text", ["105%≤≥95%", "105%≤95%", "105%≥≤95%", "95%≤105%", "105%≤x≥95%", "105%-95%", "≥105%且≤95%"]
)
def test_a_malformed_band_is_read_as_the_band_it_means_and_says_so(text: str) -> None:
    measure = read(text)
    assert _bounds(text) == (Kind.BAND, Decimal("0.95"), Decimal("1.05"))
    assert measure.malformed
    assert measure.printed() == "95%–105%"
    assert "95%–105%" in str(measure.problem)


def test_a_tolerance_is_a_band_around_its_amount() -> None:
    assert _bounds("3.59亿元±5%") == (Kind.BAND, Decimal("341050000"), Decimal("376950000"))
    assert _bounds("100人±5") == (Kind.BAND, Decimal(95), Decimal(105))


def test_a_strict_band_excludes_its_bounds() -> None:
    measure = read("＞95%且＜105%")
    assert [measure.allows(Decimal(value)) for value in ("0.95", "1", "1.05")] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("95%<x<105%", ">95%且<105%"),
        ("95%＜执行率≤105%", ">95%且≤105%"),
        ("105%>x≥95%", "≥95%且<105%"),
        ("95%以上且低于105%", "≥95%且<105%"),
        ("高于95%、105%以下", ">95%且≤105%"),
    ],
)
def test_a_strict_band_is_printed_with_its_own_signs(text: str, printed: str) -> None:
    assert (read(text).printed(), read(printed).meaning) == (printed, read(text).meaning)


def test_the_units_of_a_band_may_differ_in_size_but_not_in_kind() -> None:
    assert _bounds("9000万元至1亿元") == (Kind.BAND, Decimal(90_000_000), Decimal(100_000_000))
    assert read("95%-105人").kind is Kind.UNREADABLE


def test_two_values_stay_two_values() -> None:
    measure = read("50、6.17")
    assert measure.kind is Kind.MULTIPLE
    assert [quantity.number for quantity in measure.quantities] == [Decimal(50), Decimal("6.17")]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("每月25日前", "每月25日前"),
        ("每月２５日之前", "每月25日前"),
        ("每个月25号前", "每月25日前"),
        ("每月25日", "每月25日前"),
        ("次月15日前", "次月15日前"),
        ("月底前", "月底前"),
        ("每月底前", "每月底前"),
        ("12月底前", "12月底前"),
        ("12月31日前", "12月31日前"),
        ("2020年12月31日以前", "2020年12月31日前"),
        ("2020年9月底前", "2020年9月底前"),
        ("年底前", "年底前"),
        ("2022年底前", "2022年底前"),
        ("2022年年末之前", "2022年底前"),
        ("5日内", "5日内"),
        ("15天以内", "15天内"),
        ("5个工作日内", "5个工作日内"),
        ("30 日内", "30日内"),
    ],
)
def test_a_deadline_is_read_as_one(text: str, printed: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.printed(), measure.malformed) == (Kind.DEADLINE, printed, False)


@pytest.mark.parametrize("text", ["每月45日前", "13月1日前", "2021年2月29日前", "每月0日前"])
def test_a_day_that_does_not_exist_is_a_malformed_deadline(text: str) -> None:
    measure = read(text)
    assert measure.malformed
    assert text in str(measure.problem)


@pytest.mark.parametrize(
    "text",
    [
        "按时发放",
        "充分发挥社会保险的职能作用",
        "上访率0，维护社会稳定",
        "30日内完成审核拨付",
        "约95%",
        "无",
        "三人",
        "好" * 10_000,
        "—",
        "/",
    ],
)
def test_words_stay_words(text: str) -> None:
    assert (read(text).kind, read(text).printed()) == (Kind.WORDING, text)


@pytest.mark.parametrize(
    "text",
    [
        "2022年12月31日",
        "2022年12月",
        "2022年",
        "12月31日",
        "9月份",
        "7月1日起",
        "1-12月",
        "2022年1—9月",
        "2022.12.31",
        "2022-12-31",
        "2022/12/31",
        "2022-12",
        "2022年1月1日至2022年12月31日",
    ],
)
def test_a_date_is_no_amount(text: str) -> None:
    assert (read(text).kind, read(text).problem) == (Kind.WORDING, None)


def test_a_number_inside_words_is_noted() -> None:
    measure = read("上访率控制在0.1%以内，维护社会稳定")
    assert measure.kind is Kind.WORDING
    assert [quantity.value for quantity in measure.quantities] == [Decimal("0.001")]
    assert measure.value is None


@pytest.mark.parametrize(
    "text",
    [
        "1,23,4",
        "12..5%",
        "5%%",
        "NaN",
        "inf",
        "1e5",
        "1_000",
        "٣",
        "10²",
        "①",
        "1 234",
        ".5%",
        "≥95%以下",
        "≥≤95%",
        "3人5户",
        "95%😀",
        "9" * 60,
        "9" * 10_000,
        "0.123456789",
        "50,6.17",
        "≥",
        "%",
        "≥ %",
        "95%\x00",
        "\ud800",
        "\udfff95%",
    ],
)
def test_what_cannot_be_read_says_why(text: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.value) == (Kind.UNREADABLE, None)
    assert str(measure.problem) != ""


@pytest.mark.parametrize("text", ["", " ", "　", "\n", "\u200b", "\ufeff"])
def test_a_blank_is_blank_and_never_zero(text: str) -> None:
    measure = read(text)
    assert (measure.kind, measure.value, measure.low, measure.printed()) == (Kind.BLANK, None, None, "")
