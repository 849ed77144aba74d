"""What Hypothesis draws from: texts of every kind, figures as people write them, whole filings."""

from decimal import Decimal

from hypothesis import strategies as st

from assessments.domain.facts import Facts, Grade, Indicator, Nature
from assessments.domain.funds import Fund
from assessments.domain.kinds import CALLED_FOR
from assessments.domain.units import UNITS
from assessments.editions import EDITIONS
from assessments.sheets.edition import Edition

#: Any text at all: every plane of Unicode, control characters and lone surrogates included.
any_text = st.text(st.characters(exclude_categories=()), max_size=60)

#: Texts made of what figures are made of, so that almost-figures are drawn as often as figures.
_PIECES = (
    *(
        "≥",
        "≤",
        "＞",
        "<",
        "不低于",
        "不超过",
        "以上",
        "以内",
        "±",
        "至",
        "–",
        "-",
        "、",
        "，",
        ",",
        ".",
        "。",
        " ",
        "每月",
        "日前",
    ),
    *(
        "%",
        "％",
        "人",
        "万元",
        "亿元",
        "个月",
        "0",
        "5",
        "25",
        "95",
        "１０５",
        "1,234",
        "1e5",
        "NaN",
        "٣",
        "²",
        "年",
        "月底前",
        "x",
    ),
    *("按时发放", "上访率", "\u200b", "\x00", "\ud800", "😀"),
)
almost_figures = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)

texts = st.one_of(any_text, almost_figures)

#: Numbers as they can be printed: at most eight decimals.
numbers = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2) | st.integers(
    0, 10**9
).map(Decimal)
unit_symbols = st.sampled_from(["", *sorted(UNITS)])


@st.composite
def plain_figures(draw: st.DrawFn) -> tuple[Decimal, str, str]:
    """A number, a unit's spelling, and the text made of both."""
    number, symbol = draw(numbers), draw(unit_symbols)
    return number, symbol, f"{number:f}{symbol}"


#: Ratios and amounts that are not negative.
amounts = st.decimals(min_value=0, max_value=10**8, allow_nan=False, allow_infinity=False, places=2)
positive_amounts = st.decimals(
    min_value=Decimal("0.01"), max_value=10**8, allow_nan=False, allow_infinity=False, places=2
)

_TARGETS = st.sampled_from(
    [
        "",
        "2834人",
        "≥95%",
        "＞95%",
        "≤0",
        "≤1%",
        "95%至105%",
        "105%≤≥95%",
        "3.59亿元±5%",
        "5317.46万元",
        "每月25日前",
        "100%",
        "50、6.17",
        "上访率控制在0.1%以内",
        "按时发放",
        "0",
        "1,23,4",
    ]
)
_ACTUALS = st.sampled_from(
    [
        "",
        "2977人",
        "0人",
        "0",
        "≥95%",
        "96.4%",
        "100%",
        "12.5%",
        "3.6亿元",
        "5317万元",
        "按时发放",
        "52、15",
        "161.46",
        "-5",
        "5%%",
    ]
)
_NAMES = st.sampled_from(
    [
        "参保缴费人数",
        "基本养老支出预算执行率",
        "基本养老收入预算执行率",
        "缴费标准",
        "满意度",
        "上访率",
        "基金支出",
        "发放时效",
        "",
    ]
)
_WORDS = st.sampled_from(["", "　", "人数减少", "加强宣传"])


def indicators(ref: str) -> st.SearchStrategy[Indicator]:
    """A row with any mix of targets, actuals, natures, grades and words."""
    return st.builds(
        Indicator,
        ref=st.just(ref),
        level3=_NAMES,
        target=st.one_of(_TARGETS, texts),
        actual=st.one_of(_ACTUALS, texts),
        completion_rate=st.one_of(st.sampled_from(["", "75%", "105%", "109.00%"]), texts),
        nature=st.none() | st.sampled_from(Nature),
        grade=st.none() | st.sampled_from(Grade),
        deviation_reason=_WORDS,
        corrective_measure=_WORDS,
    )


#: The editions that units fill in.
FILED = {code: edition for code, edition in EDITIONS.items() if edition.kind in CALLED_FOR}


@st.composite
def filings(draw: st.DrawFn) -> Facts:
    """A filing of a released edition, filled with anything."""
    edition = draw(st.sampled_from(list(FILED.values())))
    count = draw(st.integers(0, 6))
    money = st.one_of(st.sampled_from(["", "0", "542", "14158", "1,234", "１２", "-5", "abc"]), texts)
    return Facts(
        form=edition.kind.form,
        edition=edition.code,
        fund=draw(st.none() | st.sampled_from(Fund)),
        year=draw(st.none() | st.integers(2000, 2100)),
        month=draw(st.none() | st.integers(1, 12)),
        imported=draw(st.booleans()),
        extras=draw(st.dictionaries(st.sampled_from(["note", "remark"]), texts, max_size=2)),
        squares={**_texts(draw, edition), **{key: draw(money) for key in edition.amounts}},
        lists={"indicators": tuple(draw(indicators(str(number))) for number in range(count))},
    )


def _texts(draw: st.DrawFn, edition: Edition) -> dict[str, str]:
    keys = [*edition.header, *edition.goals, "execution_rate", "overall_completion_rate", "deviation_and_measures"]
    return {
        key: draw(st.one_of(st.sampled_from(["", "77%", "80%", "有偏差"]), texts))
        for key in keys
        if draw(st.booleans())
    }
