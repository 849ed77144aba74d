"""The vault: keys of seals, encrypted so that only processes with the private half can read them.

Every process has the public half and can put a key in; workers alone have the private half. Both are files of one line,
64 hexadecimal digits; their paths are ``settings.SEAL_VAULT_PUBLIC_KEY`` and ``settings.SEAL_VAULT_PRIVATE_KEY``.
"""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

PUBLIC_NAME, PRIVATE_NAME = "vault_public_key", "vault_private_key"


class VaultError(Exception):
    """The vault cannot be used; the message is one line for the operator."""


class VaultMissingError(VaultError):
    """This process has no public key, so that nothing can be put in."""


class VaultClosedError(VaultError):
    """This process has no private key, so that nothing can be taken out."""


class VaultDamagedError(VaultError):
    """The content of the vault was not put in with its key, or was changed since."""


def seal(content: bytes) -> bytes:
    """``content`` for the vault, different on every call; raises VaultMissingError, VaultError."""
    if not settings.SEAL_VAULT_PUBLIC_KEY:
        raise VaultMissingError("SEAL_VAULT_PUBLIC_KEY is not set")
    return seal_with(settings.SEAL_VAULT_PUBLIC_KEY, content)


def seal_with(path: str, content: bytes) -> bytes:
    """The same with the public half at ``path``, where no settings are loaded."""
    return bytes(_public(path).encrypt(content))


def open_sealed(content: bytes) -> bytes:
    """The secret that :func:`seal` was given; raises VaultClosedError, VaultDamagedError, VaultError."""
    if not is_open():
        raise VaultClosedError("SEAL_VAULT_PRIVATE_KEY is not set: only workers open the vault")
    try:
        return bytes(_private(settings.SEAL_VAULT_PRIVATE_KEY).decrypt(content))
    except CryptoError as error:
        raise VaultDamagedError("this was not sealed with the vault's key, or was changed since") from error


def is_open() -> bool:
    """True if this process has the private half."""
    return bool(settings.SEAL_VAULT_PRIVATE_KEY)


def write_pair(directory: Path) -> tuple[Path, Path]:
    """Writes a new pair into ``directory``; returns the paths of its public and its private half.

    Raises OSError, FileExistsError where there is one already: what it encrypted would be lost with it.
    """
    private = PrivateKey.generate()
    paths = (directory / PUBLIC_NAME, directory / PRIVATE_NAME)
    for path, key in zip(paths, (bytes(private.public_key), bytes(private)), strict=True):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{key.hex()}\n")
    return paths


@lru_cache(maxsize=4)
def _public(path: str) -> SealedBox:
    return SealedBox(PublicKey(_line(path)))


@lru_cache(maxsize=4)
def _private(path: str) -> SealedBox:
    return SealedBox(PrivateKey(_line(path)))


def _line(path: str) -> bytes:
    try:
        key = bytes.fromhex(Path(path).read_text(encoding="ascii"))
    except OSError as error:
        raise VaultError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise VaultError(f"{path} is no vault key: 64 hexadecimal digits are expected") from error
    if len(key) != PublicKey.SIZE:
        raise VaultError(f"{path} is no vault key: 64 hexadecimal digits are expected")
    return key
