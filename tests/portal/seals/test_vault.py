"""The vault gives back what was put in, only to who has the private half, and nothing that was changed."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from portal.seals import vault


@given(st.binary(max_size=3000))
def test_it_gives_back_what_was_put_in(content: bytes) -> None:
    assert vault.open_sealed(vault.seal(content)) == content


def test_the_same_content_never_looks_the_same() -> None:
    assert vault.seal(b"key") != vault.seal(b"key")


@given(st.data())
def test_a_single_flipped_bit_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(vault.seal(b"the key of a seal"))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(vault.VaultDamagedError):
        vault.open_sealed(bytes(sealed))


@given(st.binary(max_size=100))
def test_what_was_never_put_in_is_damaged(content: bytes) -> None:
    with pytest.raises(vault.VaultDamagedError):
        vault.open_sealed(content)


def test_a_process_without_the_private_half_puts_in_but_does_not_take_out(settings: Settings) -> None:
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    sealed = vault.seal(b"key")
    assert not vault.is_open()
    with pytest.raises(vault.VaultClosedError):
        vault.open_sealed(sealed)


def test_a_process_without_the_public_half_puts_nothing_in(settings: Settings) -> None:
    settings.SEAL_VAULT_PUBLIC_KEY = ""
    with pytest.raises(vault.VaultMissingError):
        vault.seal(b"key")


def test_another_vaults_key_opens_nothing(settings: Settings, tmp_path: Path) -> None:
    sealed = vault.seal(b"key")
    settings.SEAL_VAULT_PRIVATE_KEY = str(vault.write_pair(tmp_path)[1])
    with pytest.raises(vault.VaultDamagedError):
        vault.open_sealed(sealed)


@pytest.mark.parametrize("content", [None, "", "abc", "zz" * 32, "ab" * 31, "ab" * 33, "钥"])
def test_a_file_that_is_no_key_is_named(settings: Settings, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "key"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    settings.SEAL_VAULT_PUBLIC_KEY = settings.SEAL_VAULT_PRIVATE_KEY = str(path)
    with pytest.raises(vault.VaultError, match=f"^{path} (is no vault key|cannot be read)"):
        vault.seal(b"key")
    with pytest.raises(vault.VaultError, match=f"^{path} (is no vault key|cannot be read)"):
        vault.open_sealed(b"key")


def test_a_pair_is_readable_by_its_owner_alone_and_never_written_over(tmp_path: Path) -> None:
    paths = vault.write_pair(tmp_path)
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o600, 0o600]
    before = [path.read_text() for path in paths]
    with pytest.raises(FileExistsError):
        vault.write_pair(tmp_path)
    assert [path.read_text() for path in paths] == before
