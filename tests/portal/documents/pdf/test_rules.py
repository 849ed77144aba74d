"""The rules of a table."""

from typing import Any

import pymupdf
import pytest

from portal.documents.pdf import render_pdf
from portal.documents.pdf.rules import FRAME, INSIDE
from tests.portal.documents.pdf.samples import PAGE

MM = 72 / 25.4
LONG = """<!doctype html><html lang="zh-CN"><head><title>表</title></head><body class="set-3">
<table class="sheet"><colgroup><col class="mm-170"><col class="mm-385"></colgroup>
<tr><th scope="row">说明</th><td class="txt">{}</td></tr></table></body></html>""".format("长文本。" * 2000)


def rules(page: pymupdf.Page) -> list[Any]:
    return [item[1] for drawing in page.get_drawings() for item in drawing["items"] if item[0] == "re"]


def first_page(pdf: bytes) -> pymupdf.Page:
    return pymupdf.open(stream=pdf, filetype="pdf")[0]


@pytest.fixture(scope="module")
def sample() -> list[Any]:
    return rules(first_page(render_pdf(PAGE)))


def test_each_rule_is_one_line_of_one_of_two_widths(sample: list[Any]) -> None:
    widths = sorted(round(min(rule.width, rule.height), 2) for rule in sample)
    assert widths == [INSIDE] * 6 + [FRAME] * 4


def test_the_frame_is_as_wide_as_the_type_area_and_closed_at_its_corners(sample: list[Any]) -> None:
    frame = [rule for rule in sample if round(min(rule.width, rule.height), 2) == FRAME]
    across = [rule for rule in frame if rule.width > rule.height]
    down = [rule for rule in frame if rule.height > rule.width]
    assert [round(rule.width / MM, 1) for rule in across] == [180.3, 180.3]
    assert {round(rule.y0, 1) for rule in down} == {round(min(rule.y0 for rule in across), 1)}
    assert {round(rule.y1, 1) for rule in down} == {round(max(rule.y1 for rule in across), 1)}


def test_no_rule_runs_through_a_merged_cell(sample: list[Any]) -> None:
    across = sorted(round(rule.x0 / MM) for rule in sample if rule.width > rule.height)
    assert across == [15, 15, 15, 49, 84]


def test_a_text_that_flows_over_pages_is_framed_on_each() -> None:
    pages = list(pymupdf.open(stream=render_pdf(LONG), filetype="pdf").pages())
    frames = [sorted(round(min(rule.width, rule.height), 2) for rule in rules(page)) for page in pages]
    assert len(pages) > 1
    assert frames == [[INSIDE, FRAME, FRAME, FRAME, FRAME]] * len(pages)


def test_other_tables_are_not_ruled() -> None:
    assert rules(first_page(render_pdf(PAGE.replace('class="sheet"', 'class="other"')))) == []
