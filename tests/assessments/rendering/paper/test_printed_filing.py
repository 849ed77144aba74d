"""Filings on paper: every label and value is read back from the PDF, in its place."""

import re
from dataclasses import replace
from time import process_time

import page as validation
import pymupdf
import pytest
from django.utils.translation import override

from assessments.domain.facts import Facts, Indicator
from assessments.editions import edition_named
from assessments.rendering.paper.printed_filing import print_filing
from assessments.rendering.paper.row_spacing import DENSITIES
from assessments.sheets.contents import Box, Label
from assessments.sheets.grid import Grid, lay_out
from assessments.sheets.pages import cut
from portal.documents.pdf import render_pdf
from tests.filings import BACHU, KASHGAR, TASHKURGAN, parcel, revised
from tests.printed import Printed, bare, cells_on, pages_of, text_of
from tests.samples import made_once

WORDS = {
    "region": "喀什地区巴楚县",
    "county": "塔什库尔干县",
    "preparer": "阿依努尔",
    "responsible_person": "买买提江",
    "date": "2020年10月15日",
}
PUBLISHED = [*parcel(BACHU).filings, *parcel(TASHKURGAN).filings, *parcel(KASHGAR).targets]


def printed_anew(facts: Facts, variant: str = "unsigned") -> bytes:
    page = print_filing(facts, variant=variant, words=WORDS)
    return render_pdf(page.html, title=page.title)


printed = made_once(printed_anew)


def expected(grid: Grid, facts: Facts) -> list[Printed]:
    def text(content: Label | Box) -> str:
        return bare(facts.value(content.key) if isinstance(content, Box) else content.text)

    return [Printed(cell.row, cell.col, cell.rows, cell.cols, text(cell.content)) for cell in grid.cells]


def with_goal(facts: Facts, text: str) -> Facts:
    return revised(facts, texts={**facts.squares, "goal_expected": text})


def grid_of(facts: Facts) -> Grid:
    return lay_out(edition_named(facts.edition), facts.lists)


def own(facts: Facts) -> Facts:
    """The same squares as a filing made on the portal: nothing stated, no printed title."""
    texts = {key: text for key, text in facts.squares.items() if "rate" not in key and key != "title"}
    rows = tuple(row.having(completion_rate="") for row in facts.indicators)
    return revised(facts, imported=False, texts=texts, indicators=rows)


def longer(facts: Facts, count: int) -> Facts:
    rows = facts.indicators
    return revised(
        facts, indicators=tuple(replace(rows[index * len(rows) // count], ref=str(index)) for index in range(count))
    )


@pytest.mark.parametrize("facts", PUBLISHED, ids=lambda facts: f"{facts.edition}-{facts.fund}")
def test_a_published_filing_stands_on_one_page_as_it_was_printed(facts: Facts) -> None:
    pages = pages_of(printed(facts))
    assert len(pages) == 1
    grid = grid_of(facts)
    assert cells_on(pages[0], grid.columns, margin=15) == expected(grid, facts)


@pytest.mark.parametrize("edition", ["self-assessment-2022", "monitoring-2020", "regional-target-2023"])
def test_an_empty_form_is_printed_whole(edition: str) -> None:
    facts = revised(next(facts for facts in PUBLISHED if facts.edition == edition), texts={}, money={}, indicators=())
    (page,) = pages_of(printed(facts, "draft"))
    grid = grid_of(facts)
    assert cells_on(page, grid.columns, margin=15) == expected(grid, facts)


@pytest.mark.parametrize("facts", PUBLISHED[1:3], ids=lambda facts: facts.edition)
def test_a_long_list_repeats_its_heads_and_names_on_every_page(facts: Facts) -> None:
    facts = longer(facts, 100)
    pages = pages_of(printed(facts))
    grid = grid_of(facts)
    found = [cells_on(page, grid.columns, margin=15) for page in pages]
    shown = [sum(cell.rows for cell in page if cell.col == 0) for page in found]
    breaks, row = [], 0
    for rows_here in shown[:-1]:
        row += rows_here - (1 if row else 0)
        breaks.append(row)
    assert len(pages) > 3
    assert found == [expected(page, facts) for page in cut(grid, breaks)]


def test_the_lines_around_a_self_assessment() -> None:
    text = text_of(printed(own(PUBLISHED[0])))
    for line in (
        "喀什地区巴楚县社会保险基金支出绩效自评表",
        "（2022年度）",
        "单位：万元",
        "填报人：阿依努尔",
        "负责人：买买提江",
        "（公章）",
        "2020年10月15日",
        "—1—",
    ):
        assert text.count(line) == 1


def test_the_lines_around_a_monitoring_report() -> None:
    text = text_of(printed(own(PUBLISHED[2])))
    unit = "塔什库尔干县社会保险管理局"
    for line in ("附件1：", "塔什库尔干县社保基金支出绩效监控情况表", f"填报单位（公章）：{unit}", "金额单位：万元"):
        assert text.count(line) == 1
    assert text.index(f"填报单位：{unit}") > text.index("五、绩效")


@pytest.mark.parametrize(("variant", "mark", "other"), [("draft", "草稿", "未签章"), ("unsigned", "未签章", "草稿")])
def test_a_paper_without_a_seal_says_so_on_every_page(variant: str, mark: str, other: str) -> None:
    texts = [bare(page.get_text()) for page in pages_of(printed(longer(PUBLISHED[2], 60), variant))]
    assert [text.count(mark) for text in texts] == [1] * len(texts)
    assert [text.count(other) for text in texts] == [0] * len(texts)


#: As long as names of bureaus come.
UNIT = "塔什库尔干塔吉克自治县城乡居民社会养老保险管理局"


def lines_of(pdf: bytes) -> list[tuple[str, pymupdf.Rect]]:
    (page,) = pages_of(pdf)
    blocks = page.get_text("dict")["blocks"]
    return [
        ("".join(span["text"] for span in line["spans"]).strip(), pymupdf.Rect(line["bbox"]))
        for block in blocks
        for line in block.get("lines", [])
    ]


def sealed_paper(facts: Facts) -> bytes:
    page = print_filing(facts, variant="sealed", words=WORDS, unit=UNIT, office="喀什地区财政局", code="MQM6SREQ7BFW")
    return render_pdf(page.html, title=page.title, seal_places=page.seal_places, code=page.code)


def test_the_code_stands_on_one_line_and_no_name_touches_it() -> None:
    facts = own(PUBLISHED[2])
    pdf = sealed_paper(revised(facts, texts={**facts.squares, "reporting_unit": UNIT}))
    lines = lines_of(pdf)
    assert [text[-14:] for text, _place in lines if "MQM6" in text] == ["MQM6-SREQ-7BFW"] * 2
    (picture,) = pages_of(pdf)[0].get_image_info()
    foot = [place for text, place in lines if place.y0 > picture["bbox"][1] - 40 and place.x1 < picture["bbox"][2]]
    assert min(picture["bbox"][0] - place.x1 for place in foot) > 3 * 72 / 25.4


def test_no_line_begins_with_the_last_characters_of_a_name() -> None:
    unit = "喀什地区塔什库尔干县养老保险管理局"  # one character more than a line of the foot holds
    facts = own(PUBLISHED[3])
    pdf = sealed_paper(revised(facts, texts={**facts.squares, "reporting_unit": unit}))
    assert [text for text, _place in lines_of(pdf) if unit.endswith(text)] == ["险管理局", "管理局"]


def test_a_form_of_seventeen_rows_keeps_its_texts_off_the_rules() -> None:
    page = print_filing(own(PUBLISHED[3]), variant="unsigned", words=WORDS)
    (name,) = re.findall(r'<body class="([\w-]+)"', page.html)
    padding = {density.name: density.padding for density in DENSITIES}
    assert padding[name] >= 0.4


def test_a_monitoring_report_prints_computed_rates_in_whole_percents() -> None:
    facts = own(PUBLISHED[2])
    (page,) = pages_of(printed(facts))
    grid = grid_of(facts)
    cells = {(cell.row, cell.col): cell.text for cell in cells_on(page, grid.columns, margin=15)}
    assert cells[3, 7] == "77%"
    assert [cells[row, 7] for row in range(9, 13)] == ["105%", "93%", "", "81%"]


def test_a_rate_that_cannot_be_computed_is_printed_empty() -> None:
    facts = revised(own(PUBLISHED[2]), money={})
    (page,) = pages_of(printed(facts))
    cells = {(cell.row, cell.col): cell.text for cell in cells_on(page, grid_of(facts).columns, margin=15)}
    assert cells[3, 7] == ""


def test_an_expenditure_rate_is_printed_as_computed_not_as_typed() -> None:
    facts = own(PUBLISHED[2])
    (page,) = pages_of(printed(facts))
    cells = {(cell.row, cell.col): cell.text for cell in cells_on(page, grid_of(facts).columns, margin=15)}
    assert cells[12, 6] == "77%"


def test_a_text_of_five_thousand_characters_is_printed_whole_framed_and_named_on_every_page() -> None:
    text = "".join(f"第{number:04d}句说明。" for number in range(500))
    facts = with_goal(PUBLISHED[0], text)
    pages = [cells_on(page, grid_of(facts).columns, margin=15) for page in pages_of(printed(facts))]
    goals = [cell for page in pages for cell in page if (cell.col, cell.cols) == (1, 3) and "句说明" in cell.text]
    names = [[cell.text for cell in page if cell.col == 0] for page in pages]
    assert len(goals) > 2
    assert "".join(cell.text for cell in goals) == text
    assert [page.count("年度目标完成情况") for page in names[: len(goals)]] == [1] * len(goals)


def test_texts_of_two_squares_and_many_paragraphs_are_split_without_losing_a_word() -> None:
    facts = with_goal(PUBLISHED[2], "\n\n".join(f"第{number}段：确保按时足额发放。" for number in range(120)))
    long = "".join(f"第{number:04d}句说明，" for number in range(400))
    facts = revised(facts, texts={**facts.squares, "deviation_and_measures": long})
    cells = [cell for page in pages_of(printed(facts)) for cell in cells_on(page, grid_of(facts).columns, margin=15)]
    assert "".join(cell.text for cell in cells if "段：" in cell.text) == bare(facts.value("goal_expected"))
    assert "".join(cell.text for cell in cells if "句说明" in cell.text) == bare(long)


def test_a_text_of_five_thousand_characters_costs_no_more_than_its_length() -> None:
    """Auto layout is quadratic on Chinese text: ten times the text cost a hundred times the time."""

    def cost(count: int) -> float:
        facts = with_goal(PUBLISHED[0], "绩" * count)
        began = process_time()
        printed_anew(facts)
        return process_time() - began

    cost(10)
    assert cost(5000) < 12 * cost(500)


def test_words_typed_by_people_are_printed_not_read_as_markup() -> None:
    facts = with_goal(PUBLISHED[0], "<b>&amp;</b>{{ x }}{% y %}")
    assert bare("<b>&amp;</b>{{ x }}{% y %}") in text_of(printed(facts))


def test_a_paper_is_archival_and_its_fonts_are_in_it() -> None:
    pdf = printed(PUBLISHED[2])
    report = validation.validate_pdf_bytes(pdf, profile=validation.ValidationProfile.PDF_A_3A)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    fonts = [font for page in pages_of(pdf) for font in page.get_fonts(full=True)]
    assert fonts
    assert all("+" in font[3] for font in fonts)


def test_the_same_filing_gives_the_same_bytes() -> None:
    assert printed_anew(PUBLISHED[1]) == printed(PUBLISHED[1])


def test_papers_are_chinese_whatever_language_asks_for_them() -> None:
    chinese = printed(own(PUBLISHED[2]))
    with override("en"):
        assert printed_anew(own(PUBLISHED[2])) == chinese


def test_a_row_without_anything_is_printed_empty() -> None:
    facts = revised(PUBLISHED[0], indicators=(Indicator("0"), Indicator("1", level3="参保人数")))
    (page,) = pages_of(printed(facts))
    grid = grid_of(facts)
    assert cells_on(page, grid.columns, margin=15) == expected(grid, facts)
