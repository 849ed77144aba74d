"""A real portal in processes of its own, and a person who saves squares on it over HTTP."""

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessments.models import Filing
from portal.accounts.models import User
from portal.embedded.children import spawn
from portal.env import BASE_DIR
from tests.portal.documents.workers import Yard, until

#: Any token will do, as long as cookie and header agree.
TOKEN = "a" * 32
WEB_PROCESSES = 2


def served(yard: Yard) -> tuple[subprocess.Popen[bytes], int]:
    """A web server as ``bin/run`` starts it, on a free port, before the test's database."""
    env = {**os.environ, **yard.environment(), "STATIC_ROOT": str(yard.home / "static")}
    env["DJANGO_SETTINGS_MODULE"] = "portal.settings"
    collect = (sys.executable, "manage.py", "collectstatic", "--noinput")
    subprocess.run(collect, cwd=BASE_DIR, env=env, check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = (sys.executable, "-m", "gunicorn", "--config=python:portal.web_server", "portal.wsgi")
    options = (f"--bind=127.0.0.1:{port}", f"--workers={WEB_PROCESSES}")
    process = spawn((*command, *options), env=env, cwd=BASE_DIR, log=yard.home / "web.log")
    until(lambda: answers(port), "the web server answers")
    return process, port


def answers(port: int) -> bool:
    """Somebody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Editor:
    """A person who types into one square, as fast as the page sends it."""

    port: int
    person: User
    filing: Filing
    number: int = 0
    seen: dict[str, str] = field(default_factory=lambda: {"layout": "", "panel": ""})

    def __post_init__(self) -> None:
        client = Client()
        client.force_login(self.person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/json",
        }
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=60)

    def save(self) -> float:
        """Saves the next value; returns how long the answer took (seconds)."""
        was = str(9000 + self.number - 1) if self.number else ""
        change = {"key": "executed.other", "value": str(9000 + self.number), "was": was}
        body = json.dumps({"changes": [change], **self.seen})
        began = time.perf_counter()
        self.connection.request("POST", reverse("assessments:save_squares", args=[self.filing.pk]), body, self.headers)
        response = self.connection.getresponse()
        answer = response.read()
        took = time.perf_counter() - began
        assert response.status == 200, answer[:500]
        saved = json.loads(answer)
        self.seen.update(layout=saved["layout"], panel=saved["panel"])
        self.number += 1
        return took


def logs(home: Path) -> str:
    """The ends of what the processes wrote, for a test that fails."""
    return "\n".join(path.read_text(encoding="utf-8")[-2000:] for path in sorted(home.glob("*.log")))
