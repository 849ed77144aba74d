"""The portal's own authority: what it issues, and its list of revoked certificates."""

from datetime import timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.conf import settings as celery_settings
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from portal.audit.models import Entry
from portal.seals import authority, vault
from portal.seals.authority import AuthorityExistsError
from portal.seals.certificates import fitting
from portal.seals.keys import certificate_of, fingerprint_of
from portal.seals.models import Authority
from portal.seals.services.founding import found_authority
from portal.seals.tasks import keep_revocations
from portal.seals.trust import trust_material
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_authority, make_seal, revoke_seal, rsa_key

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def usage(certificate: x509.Certificate) -> x509.KeyUsage:
    return certificate.extensions.get_extension_for_class(x509.KeyUsage).value


def listed(crl: bytes) -> dict[int, object]:
    return {one.serial_number: one.revocation_date_utc for one in x509.load_der_x509_crl(crl)}


def test_the_root_stands_on_itself_for_twenty_years_and_signs_certificates_alone() -> None:
    root = found_authority(at=NOW)
    root.verify_directly_issued_by(root)
    assert root.not_valid_after_utc - root.not_valid_before_utc == 20 * 365 * DAY
    assert (usage(root).key_cert_sign, usage(root).crl_sign, usage(root).digital_signature) == (True, True, False)


def test_two_authorities_have_two_names() -> None:
    first = found_authority(at=NOW)
    Authority.objects.all().delete()
    assert first.subject != found_authority(at=NOW).subject


def test_time_stamps_have_a_certificate_for_nothing_else() -> None:
    root = found_authority(at=NOW)
    office = authority.timestamp_office()
    assert office is not None
    office.certificate.verify_directly_issued_by(root)
    purpose = office.certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    assert (purpose.critical, list(purpose.value)) == (True, [ExtendedKeyUsageOID.TIME_STAMPING])


def test_a_units_certificate_names_it_and_signs_for_good() -> None:
    root = make_authority()
    until = NOW + timedelta(days=5)
    key = rsa_key().public_key()
    made = authority.issue(unit_name="巴楚县社会保险管理局", public_key=key, valid_from=NOW, valid_until=until)
    made.verify_directly_issued_by(root)
    assert made.subject.rfc4514_string() == "CN=巴楚县社会保险管理局,O=巴楚县社会保险管理局,C=CN"
    assert (made.not_valid_before_utc, made.not_valid_after_utc) == (NOW, until)
    assert (usage(made).digital_signature, usage(made).content_commitment, usage(made).key_cert_sign) == (
        True,
        True,
        False,
    )


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=100))
def test_any_name_of_a_unit_fits_a_common_name(name: str) -> None:
    made = fitting(name, "样章")
    assert len(made.encode()) <= 64
    assert made == f"{name}样章" or made.endswith("…样章")
    x509.NameAttribute(NameOID.COMMON_NAME, made)


def test_its_keys_lie_in_the_vault_alone() -> None:
    make_authority()
    for row in Authority.objects.all():
        assert b"PRIVATE" not in bytes(row.sealed_key)
        assert vault.open_sealed(bytes(row.sealed_key)) not in bytes(row.sealed_key)


def test_a_second_one_is_refused() -> None:
    root = found_authority(at=NOW)
    with pytest.raises(AuthorityExistsError):
        found_authority(at=NOW)
    assert authority.root_certificate() == root


def test_making_it_stands_in_the_record() -> None:
    root = found_authority(at=NOW)
    entry = Entry.objects.get(verb="seal_authority_made")
    assert (entry.at, entry.details) == (NOW, {"fingerprint": fingerprint_of(root)})


def test_the_command_prints_the_root_and_makes_no_second(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("make_seal_authority")
    assert certificate_of(capsys.readouterr().out) == authority.root_certificate()
    with pytest.raises(CommandError, match="This portal has an authority already"):
        call_command("make_seal_authority")


def test_the_command_says_that_there_is_no_vault(settings: Settings) -> None:
    settings.SEAL_VAULT_PUBLIC_KEY = ""
    with pytest.raises(CommandError, match="SEAL_VAULT_PUBLIC_KEY is not set"):
        call_command("make_seal_authority")
    assert not authority.exists()


def test_who_cannot_open_the_vault_can_make_it_but_issue_nothing(settings: Settings) -> None:
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    found_authority(at=NOW)
    with pytest.raises(vault.VaultClosedError):
        authority.issue(unit_name="甲局", public_key=rsa_key().public_key(), valid_from=NOW, valid_until=NOW + DAY)


def test_a_revoked_seal_is_on_the_list_at_once() -> None:
    seal, other = make_seal(UnitFactory.create()), make_seal(UnitFactory.create())
    assert listed(authority.current_revocations(at=NOW)) == {}
    revoke_seal(seal, NOW)
    known = listed(authority.current_revocations(at=NOW))
    assert known == {int(seal.serial, 16): NOW}
    assert int(other.serial, 16) not in known


def test_the_list_is_kept_for_a_day_and_then_made_anew_with_the_next_number() -> None:
    make_authority()
    first = authority.current_revocations(at=NOW)
    assert authority.current_revocations(at=NOW + DAY - timedelta(seconds=1)) == first
    second = authority.current_revocations(at=NOW + DAY)
    numbers = [
        x509.load_der_x509_crl(one).extensions.get_extension_for_class(x509.CRLNumber).value.crl_number
        for one in (first, second)
    ]
    assert numbers[1] == numbers[0] + 1


def test_the_sweep_keeps_the_list_fresh() -> None:
    seal = make_seal(UnitFactory.create())
    revoke_seal(seal)
    keep_revocations()
    assert set(listed(authority.stored_revocations())) == {int(seal.serial, 16)}


def test_it_is_called_by_the_scheduler_on_the_queue_of_workers_that_can_open_the_vault() -> None:
    entry: Any = celery_settings.CELERY_BEAT_SCHEDULE["keep_revocations"]
    assert (entry["task"], entry["options"]["queue"]) == (keep_revocations.name, "interactive")


def test_where_the_vault_is_closed_the_last_list_stands(settings: Settings) -> None:
    seal = make_seal(UnitFactory.create())
    first = authority.current_revocations(at=NOW)
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    revoke_seal(seal)
    assert authority.current_revocations(at=NOW) == first
    assert trust_material().crls == (first,)


def test_a_revoked_certificate_of_somebody_else_is_not_ours_to_list() -> None:
    foreign = make_seal(UnitFactory.create())
    Authority.objects.all().delete()
    make_authority()
    revoke_seal(foreign)
    assert listed(authority.current_revocations(at=NOW)) == {}


def test_without_an_authority_there_is_nothing() -> None:
    assert authority.root_certificate() is None
    assert authority.timestamp_office() is None
    assert authority.current_revocations(at=NOW) == b""
    assert (trust_material().roots, trust_material().crls) == ((), ())
