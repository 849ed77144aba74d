"""Somebody without an account has a file and asks what it is (issue: anyone may check a paper)."""

import re

from playwright.sync_api import expect

from tests.e2e.journey.cast import BUREAU, COUNTY, FUND, HEAD
from tests.e2e.journey.people import Company, Person


def test_a_file_that_was_handed_on_is_genuine(company: Company) -> None:
    stranger = company.outsider
    _hand_in(stranger, _sealed(company[HEAD]))
    expect(stranger.page.get_by_role("heading", name="文件真实，用印后未被改动")).to_be_visible()
    stranger.look("verdict-genuine")


def test_its_code_leads_to_its_public_page(company: Company) -> None:
    stranger = company.outsider
    stranger.enter(stranger.page.get_by_role("link", name="查看文件的公开信息"))
    main = stranger.page.locator("main")
    expect(main.get_by_role("heading", name="现行版本，印章齐全")).to_be_visible()
    expect(main).to_contain_text(FUND)
    expect(main.get_by_role("row", name=BUREAU)).to_contain_text("样章")
    assert re.search(r"/v/[0-9A-Z]{12}/$", stranger.page.url)
    stranger.look("public-paper")


def test_one_changed_byte_is_found(company: Company) -> None:
    content = bytearray(_sealed(company[HEAD]))
    content[len(content) // 3] ^= 1
    stranger = company.outsider
    _hand_in(stranger, bytes(content))
    expect(stranger.page.get_by_role("heading", name="文件已被改动")).to_be_visible()
    stranger.look("verdict-altered")


def _sealed(head: Person) -> bytes:
    """The paper with both seals, as its unit downloads it."""
    head.section("文件")
    head.page.reload()
    row = head.row(f"{COUNTY}_{FUND}", "两级已签章").first
    return head.downloads(row.get_by_role("link", name=re.compile("^下载")))


def _hand_in(stranger: Person, content: bytes) -> None:
    stranger.page.goto("/verify/")
    chosen = {"name": "收到的文件.pdf", "mimeType": "application/pdf", "buffer": content}
    stranger.page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]
    stranger.page.get_by_role("button", name="验证文件").click()
