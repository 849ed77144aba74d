"""Strangers in front of the public pages: with a browser, without scripts, with a large window and a small one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, FilePayload, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from portal.jobs.models import Job
from portal.jobs.services.run import run
from portal.seals.inspection.findings import MOST_BYTES
from tests.e2e.looks import axe, picture
from tests.factories import attacks, pdfs
from tests.portal.documents.registered_papers import SealedPaper, make_sealed_paper
from tests.portal.verification import papers


@pytest.fixture
def paper(settings: Settings, tmp_path: Path, live_server: LiveServer) -> Iterator[SealedPaper]:
    """A registered paper with both seals."""
    settings.DOCUMENT_STORE = tmp_path / "store"
    settings.DOCUMENT_STANDINGS = {"paper": f"{papers.__name__}.standings_of"}
    settings.DOCUMENT_FIGURES = {"paper": f"{papers.__name__}.figures_of"}
    papers.STATE.clear()
    with ThreadPoolExecutor(1) as other:  # sealing runs a loop of its own, which the browser's thread has already
        yield other.submit(_made).result()
    papers.STATE.clear()


def _made() -> SealedPaper:
    try:
        return make_sealed_paper()
    finally:
        connection.close()


def send(page: Page, file: bytes | Path) -> None:
    """Chooses a file and sends it."""
    page.goto("/verify/")
    payload: FilePayload | Path = file if isinstance(file, Path) else _pdf(file)
    page.locator("#id_file").set_input_files(payload)
    page.get_by_role("button", name="验证文件").click()


def _pdf(content: bytes) -> FilePayload:
    return {"name": "监控情况表.pdf", "mimeType": "application/pdf", "buffer": content}


def work() -> None:
    """A worker's turn."""
    run(job_id=Job.objects.latest("requested_at").pk)


def look(page: Page, name: str) -> None:
    """Takes a picture and asks axe, in both themes."""
    picture(page, name, whole=True)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, rules=["color-contrast"])
    page.emulate_media(color_scheme="light")


def test_a_genuine_file_is_called_so_in_place(page: Page, paper: SealedPaper) -> None:
    page.goto("/verify/")
    look(page, "verification-start")
    send(page, paper.twice)
    expect(page.get_by_role("heading", name="正在验证")).to_be_visible()
    look(page, "verification-checking")
    work()
    expect(page.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="文件真实")).to_have_count(1)
    look(page, "verification-genuine")
    page.get_by_role("link", name="查看文件的公开信息").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("绩效监控情况表")
    look(page, "verification-paper")


@pytest.mark.parametrize(
    ("name", "heading"),
    [("annotated", "文件已被改动"), ("program", "无法读取"), ("plain", "未签名")],
)
def test_any_other_file_is_called_what_it_is(page: Page, paper: SealedPaper, name: str, heading: str) -> None:
    files = {"annotated": attacks.annotated(paper.twice), "program": pdfs.program(), "plain": pdfs.small_paper("")}
    send(page, files[name])
    work()
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    look(page, f"verification-{name}")


def test_a_file_too_large_is_refused_in_words(page: Page, tmp_path: Path, paper: SealedPaper) -> None:
    large = tmp_path / "监控情况表.pdf"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 200_000)
    send(page, large)
    expect(page.get_by_role("heading", name="文件超过 20 MB，没有收下")).to_be_visible()
    look(page, "verification-too-large")


def test_a_code_is_looked_up_by_keyboard(page: Page, paper: SealedPaper) -> None:
    page.goto("/verify/")
    page.locator("#id_code").focus()
    page.keyboard.type(paper.code.code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("绩效监控情况表")
    assert page.url.endswith(f"/v/{paper.code.code}/")


def test_an_unknown_code_says_what_to_do(page: Page, paper: SealedPaper) -> None:
    page.goto("/v/000000000000/")
    expect(page.get_by_role("heading", name="没有这个查验码")).to_be_visible()
    look(page, "verification-unknown")


def test_it_works_without_scripts(browser: Browser, live_server: LiveServer, paper: SealedPaper) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    send(page, paper.once)
    work()
    page.get_by_role("link", name="查看最新进度").click()
    expect(page.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    context.close()


def test_at_four_hundred_percent_nothing_but_tables_scrolls_sideways(page: Page, paper: SealedPaper) -> None:
    page.set_viewport_size({"width": 341, "height": 600})
    send(page, paper.twice)
    work()
    expect(page.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    picture(page, "verification-400-percent", whole=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 341
    page.goto(f"/v/{paper.code.code}/")
    picture(page, "verification-paper-400-percent", whole=True)
    figures = page.get_by_role("region", name="与纸质件核对")
    assert figures.evaluate("(card) => [card, document.documentElement].map((node) => node.scrollWidth)") == [315, 341]
