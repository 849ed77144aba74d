"""打印样式: the paper itself, made from what was typed; a browser that prints the page prints the paper alone."""

import pymupdf
import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from portal.jobs.models import Job
from portal.jobs.services.run import run
from tests.e2e.conftest import SCREEN, Enter
from tests.e2e.edit_scene import make_bureau
from tests.e2e.looks import axe, picture

A4_UPRIGHT = (210, 297)
#: How wide a page of the paper stands on the screen at 96 dots per inch.
LIFE_SIZE = 794
WIDTHS = "[...document.querySelectorAll('.shot img')].map((page) => Math.round(page.getBoundingClientRect().width))"
ALL_LOADED = "Promise.all([...document.querySelectorAll('.shot img')].map((page) => page.decode()))"


@pytest.fixture(autouse=True)
def _store(settings: Settings, tmp_path: object) -> None:
    settings.DOCUMENT_STORE = tmp_path


def on_paper(page: Page) -> list[tuple[tuple[int, int], str]]:
    """The sheets that the browser prints: their size in millimetres and the words on them."""
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf") as printed:
        sizes = [tuple(round(side / 72 * 25.4) for side in (sheet.rect.width, sheet.rect.height)) for sheet in printed]
        return [(size, sheet.get_text().strip()) for size, sheet in zip(sizes, printed, strict=True)]


def test_the_print_view_is_the_paper(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=60)
    page = enter(bureau.clerk).new_page()
    page.goto(f"/filings/{bureau.filing.pk}/")
    page.get_by_role("button", name="打印样式").click()
    card = page.get_by_role("region", name="PDF 文件")
    expect(card).to_contain_text("已排队")
    job = Job.objects.get()
    run(job_id=job.pk)
    pages = page.get_by_role("img", name="草稿.pdf")
    expect(pages.first).to_be_visible()
    page.evaluate(ALL_LOADED)
    count = pages.count()
    assert count > 1
    assert page.evaluate(WIDTHS) == [LIFE_SIZE] * count
    assert on_paper(page) == [(A4_UPRIGHT, "")] * count
    with page.expect_popup() as opened:
        page.get_by_role("link", name="打开并打印").click()
    opened.value.close()
    axe(page)
    picture(page, "print-view", whole=True)

    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    picture(page, "print-view-narrow")
    page.set_viewport_size({"width": SCREEN["width"] // 4, "height": SCREEN["height"] // 4})
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREEN["width"] // 4

    page.goto(f"/filings/{bureau.filing.pk}/")
    page.get_by_role("button", name="打印样式").click()
    expect(pages).to_have_count(count)
    assert Job.objects.count() == 1
    page.get_by_role("link", name="查看文件").click()
    expect(pages).to_have_count(count)
    page.evaluate(ALL_LOADED)
    assert on_paper(page) == [(A4_UPRIGHT, "")] * count
