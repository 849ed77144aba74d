"""What was uploaded is opened by a process of its own, which may die of it; the key leaves it encrypted, or not."""

import inspect
import re
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID
from pytest_django import Settings

from portal.env import BASE_DIR
from portal.seals import keys, vault
from portal.seals.intake import child, keyfiles, pictures
from portal.seals.intake.reading import PATIENCE, TakenIn, take_in
from portal.seals.intake.troubles import Trouble
from portal.seals.intake.words import WORDS
from tests.factories.assessments import NOW
from tests.factories.seals import rsa_key
from tests.portal.seals.uploads import PASSWORD, SVG, bomb, good_picture, key_file, patient


def certificate() -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "甲局")])
    draft = x509.CertificateBuilder(name, name, rsa_key().public_key(), 7, NOW, NOW + timedelta(days=9))
    return draft.sign(rsa_key(), hashes.SHA256())


def taken(
    picture: bytes | None = None, content: bytes | None = None, password: str = PASSWORD, **limits: int
) -> TakenIn:
    return take_in(
        picture=good_picture() if picture is None else picture,
        key_file=key_file(rsa_key(), certificate()) if content is None else content,
        password=password,
        **limits,
    )


def why(
    picture: bytes | None = None, content: bytes | None = None, password: str = PASSWORD, **limits: int
) -> dict[str, str]:
    with pytest.raises(ExceptionGroup) as refused:
        taken(picture, content, password, **limits)
    troubles = [one for one in refused.value.exceptions if isinstance(one, Trouble)]
    return {one.field: one.word for one in troubles}


def test_a_good_upload_comes_back_ready_to_be_kept() -> None:
    found = taken()
    own = keys.certificate_of(found.certificate)
    assert found.picture == pictures.normalised(good_picture())
    assert keys.opened(found.sealed_key, own).public_key() == rsa_key().public_key()
    assert found.chain == ""


def test_the_key_is_never_seen_outside() -> None:
    found = taken()
    plain = keys.plain(rsa_key())
    assert vault.open_sealed(found.sealed_key) == plain
    assert plain not in b"".join((found.picture, found.certificate.encode(), found.sealed_key))


def test_both_are_looked_at_before_anything_is_said() -> None:
    assert why(SVG, b"nonsense") == {"picture": "format", "key_file": "format"}


def test_an_upload_that_is_too_large_is_not_opened() -> None:
    began = time.monotonic()
    assert why(bytes(2 * 1024 * 1024 + 1), bytes(100 * 1024 + 1)) == {"picture": "large", "key_file": "large"}
    assert time.monotonic() - began < 0.2


def test_a_bomb_goes_off_elsewhere() -> None:
    assert why(bomb(60_000, 60_000)) == {"picture": "wide"}
    assert why(bomb(3900, 3900)) == {"picture": "damaged"}


def test_a_key_file_that_wants_endless_hashing_is_given_up() -> None:
    endless = patient(key_file(rsa_key(), certificate()), 2_000_000_000)
    began = time.monotonic()
    assert why(content=endless, cpu_seconds=1) == {"key_file": "limits"}
    assert time.monotonic() - began < PATIENCE


def test_the_process_starts_without_what_it_needs_for_no_picture_and_no_key() -> None:
    code = f"import sys, {child.__name__}; print(*{{'celery', 'weasyprint', 'pyhanko'}} & {{*sys.modules}})"
    command, env = [sys.executable, "-c", code], {"PYTHONPATH": str(BASE_DIR)}
    assert subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout == "\n"


def test_a_decoder_that_panics_ends_in_words() -> None:
    assert why(password="\0") == {"key_file": "password"}


def test_without_a_vault_nothing_is_taken_in(settings: Settings, tmp_path: Path) -> None:
    settings.SEAL_VAULT_PUBLIC_KEY = str(tmp_path / "missing")
    assert why() == {"key_file": "vault"}


@pytest.mark.parametrize("module", [pictures, keyfiles, child])
def test_every_trouble_has_words(module: ModuleType) -> None:
    text = inspect.getsource(module)
    raised = set(re.findall(r'Trouble\("(\w+)", "(\w+)"', text))
    assert raised <= set(WORDS)
