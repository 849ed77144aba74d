"""The page of a unit's seal: what it shows, what it refuses and how, and that nothing secret comes back."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal import clock
from portal.accounts.models import User
from portal.seals.models import Seal
from portal.seals.services.issuing import issue_key_file
from tests.factories.accounts import ClerkFactory, HeadFactory, UnitFactory
from tests.factories.seals import make_authority, make_seal
from tests.portal.seals.uploads import SVG, good_picture

pytestmark = pytest.mark.django_db
OWN = "county-paper-9"
YEAR = timedelta(days=365)


@pytest.fixture
def head() -> User:
    return HeadFactory.create(password=OWN, unit=UnitFactory.create(name="巴楚县社会保险管理局"))


@pytest.fixture
def desk(client: Client, head: User, settings: Settings) -> Client:
    settings.SEAL_QUEUE = {"wake": f"{__name__}.wake", "count": f"{__name__}.count"}
    client.force_login(head)
    return client


def wake(**_: object) -> None:
    """Nothing waits here."""


def count(*, unit_id: int) -> int:
    return 3


def page(desk: Client) -> str:
    answer = desk.get(reverse("seals:seal"))
    assert answer.status_code == 200
    return answer.content.decode()


def upload(desk: Client, **changed: Any) -> Any:
    files = {"picture": good_picture(), "key_file": b"nonsense"}
    fields: dict[str, Any] = {"key_password": "kp-secret", "password": OWN, **files, **changed}
    for name in files:
        if fields[name] is not None:
            fields[name] = SimpleUploadedFile(f"{name}.bin", fields[name])
    return desk.post(reverse("seals:upload"), {name: value for name, value in fields.items() if value is not None})


def in_use(unit: Any, **facts: Any) -> Seal:
    now = clock.now()
    return make_seal(unit, **{"valid_from": now - YEAR, "valid_until": now + YEAR, **facts})


def test_a_head_uploads_a_seal_and_sees_it(desk: Client, head: User) -> None:
    make_authority(clock.now() - YEAR)
    content, key_password = issue_key_file(unit=head.unit, at=clock.now())
    answer = upload(desk, key_file=content, key_password=key_password)
    assert (answer.status_code, answer["Location"]) == (302, reverse("seals:seal"))
    shown = page(desk)
    seal = Seal.objects.get()
    assert "已启用新的印章，证书持有人：巴楚县社会保险管理局样章。" in shown
    assert all(fact in shown for fact in (seal.holder, seal.issuer, seal.serial, seal.fingerprint, "有效"))


def test_a_unit_without_a_seal_is_told_what_to_do(desk: Client, settings: Settings) -> None:
    settings.EMBEDDED = False
    shown = page(desk)
    assert "本单位没有在用的印章。" in shown
    assert reverse("seals:revoke") not in shown


def test_on_the_embedded_database_it_is_told_that_a_demo_seal_will_come(desk: Client, head: User) -> None:
    assert "第一次用印时系统自动生成样章" in page(desk)
    in_use(head.unit, state=Seal.State.REVOKED, revoked_at=clock.now())
    assert "第一次用印时系统自动生成样章" not in page(desk)


def test_what_waits_is_counted(desk: Client) -> None:
    assert "有 3 份文件在等本单位用印" in page(desk)


@pytest.mark.parametrize(
    ("from_", "until", "word"),
    [
        (-YEAR, timedelta(days=29), "即将到期"),
        (-YEAR, timedelta(days=31), "有效"),
        (-YEAR, -timedelta(days=1), "已过期"),
        (timedelta(days=1), YEAR, "尚未生效"),
    ],
)
def test_the_page_says_how_the_certificate_stands(
    desk: Client, head: User, from_: timedelta, until: timedelta, word: str
) -> None:
    in_use(head.unit, valid_from=clock.now() + from_, valid_until=clock.now() + until)
    words = ("即将到期", "有效</span>", "已过期", "尚未生效")
    assert [one.removesuffix("</span>") for one in words if one in page(desk)] == [word]


@pytest.mark.parametrize(("days", "told"), [(29, True), (-1, True), (31, False)])
def test_the_first_page_of_who_keeps_it_tells_that_it_ends(desk: Client, head: User, days: int, told: bool) -> None:
    in_use(head.unit, valid_until=clock.now() + timedelta(days=days))
    shown = desk.get(reverse("assessments:tasks")).content.decode()
    assert ("到期后不能用印，请尽快换发并上传。" in shown) == told


def test_a_clerk_is_not_bothered_with_it(desk: Client, head: User) -> None:
    in_use(head.unit, valid_until=clock.now() + timedelta(days=1))
    desk.force_login(ClerkFactory.create(unit=head.unit))
    assert "到期后不能用印" not in desk.get(reverse("assessments:tasks")).content.decode()


def test_a_demo_seal_says_so(desk: Client, head: User) -> None:
    in_use(head.unit)
    assert "样章由系统自带的证书签发，只供演示，没有法律效力。" in page(desk)


def test_earlier_seals_are_listed_with_what_became_of_them(desk: Client, head: User) -> None:
    in_use(head.unit, state=Seal.State.REPLACED)
    in_use(head.unit, state=Seal.State.REVOKED, revoked_at=clock.now(), revoked_because="密钥丢失")
    shown = page(desk)
    assert all(words in shown for words in ("以往的印章", "已更换", "已吊销", "吊销原因：密钥丢失"))


def test_nobody_sees_the_seal_of_another_unit(desk: Client) -> None:
    other = in_use(UnitFactory.create(name="乙局"))
    assert other.fingerprint not in page(desk)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"picture": None}, "请选择印章图片。"),
        ({"key_file": None}, "请选择密钥文件。"),
        ({"picture": b""}, "图片文件是空的，请重新选择。"),
        ({"key_file": b""}, "密钥文件是空的，请重新选择。"),
        ({"picture": SVG}, "请上传 PNG 或 JPEG 图片；SVG、PDF、Word 等其他格式不能用。"),
        ({"picture": bytes(2 * 1024 * 1024 + 1)}, "图片超过 2 MB，请缩小后上传。"),
        ({"key_file": bytes(100 * 1024 + 1)}, "密钥文件超过 100 KB，请只导出一个证书及其私钥。"),
        ({}, "这不是 PKCS#12 密钥文件，请选择 .p12 或 .pfx 文件。"),
        ({"password": "wrong"}, "密码不对，印章没有上传。请重新输入；多次输错后须等候一段时间。"),
        ({"password": ""}, "请输入您的登录密码，以确认由您本人上传。"),
    ],
)
def test_what_cannot_be_used_is_refused_where_it_stands(desk: Client, changed: dict[str, Any], words: str) -> None:
    answer = upload(desk, **changed)
    shown = answer.content.decode()
    assert (answer.status_code, words in shown) == (422, True)
    assert "kp-secret" not in shown
    assert not Seal.objects.exists()


def revoke(desk: Client, **changed: str) -> Any:
    return desk.post(reverse("seals:revoke"), {"reason": "密钥丢失", "password": OWN, **changed})


def test_a_seal_is_revoked_with_reason_and_password(desk: Client, head: User) -> None:
    seal = in_use(head.unit)
    assert revoke(desk)["Location"] == reverse("seals:seal")
    seal.refresh_from_db()
    assert (seal.state, seal.revoked_by, seal.revoked_because) == (Seal.State.REVOKED, head, "密钥丢失")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"reason": " "}, "请写明吊销的原因。"),
        ({"password": "wrong"}, "密码不对，印章没有吊销。"),
        ({"reason": "因" * 201}, "确保该变量包含不超过 200 字符"),
    ],
)
def test_without_them_it_is_not(desk: Client, head: User, changed: dict[str, str], words: str) -> None:
    seal = in_use(head.unit)
    answer = revoke(desk, **changed)
    seal.refresh_from_db()
    assert (answer.status_code, words in answer.content.decode(), seal.state) == (422, True, Seal.State.IN_USE)


def test_revoking_twice_ends_in_words(desk: Client, head: User) -> None:
    in_use(head.unit)
    revoke(desk)
    assert revoke(desk)["Location"] == reverse("seals:seal")
    assert "本单位没有在用的印章，无需吊销。" in page(desk)


def test_a_seal_that_was_put_in_use_since_the_page_was_read_is_not_revoked(desk: Client, head: User) -> None:
    read = in_use(head.unit)
    assert f'<input type="hidden" name="seal" value="{read.pk}">' in page(desk)
    Seal.objects.update(state=Seal.State.REPLACED)
    newer = in_use(head.unit)
    revoke(desk, seal=str(read.pk))
    assert "印章刚被更换，没有吊销。" in page(desk)
    newer.refresh_from_db()
    assert newer.state == Seal.State.IN_USE
    revoke(desk, seal=str(newer.pk))
    newer.refresh_from_db()
    assert newer.state == Seal.State.REVOKED
