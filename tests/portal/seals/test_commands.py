"""What operators do on a command line: a vault's key pair, a certificate for a unit."""

import stat
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from portal import clock
from portal.audit.models import Entry
from portal.seals import vault
from portal.seals.intake.keyfiles import opened
from portal.seals.keys import described
from portal.seals.services.unit_seals import upload
from tests.factories.accounts import HeadFactory, UnitFactory
from tests.factories.seals import make_authority
from tests.portal.seals.uploads import good_picture

pytestmark = pytest.mark.django_db


def issued(unit: str, path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[bytes, str]:
    """The file that the command wrote, and the password that it printed."""
    call_command("issue_seal_certificate", unit, str(path))
    said = capsys.readouterr().out.splitlines()
    assert said[0] == str(path)
    return path.read_bytes(), said[1].removeprefix("password: ")


def test_a_unit_can_upload_what_was_issued_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_authority()
    head = HeadFactory.create(unit=UnitFactory.create(name="甲局"))
    content, password = issued("甲局", tmp_path / "seal.p12", capsys)
    seal = upload(actor=head, picture=good_picture(), key_file=content, key_password=password, at=clock.now())
    assert (seal.holder, seal.demo) == ("甲局样章", True)


def test_in_service_it_names_the_unit_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.EMBEDDED = False
    make_authority()
    UnitFactory.create(name="甲局")
    assert described(opened(*issued("甲局", tmp_path / "seal.p12", capsys)).certificate)["holder"] == "甲局"


def test_the_file_is_readable_by_its_owner_alone_and_the_issue_is_recorded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_authority()
    unit = UnitFactory.create(name="甲局")
    content, password = issued("甲局", tmp_path / "seal.p12", capsys)
    assert stat.S_IMODE((tmp_path / "seal.p12").stat().st_mode) == 0o600
    fingerprint = described(opened(content, password).certificate)["fingerprint"]
    entry = Entry.objects.get(verb="seal_certificate_issued")
    assert (entry.subject_id, entry.details) == (str(unit.pk), {"unit": "甲局", "fingerprint": fingerprint})


def test_a_unit_that_is_not_known_is_refused_with_those_that_are_near() -> None:
    make_authority()
    UnitFactory.create(name="巴楚县社会保险管理局")
    with pytest.raises(
        CommandError, match=r"^No units are called 巴楚县; .* Units with such a name: 巴楚县社会保险管理局$"
    ):
        call_command("issue_seal_certificate", "巴楚县", "seal.p12")


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    make_authority()
    UnitFactory.create(name="甲局")
    (tmp_path / "seal.p12").write_text("precious")
    with pytest.raises(CommandError, match=r"seal.p12 cannot be written: File exists$"):
        call_command("issue_seal_certificate", "甲局", str(tmp_path / "seal.p12"))
    assert (tmp_path / "seal.p12").read_text() == "precious"
    assert not Entry.objects.filter(verb="seal_certificate_issued").exists()


def test_without_an_authority_or_the_vaults_key_none_is_issued(tmp_path: Path, settings: Settings) -> None:
    UnitFactory.create(name="甲局")
    with pytest.raises(CommandError, match="This portal has no authority of its own"):
        call_command("issue_seal_certificate", "甲局", str(tmp_path / "seal.p12"))
    make_authority()
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    with pytest.raises(CommandError, match="The vault cannot be used: SEAL_VAULT_PRIVATE_KEY is not set"):
        call_command("issue_seal_certificate", "甲局", str(tmp_path / "seal.p12"))
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: Settings) -> None:
    call_command("make_seal_vault", str(tmp_path))
    public, private = tmp_path / vault.PUBLIC_NAME, tmp_path / vault.PRIVATE_NAME
    assert str(private) in capsys.readouterr().out
    settings.SEAL_VAULT_PUBLIC_KEY, settings.SEAL_VAULT_PRIVATE_KEY = str(public), str(private)
    assert vault.open_sealed(vault.seal(b"key")) == b"key"
    with pytest.raises(CommandError, match=f"^{public} is there already"):
        call_command("make_seal_vault", str(tmp_path))


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing/vault_public_key cannot be written: No such file or directory$"):
        call_command("make_seal_vault", str(tmp_path / "missing"))
