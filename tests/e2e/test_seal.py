"""A unit's seal in a browser: uploaded, seen, revoked, with every state of the page accessible."""

from datetime import timedelta

import pytest
from playwright.sync_api import FilePayload, Page, expect

from portal import clock
from portal.accounts.models import User
from portal.seals.models import Seal
from portal.seals.services.issuing import issue_key_file
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.accounts import HeadFactory, UnitFactory
from tests.factories.seals import make_authority, make_seal
from tests.portal.seals.uploads import SVG, good_picture

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "county-paper-9"
YEAR = timedelta(days=365)


@pytest.fixture
def head() -> User:
    make_authority(clock.now() - YEAR)
    return HeadFactory.create(password=OWN, unit=UnitFactory.create(name="巴楚县社会保险管理局"))


def filled(page: Page, seal: bytes, key_file: bytes, key_password: str) -> None:
    """Fills in the upload and sends it with the keyboard."""
    files = {"印章图片": ("seal.png", seal), "密钥文件*": ("seal.p12", key_file)}
    for label, (name, content) in files.items():
        payload = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        page.get_by_label(label).set_input_files(payload)
    page.get_by_label("密钥文件的密码").fill(key_password)
    form = page.locator("form[action='/seals/upload/']")
    form.get_by_label("登录密码").fill(OWN)
    page.keyboard.press("Enter")


def test_a_seal_is_uploaded_seen_and_revoked(enter: Enter, head: User) -> None:
    content, key_password = issue_key_file(unit=head.unit, at=clock.now())
    page = enter(head).new_page()
    page.goto("/seals/")
    filled(page, good_picture(), content, key_password)
    expect(page.get_by_text("已启用新的印章")).to_be_visible()
    expect(page.get_by_role("img", name="巴楚县社会保险管理局的印章图片")).to_be_visible()
    picture(page, "seals-seal-used")
    axe(page)
    page.get_by_label("吊销原因").fill("密钥文件丢失")
    page.locator("form[action='/seals/revoke/']").get_by_label("登录密码").fill(OWN)
    page.keyboard.press("Enter")
    expect(page.get_by_text("印章已吊销。")).to_be_visible()
    axe(page)
    assert Seal.objects.get().state == Seal.State.REVOKED


def test_what_is_wrong_stands_at_the_top_and_at_its_field(enter: Enter, head: User) -> None:
    make_seal(head.unit, valid_from=clock.now() - YEAR, valid_until=clock.now() + timedelta(days=9))
    page = enter(head).new_page()
    page.goto("/seals/")
    filled(page, SVG, b"nonsense", "")
    expect(page.get_by_role("alert")).to_contain_text("有 2 处需要改正")
    expect(page.get_by_text("即将到期")).to_be_visible()
    page.get_by_role("link", name="印章图片：请上传 PNG 或 JPEG 图片").click()
    expect(page.get_by_label("印章图片")).to_be_focused()
    picture(page, "seals-seal-refused")
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, rules=["color-contrast"])
