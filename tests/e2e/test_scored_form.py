"""The scored self-assessment in a browser: points that follow from figures, points that are chosen, and their total."""

import pytest
from playwright.sync_api import expect

from assessments.domain.kinds import SELF_ASSESSMENT
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW

ROWS = (
    ("产出指标", "数量指标", "参保缴费人数", "2834人", "2800人", "30"),
    ("产出指标", "质量指标", "待遇发放准确率", "≥95%", "96.4%", "20"),
    ("效益指标", "社会效益指标", "维护社会稳定", "按时足额发放", "全部按时发放", "30"),
    ("满意度指标", "服务对象满意度指标", "参保人员满意度", "≥90%", "95%", "10"),
)
NAMES = ("level1", "level2", "level3", "target", "actual", "weight")
AMOUNTS = {"initial_budget.total": "1000", "budget.total": "1200", "executed.total": "1080"}


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    """A scored form with four indicators, none of words graded yet."""
    bureau = make_bureau(rows=0, kind=SELF_ASSESSMENT.form, edition="self-assessment-scored")
    values = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
    add_rows(filing=bureau.filing, after=None, actor=bureau.clerk, at=NOW, values=values)
    changes = [Change(key, text, "") for key, text in AMOUNTS.items()]
    save_squares(filing_id=bureau.filing.pk, changes=changes, actor=bureau.clerk, at=NOW)
    return bureau


def test_points_follow_from_figures_and_words_are_given_theirs(form: Form, bureau: Bureau) -> None:
    shown = {
        bureau.key(1, "score"): "29.64",
        bureau.key(2, "score"): "20",
        "execution_score": "9",
        "total_weight": "100",
    }
    for key, points in {**shown, "total_weight": "100"}.items():
        assert form.square(key).locator(".v").get_attribute("data-value") == points
    expect(form.reading(bureau.key(1, "score"))).to_have_text("98.80% × 30")
    expect(form.reading("total_score")).to_have_text("还有 1 项未填或未算出")
    words, score = bureau.key(3, "actual"), bureau.key(3, "score")
    form.page.locator(f'select[name="{bureau.key(3, "grade")}"]').select_option("partly")
    form.saved()
    expect(form.reading(score)).to_have_text("可得 18 至 24 分")
    form.input(score).fill("27")
    form.press("Tab")
    form.saved()
    expect(form.reading(score)).to_have_text("分数不对")
    form.input(score).fill("23")
    form.press("Tab")
    form.saved()
    expect(form.square("total_score").locator(".v")).to_have_attribute("data-value", "91.64")
    expect(form.reading("total_score")).to_have_text("等级：优")
    expect(form.square(words)).to_be_visible()
    axe(form.page)
    picture(form.page, "scored-form")


def test_points_are_a_number(form: Form, bureau: Bureau) -> None:
    weight = bureau.key(1, "weight")
    form.input(weight).fill("三十")
    form.press("Tab")
    expect(form.page.locator("#findings [data-refused]")).to_contain_text("“分值”请填 0 到 100 之间的数")
    form.input(weight).fill("20")
    form.press("Tab")
    form.saved()
    expect(form.reading(weight)).to_have_text("")
    expect(form.reading(bureau.key(2, "weight"))).to_have_text("分数不对")
    assert bureau.value(weight) == "20"
