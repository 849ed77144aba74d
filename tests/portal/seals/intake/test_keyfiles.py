"""A key file gives a key, its certificate and those above it, or is refused in words."""

from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from portal.seals.intake.keyfiles import opened
from portal.seals.intake.troubles import Trouble
from tests.factories.assessments import NOW
from tests.factories.seals import rsa_key
from tests.portal.seals.uploads import PASSWORD, doubled, key_file


@cache
def certified(key: Any, name: str = "甲局") -> x509.Certificate:
    """A certificate that the key signed itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    draft = x509.CertificateBuilder(subject, subject, key.public_key(), 7, NOW, NOW + timedelta(days=9))
    return draft.sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256())


@cache
def small_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 1024)


def why(content: bytes, password: str = PASSWORD) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Trouble) as refused:
        opened(content, password)
    assert refused.value.field == "key_file"
    return refused.value.word, refused.value.values


@pytest.mark.parametrize("curve", [None, ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()])
def test_it_gives_key_certificate_and_those_above(curve: ec.EllipticCurve | None) -> None:
    key = ec.generate_private_key(curve) if curve else rsa_key()
    above = certified(rsa_key(1), "上级")
    found = opened(key_file(key, certified(key), above), PASSWORD)
    assert (found.certificate, found.chain) == (certified(key), (above,))
    assert found.key.public_key() == key.public_key()


def test_a_blank_password_is_one_too() -> None:
    content = pkcs12.serialize_key_and_certificates(b"seal", rsa_key(), certified(rsa_key()), None, NoEncryption())
    assert opened(content, "").certificate == certified(rsa_key())


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", "\0"])
def test_a_wrong_password_is_refused(password: str) -> None:
    assert why(key_file(rsa_key(), certified(rsa_key())), password) == ("password", {})


@pytest.mark.parametrize(
    "content",
    [b"not a key file", b"-----BEGIN PRIVATE KEY-----", b"%PDF-1.7", b"0\x82\x01\x00" + bytes(256), b"0" * 5000],
)
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    assert why(content) == ("format", {})


def test_nothing_is_said_to_be_nothing() -> None:
    assert why(b"") == ("empty", {})


def test_a_file_without_a_key_is_refused() -> None:
    assert why(key_file(None, certified(rsa_key()))) == ("no_key", {})


def test_a_file_without_a_certificate_is_refused() -> None:
    assert why(key_file(rsa_key(), None)) == ("no_certificate", {})


def test_a_file_with_two_keys_is_refused() -> None:
    assert why(doubled(key_file(rsa_key(), certified(rsa_key())))) == ("several", {"number": 2})


def test_a_file_with_many_certificates_is_refused() -> None:
    above = [certified(rsa_key(1), f"第{number}级") for number in range(11)]
    assert why(key_file(rsa_key(), certified(rsa_key()), *above)) == ("chain", {})


def test_a_weak_key_is_refused() -> None:
    assert why(key_file(small_key(), certified(small_key()))) == ("weak", {"bits": 1024})


@pytest.mark.parametrize("make", [lambda: ec.generate_private_key(ec.SECP256K1()), ed25519.Ed25519PrivateKey.generate])
def test_a_key_of_another_kind_is_refused(make: Any) -> None:
    key = make()
    assert why(key_file(key, certified(key))) == ("kind", {})


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(noise: bytes) -> None:
    assert why(noise)[0] in {"empty", "format"}


@given(st.data())
def test_a_damaged_key_file_never_gives_another_key(data: st.DataObject) -> None:
    content = bytearray(key_file(rsa_key(), certified(rsa_key())))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    with suppress(Trouble):
        assert opened(bytes(content), PASSWORD).key.public_key() == rsa_key().public_key()
