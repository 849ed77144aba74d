"""The process that opens what was uploaded: ``python -m portal.seals.intake.child``.

It has little time and memory, and the public half of the vault: the key leaves it encrypted, or not at all. Its request
is one line of JSON (``picture``, ``key_file``: how many bytes of each follow; ``password``; ``vault``: the path of the
public half; ``cpu_seconds``: how long it may take) and the bytes; its answer is one JSON object, whose ``trouble``
names what cannot be used.
"""

import json
import logging
import resource
import sys
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from portal.seals import keys, vault
from portal.seals.intake import keyfiles, pictures
from portal.seals.intake.troubles import Trouble

MEGABYTES = 900
_MEGABYTE = 1024 * 1024
_UNREADABLE = {"picture": "damaged", "key_file": "password"}


def main() -> None:
    """Answers one request."""
    logging.disable(logging.CRITICAL)
    source = sys.stdin.buffer
    request = json.loads(source.readline())
    _limit(request["cpu_seconds"])
    picture, key_file = (source.read(request[name]) for name in ("picture", "key_file"))
    steps: dict[str, Callable[[], dict[str, Any]]] = {
        "picture": lambda: {"picture": b64encode(pictures.normalised(picture)).decode("ascii")},
        "key_file": lambda: _key(keyfiles.opened(key_file, request["password"]), request["vault"]),
    }
    for name, step in steps.items():
        sys.stdout.write(json.dumps({"about": name, **_attempted(step, name)}) + "\n")
        sys.stdout.flush()


def _attempted(step: Callable[[], dict[str, Any]], name: str) -> dict[str, Any]:
    try:
        return step()
    except Trouble as trouble:
        return {"trouble": trouble.word, "values": trouble.values}
    except vault.VaultError:
        return {"trouble": "vault", "values": {}}
    except (MemoryError, RecursionError):
        return {"trouble": "limits", "values": {}}
    except BaseException:  # a decoder's panic is no Exception; whatever it is, the upload cannot be used
        return {"trouble": _UNREADABLE[name], "values": {}}


def _key(found: keyfiles.KeyFile, vault_path: str) -> dict[str, Any]:
    return {
        "certificate": keys.pem_of(found.certificate),
        "chain": keys.pem_of(*found.chain),
        "sealed_key": b64encode(vault.seal_with(vault_path, keys.plain(found.key))).decode("ascii"),
    }


def _limit(cpu_seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * _MEGABYTE, MEGABYTES * _MEGABYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
