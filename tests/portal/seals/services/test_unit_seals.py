"""A unit's own seal: what may stand behind it, what becomes of the earlier one, who is told."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from django.core.exceptions import PermissionDenied, ValidationError
from PIL import Image
from pytest_django import Settings

from portal.accounts.models import User
from portal.accounts.roles import Role
from portal.audit.models import Entry
from portal.seals import authority, keys
from portal.seals.models import Seal
from portal.seals.services.current_seal import seal_of
from portal.seals.services.unit_seals import revoke, upload
from portal.seals.signing import UNIT_FIELD, apply_seal
from tests.factories.accounts import HeadFactory, OfficeHeadFactory, UnitFactory, UserFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_authority, make_seal, revoke_seal, rsa_key
from tests.portal.seals.authorities import Elsewhere
from tests.portal.seals.papers import paper
from tests.portal.seals.uploads import PASSWORD, SVG, good_picture, key_file

pytestmark = pytest.mark.django_db
#: When the seals' queue was woken, for which unit.
woken: list[tuple[int, object]] = []


def wake(*, unit_id: int, at: object) -> None:
    woken.append((unit_id, at))


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    woken.clear()
    settings.SEAL_QUEUE = {"wake": f"{__name__}.wake"}


def head(name: str = "甲局") -> User:
    return HeadFactory.create(unit=UnitFactory.create(name=name))


def issued(name: str = "甲局", number: int = 0, **facts: object) -> bytes:
    """A key file with a certificate of the portal's own authority."""
    make_authority()
    wanted = {"valid_from": NOW - timedelta(days=9), "valid_until": NOW + timedelta(days=700), **facts}
    key = rsa_key(number)
    return key_file(key, authority.issue(unit_name=name, public_key=key.public_key(), **wanted))  # type: ignore[arg-type]


def uploaded(actor: User, content: bytes | None = None, picture: bytes | None = None, password: str = PASSWORD) -> Seal:
    return upload(
        actor=actor,
        picture=picture or good_picture(),
        key_file=content or issued(),
        key_password=password,
        at=NOW,
    )


def why(
    actor: User, content: bytes | None = None, picture: bytes | None = None, password: str = PASSWORD
) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        uploaded(actor, content, picture, password)
    assert not Seal.objects.filter(unit=actor.unit, state=Seal.State.IN_USE).exists()
    return refused.value.message_dict


def test_an_uploaded_seal_is_in_use_and_seals() -> None:
    actor = head()
    seal = uploaded(actor)
    assert seal_of(actor.unit_id, NOW) == seal
    root = keys.described(make_authority())
    assert (seal.holder, seal.issuer, seal.created_by, seal.created_at) == ("甲局", root["holder"], actor, NOW)
    assert apply_seal(paper(), field=UNIT_FIELD, seal=seal, certify=True, reason="报送", at=NOW).at == NOW


def test_what_waits_is_woken() -> None:
    actor = head()
    uploaded(actor)
    assert woken == [(actor.unit_id, NOW)]


def test_on_the_embedded_database_a_seal_of_our_own_authority_is_marked_as_a_demo() -> None:
    seal = uploaded(head(), picture=good_picture())
    assert seal.demo
    with Image.open(BytesIO(bytes(seal.picture))) as image:
        mark = image.getchannel("A").crop((170, 350, 310, 415))
    assert mark.getbbox() is not None


def test_in_service_it_is_none(settings: Settings) -> None:
    content = issued()
    settings.EMBEDDED = False
    assert not uploaded(head(), content).demo


def test_the_earlier_seal_is_kept_as_replaced() -> None:
    actor = head()
    first = uploaded(actor)
    second = uploaded(actor, issued(number=1))
    first.refresh_from_db()
    assert (first.state, second.state) == (Seal.State.REPLACED, Seal.State.IN_USE)
    assert [entry.verb for entry in Entry.objects.filter(subject_kind="seal").order_by("id")] == [
        "seal_uploaded",
        "seal_replaced",
    ]


def test_the_same_certificate_may_get_another_picture() -> None:
    actor = head()
    content = issued()
    assert uploaded(actor, content).fingerprint == uploaded(actor, content).fingerprint
    assert Seal.objects.filter(state=Seal.State.IN_USE).count() == 1


def test_the_record_says_which_certificate_and_never_the_key_or_its_password() -> None:
    seal = uploaded(head())
    entry = Entry.objects.get(verb="seal_uploaded")
    assert entry.details == {
        "holder": "甲局",
        "issuer": seal.issuer,
        "fingerprint": seal.fingerprint,
        "valid_until": seal.valid_until.isoformat().replace("+00:00", "Z"),
    }


def test_picture_and_key_file_are_both_complained_of() -> None:
    assert why(head(), b"nonsense", SVG) == {
        "picture": ["请上传 PNG 或 JPEG 图片；SVG、PDF、Word 等其他格式不能用。"],
        "key_file": ["这不是 PKCS#12 密钥文件，请选择 .p12 或 .pfx 文件。"],
    }


def test_a_wrong_password_of_the_file_is_refused() -> None:
    assert why(head(), password="wrong") == {"key_password": ["密钥文件的密码不对，或文件已损坏。"]}


def test_an_expired_certificate_is_refused() -> None:
    content = issued(valid_until=NOW - timedelta(days=1))
    assert why(head(), content) == {"key_file": ["证书已于 2026-10-12 过期，请先换发新证书。"]}


def test_a_certificate_of_next_year_is_refused() -> None:
    content = issued(valid_from=NOW + timedelta(days=100))
    assert why(head(), content) == {"key_file": ["证书 2027-01-21 起才生效，请到时再上传。"]}


def test_a_certificate_that_is_not_for_signing_is_refused() -> None:
    usages = ("digital_signature", "content_commitment", "data_encipherment", "key_agreement", "key_cert_sign")
    none = dict.fromkeys((*usages, "crl_sign", "encipher_only", "decipher_only"), False)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "甲局")])
    until = NOW + timedelta(days=9)
    draft = x509.CertificateBuilder(name, name, rsa_key().public_key(), 7, NOW - timedelta(days=9), until)
    draft = draft.add_extension(x509.KeyUsage(**none, key_encipherment=True), critical=True)
    content = key_file(rsa_key(), draft.sign(rsa_key(), hashes.SHA256()))
    assert why(head(), content) == {"key_file": ["证书的用途不含数字签名，不能用作印章。"]}


UNTRUSTED = "证书由“{}”签发，不在本系统信任的范围内。请联系系统管理员，或换用受信任机构的证书。"


def test_a_certificate_of_nobody_we_trust_is_refused_and_its_issuer_named() -> None:
    stranger = Elsewhere()
    content = key_file(rsa_key(), stranger.issue(rsa_key().public_key()))
    issuer = keys.described(stranger.root)["holder"]
    assert why(head(), content) == {"key_file": [UNTRUSTED.format(issuer)]}


def test_a_certificate_that_only_bears_the_name_of_our_root_is_refused() -> None:
    ours = make_authority()
    forger = Elsewhere()
    forger.root = x509.CertificateBuilder(
        ours.subject, ours.subject, forger.key.public_key(), 7, NOW - timedelta(days=9), NOW + timedelta(days=99)
    ).sign(forger.key, hashes.SHA256())
    content = key_file(rsa_key(), forger.issue(rsa_key().public_key(), says_where=False), forger.root)
    assert why(head(), content) == {"key_file": [UNTRUSTED.format(keys.described(ours)["holder"])]}


def test_a_certificate_of_an_authority_that_the_operator_trusts_is_taken(settings: Settings, tmp_path: Path) -> None:
    trusted = Elsewhere()
    roots = tmp_path / "roots.pem"
    roots.write_bytes(trusted.root.public_bytes(Encoding.PEM))
    settings.SEAL_TRUST_ROOTS = str(roots)
    seal = uploaded(head(), key_file(rsa_key(), trusted.issue(rsa_key().public_key()), trusted.root))
    assert (seal.demo, keys.certificates_of(seal.chain)) == (False, [trusted.root])


def test_the_certificate_of_another_unit_is_refused() -> None:
    content = issued()
    uploaded(head(), content)  # of the same name in another county
    assert why(head(), content) == {"key_file": ["这张证书已由甲局使用，请使用本单位自己的证书。"]}


def test_a_certificate_that_names_another_is_refused() -> None:
    assert why(head("乙局"), issued()) == {
        "key_file": ["证书写的是“甲局”，不是“乙局”。请使用本单位名称的证书；单位更名的，请先请业务管理员更名。"]
    }


def test_a_certificate_under_a_root_of_others_that_names_another_is_refused(settings: Settings, tmp_path: Path) -> None:
    elsewhere = Elsewhere()
    settings.SEAL_TRUST_ROOTS = str(tmp_path / "roots.pem")
    Path(settings.SEAL_TRUST_ROOTS).write_bytes(elsewhere.root.public_bytes(Encoding.PEM))
    key = rsa_key(0)
    content = key_file(key, elsewhere.issue(key.public_key(), holder="某公司"), elsewhere.root)
    assert [*why(head(), content)] == ["key_file"]


def test_a_revoked_certificate_does_not_come_back() -> None:
    actor, content = head(), issued()
    revoke_seal(uploaded(actor, content))
    assert why(actor, content) == {"key_file": ["这张证书已经吊销，不能再用，请换发新证书。"]}


@pytest.mark.parametrize("role", [Role.CLERK, Role.REVIEWER, Role.AUDITOR])
def test_others_keep_no_seal(role: Role) -> None:
    actor = UserFactory.create(roles=[role.value])
    with pytest.raises(PermissionDenied):
        uploaded(actor)
    with pytest.raises(PermissionDenied):
        revoke(actor=actor, reason="丢失", at=NOW)


def test_a_revoked_seal_is_out_of_use_and_on_the_list() -> None:
    actor = OfficeHeadFactory.create()
    seal = make_seal(actor.unit)
    done = revoke(actor=actor, reason=" 密钥丢失 ", at=NOW)
    assert (done.pk, done.state, done.revoked_at, done.revoked_by, done.revoked_because) == (
        seal.pk,
        Seal.State.REVOKED,
        NOW,
        actor,
        "密钥丢失",
    )
    known = x509.load_der_x509_crl(authority.current_revocations(at=NOW))
    assert [one.serial_number for one in known] == [int(seal.serial, 16)]
    assert Entry.objects.get(verb="seal_revoked").details == {"reason": "密钥丢失"}


def test_revoking_needs_a_reason_and_a_seal() -> None:
    actor = head()
    with pytest.raises(ValidationError, match="请写明吊销的原因。"):
        revoke(actor=actor, reason="  ", at=NOW)
    with pytest.raises(ValidationError, match="本单位没有在用的印章，无需吊销。"):
        revoke(actor=actor, reason="丢失", at=NOW)
