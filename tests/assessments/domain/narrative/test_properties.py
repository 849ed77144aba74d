"""What holds for every text: it is read to its end, without an error, in time that grows with its length."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessments.domain.consistency import check_dossier
from assessments.domain.narrative.normalised import plain
from assessments.domain.narrative.scopes import Home
from assessments.domain.narrative.subjects import Naming
from assessments.domain.narrative.tokens import tokens
from assessments.domain.narrative.words import by_first_character
from tests.assessments.domain.narrative.texts import claims, report
from tests.strategies import any_text

_WORDS = sorted(known.text for words in by_first_character().values() for known in words)
_FIGURES = (
    "5万元",
    "2.36亿元",
    "98%",
    "1,23,4",
    "12..5%",
    "5%%",
    "3.2:1",
    "≥95%",
    "95%至105%",
    "-5%",
    "（300）万元",
    "1573人",
)
_NAMES = (
    "机关事业单位养老保险",
    "社会保险基金",
    "居民",
    "收入",
    "支出",
    "结余",
    "滚存结余",
    "参保人数",
    "领取待遇",
    "全县",
    "2022年",
)
#: Texts made of what reports are made of, in any order.
almost_reports = st.lists(st.sampled_from((*_WORDS, *_FIGURES, *_NAMES)), max_size=40).map("".join)
texts = st.one_of(any_text, almost_reports)


@given(st.lists(texts, max_size=4))
@example(["1,23,4万元，12..5%，5%%，收入１,２３４．５０万元"])
@example(["。，；：（（（）"])
@example(["<table><tr><td>收入</td><td>5万元</td></tr></table>"])
@example(["结余-5万元，结余（5）万元，结余(5万元)"])
@example(["\ud800收入5万元\x00"])
@example(["收入9999999999999999999999999999万元，增长99999999999999999999999%"])
@example(["收入5万元。" * 3, "收入5万元。" * 3])
@example(["分别为5万元和6万元", "其中：其中：5万元（其中6万元", "）收入5万元）"])
def test_any_text_is_checked_without_an_error(paragraphs: list[str]) -> None:
    dossier = report(*paragraphs)
    for finding in check_dossier(dossier).findings:
        assert str(finding.message)
        if finding.span is not None and finding.span.paragraph is not None:
            paragraph = paragraphs[finding.span.paragraph]
            assert 0 <= finding.span.start <= finding.span.end <= len(paragraph)


@given(texts | st.text(st.sampled_from("　 \u200b１%％㎡a5<b>&;收入\n"), max_size=30))
def test_markup_behind_a_paragraph_changes_nothing_of_how_it_is_read(text: str) -> None:
    alone, before = plain(text), plain(f"{text}<b>")
    assert (alone.text, alone.origins) == (before.text, before.origins)


@given(texts)
def test_tokens_leave_nothing_out(text: str) -> None:
    read = plain(text)
    pieces = tokens(read.text, Naming(), Home())
    assert "".join(piece.text for piece in pieces) == read.text


@given(texts)
def test_every_claim_stands_in_its_paragraph(text: str) -> None:
    for claim in claims(text).values:
        figure = text[claim.spot.start : claim.spot.end]
        assert any(char.isdigit() for char in figure)
        assert claim.words.endswith(figure)


@given(texts)
def test_the_same_text_is_read_the_same_way_again(text: str) -> None:
    assert claims(text).values == claims(text).values


_SHORT, _LONG = 12_500, 50_000


def seconds(text: str) -> float:
    """The CPU time of checking a report that says this."""
    began = time.process_time()
    check_dossier(report(text))
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    [
        "，",
        "1",
        "1,",
        "（",
        "（其中",
        "其中5万元，",
        "合计5万元，",
        "收入、支出分别为5万元、",
        "机关养老保险基金收入5万元增长5%，",
        "养老",
        "基本养老待遇",
        "<p>",
        "目标值≥5%，完成值3%，达到预期目标。",
        "预算5万元支出6万元完成预算的7%，",
    ],
)
def test_time_grows_with_length_and_not_with_its_square(piece: str) -> None:
    short, long = (seconds(piece * (length // len(piece))) for length in (_SHORT, _LONG))
    assert long < 8 * short + 0.5
