"""Having an upload opened by a process that may die of it."""

import json
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from portal.env import BASE_DIR
from portal.seals.intake.troubles import Trouble

COMMAND = (sys.executable, "-m", "portal.seals.intake.child")
MOST_PICTURE, MOST_KEY_FILE = 2 * 1024 * 1024, 100 * 1024
#: How long a picture and a key file may take together, whatever the processor is busy with.
PATIENCE = 30
#: Seconds of the processor that they may take together.
CPU_SECONDS = 8


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A picture in its kept form, a certificate with those above it (PEM), and its key as it lies in the vault."""

    picture: bytes
    certificate: str
    chain: str
    sealed_key: bytes


def take_in(*, picture: bytes, key_file: bytes, password: str, cpu_seconds: int = CPU_SECONDS) -> TakenIn:
    """The upload, ready to be kept; raises an ExceptionGroup of Trouble, at most one for each field."""
    troubles = [*_too_large(picture, key_file)]
    if troubles:
        raise ExceptionGroup("upload", troubles)
    answers = {answer["about"]: answer for answer in _asked(picture, key_file, password, cpu_seconds)}
    for about in ("picture", "key_file"):
        answer = answers.get(about, {"trouble": "limits", "values": {}})
        if "trouble" in answer:
            troubles.append(Trouble(about, answer["trouble"], **answer["values"]))
        if about not in answers:  # what it died of; the rest was not tried
            break
    if troubles:
        raise ExceptionGroup("upload", troubles)
    found = answers["key_file"]
    return TakenIn(
        picture=b64decode(answers["picture"]["picture"]),
        certificate=found["certificate"],
        chain=found["chain"],
        sealed_key=b64decode(found["sealed_key"]),
    )


def _too_large(picture: bytes, key_file: bytes) -> list[Trouble]:
    sizes = (("picture", len(picture), MOST_PICTURE), ("key_file", len(key_file), MOST_KEY_FILE))
    return [Trouble(field, "large") for field, size, most in sizes if size > most]


def _asked(picture: bytes, key_file: bytes, password: str, cpu_seconds: int) -> list[dict[str, Any]]:
    """The child's answers; fewer than two where it died or was too slow."""
    head = {
        "picture": len(picture),
        "key_file": len(key_file),
        "password": password,
        "vault": settings.SEAL_VAULT_PUBLIC_KEY,
        "cpu_seconds": cpu_seconds,
    }
    request = b"".join((json.dumps(head).encode(), b"\n", picture, key_file))
    try:
        said = subprocess.run(  # noqa: S603 - our own program, no shell
            COMMAND,
            input=request,
            cwd=BASE_DIR,
            env={"PYTHONPATH": str(BASE_DIR)},
            capture_output=True,
            timeout=PATIENCE,
        ).stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    return [json.loads(line) for line in said.splitlines() if line.endswith(b"}")]
