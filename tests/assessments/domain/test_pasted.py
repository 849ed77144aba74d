"""A text pasted from another fund is the same but for figures, blanks, signs and fund names."""

from dataclasses import replace

import pytest
from hypothesis import given

from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.domain.pasted import bare_words, is_pasted
from tests.filings import monitoring, revised, row, self_assessment
from tests.strategies import texts


def _facts(fund: Fund, text: str) -> Facts:
    return replace(monitoring(texts={"deviation_and_measures": text}), fund=fund)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("完成80%，参保人数减少，加强宣传。", "完成 64%, 参保人数减少,加强宣传"),
        ("机关事业单位养老保险（改革）支出偏慢，将加快拨付", "城乡居民养老保险支出偏慢，将加快拨付"),
        ("城乡居民基本养老保险：人数减少", "职工基本医疗保险（含生育）人数减少！"),
        ("企业职工养老保险支出偏慢", "机关事业单位养老保险支出偏慢"),
        ("机关事业单位基本养老支出偏慢", "城乡居民基本医疗支出偏慢"),
        ("城镇职工医保支出偏慢", "职工基本医疗（含生育）支出偏慢"),
        ("ＡＢＣ原因", "ABC原因"),
    ],
)
def test_figures_blanks_signs_and_fund_names_do_not_hide_a_pasted_text(own: str, other: str) -> None:
    assert is_pasted(_facts(Fund.GOV_PENSION, own), [_facts(Fund.RESIDENT_PENSION, other)])


@pytest.mark.parametrize(("own", "other"), [("人数减少", "资金未到位"), ("", ""), ("80%", "64%"), ("人数减少", "")])
def test_other_words_and_no_words_are_not_pasted(own: str, other: str) -> None:
    assert not is_pasted(_facts(Fund.GOV_PENSION, own), [_facts(Fund.RESIDENT_PENSION, other)])


def test_the_same_fund_is_not_compared_with_itself() -> None:
    facts = _facts(Fund.GOV_PENSION, "人数减少")
    assert not is_pasted(facts, [facts])


def test_words_at_the_indicators_are_compared_too() -> None:
    own = replace(self_assessment(row(deviation_reason="人数减少")), fund=Fund.GOV_PENSION)
    other = replace(self_assessment(row(corrective_measure="人数减少 5 人")), fund=Fund.WORK_INJURY)
    assert not is_pasted(own, [other])
    assert is_pasted(own, [revised(other, indicators=(row(corrective_measure="人数减少 5"),))])


@given(texts)
def test_what_is_left_of_a_text_has_no_figures_and_no_blanks(text: str) -> None:
    left = bare_words(text)
    assert not any(char.isdigit() or char.isspace() for char in left)
