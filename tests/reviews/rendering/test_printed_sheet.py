"""The review sheet on paper: every label and value is read back from the PDF, in its place."""

import json
from collections.abc import Mapping
from typing import Any

import page as validation
import pytest

from assessments.domain.facts import Row
from assessments.editions import edition_named
from assessments.sheets.contents import Box
from assessments.sheets.grid import Cell, lay_out
from portal.documents.pdf import render_pdf
from reviews.rendering.printed_sheet import print_review_sheet
from tests.filings import FOLDER, TASHKURGAN
from tests.printed import Printed, bare, cells_on, pages_of, text_of
from tests.samples import made_once

SHEET = edition_named("review-sheet-2020")
PUBLISHED: dict[str, Any] = json.loads((FOLDER / f"{TASHKURGAN}.json").read_bytes())["review_sheet"]


def sheet(count: int, **words: str) -> dict[str, Any]:
    rows: Any = PUBLISHED["rows"]
    return {**PUBLISHED, "title": "", **words, "rows": [rows[index % len(rows)] for index in range(count)]}


def printed_anew(payload: Mapping[str, Any], variant: str = "unsigned") -> bytes:
    page = print_review_sheet(payload, variant=variant, county="塔什库尔干县")
    return render_pdf(page.html, title=page.title)


printed = made_once(printed_anew)


def expected(payload: Mapping[str, Any]) -> list[Printed]:
    rows = payload["rows"]

    def text(cell: Cell) -> str:
        if isinstance(cell.content, Box):
            return bare(rows[int(cell.ref)][cell.content.key.split(".")[1]])
        return bare(cell.content.text)

    cells = lay_out(SHEET, {"rows": [Row("rows", str(index)) for index in range(len(rows))]}).cells
    return [Printed(cell.row, cell.col, cell.rows, cell.cols, text(cell)) for cell in cells]


@pytest.mark.parametrize("payload", [PUBLISHED, sheet(0), sheet(10)], ids=["published", "empty", "ten rows"])
def test_a_sheet_stands_on_one_landscape_page(payload: Mapping[str, Any]) -> None:
    (page,) = pages_of(printed(payload))
    assert (round(page.rect.width * 25.4 / 72), round(page.rect.height * 25.4 / 72)) == (297, 210)
    assert cells_on(page, SHEET.columns, margin=14) == expected(payload)


def test_head_rows_stand_on_every_page_and_no_row_is_torn() -> None:
    payload = sheet(60)
    pages = [cells_on(page, SHEET.columns, margin=14) for page in pages_of(printed(payload))]
    heads = [cell for cell in expected(payload) if cell.row < 2]
    bodies = [[cell.text for cell in page if cell.row > 1] for page in pages]
    assert len(pages) > 2
    assert [[cell for cell in page if cell.row < 2] for page in pages] == [heads] * len(pages)
    assert [text for body in bodies for text in body] == [cell.text for cell in expected(payload) if cell.row > 1]


def test_a_prefectures_sheet_of_three_hundred_rows_keeps_its_heads_on_every_page() -> None:
    pages = pages_of(printed(sheet(300)))
    texts = [bare(page.get_text()) for page in pages]
    heads = [text for cell in lay_out(SHEET, {"rows": []}).cells if (text := bare(words_of(cell)))]
    assert len(pages) > 18
    assert [[head for head in heads if head not in text] for text in texts] == [[]] * len(pages)
    assert sum(text.count("塔什库尔干县机关事业单位养老保险") for text in texts) == 75


def words_of(cell: Cell) -> str:
    return "" if isinstance(cell.content, Box) else cell.content.text


@pytest.mark.parametrize("count", [24, 37])
def test_the_foot_never_stands_alone_on_a_page(count: int) -> None:
    page = print_review_sheet(sheet(count), variant="sealed", county="县", office="喀什地区财政局", code="ABCDEFGHJKMN")
    *_, last = pages_of(render_pdf(page.html))
    text = bare(last.get_text())
    assert ("（公章）" in text, "序号" in text) == (True, True)


def test_the_prefectures_name_place_and_day_stand_under_the_table_beside_the_code() -> None:
    page = print_review_sheet(
        sheet(2), variant="sealed", office="喀什地区财政局", day="2020年10月21日", code="ABCDEFGHJKMN"
    )
    text = text_of(render_pdf(page.html))
    for line in ("喀什地区财政局（公章）2020年10月21日", "扫码或输入查验码验证真伪ABCD-EFGH-JKMN"):
        assert text.count(line) == 1
    assert text.count("未签章") == 0


def test_the_lines_around_the_table() -> None:
    text = text_of(
        printed(
            sheet(2, business_office="社会保障科", monitoring_point="2020年9月", office_head="李建国", handler="王敏")
        )
    )
    for line in (
        "附件2：",
        "塔什库尔干县社保基金支出绩效监控审核表",
        "业务处室：社会保障科",
        "监控时点：2020年9月",
        "处室领导：李建国",
        "经办人：王敏",
        "未签章",
        "—1—",
    ):
        assert text.count(line) == 1


def test_a_monitoring_point_that_is_not_known_leaves_room_to_write() -> None:
    assert "监控时点：年月" in text_of(printed(sheet(1), "draft"))


def test_the_paper_is_archival() -> None:
    report = validation.validate_pdf_bytes(printed(PUBLISHED), profile=validation.ValidationProfile.PDF_A_3A)
    assert [failure.message for failure in report.failures] == []
