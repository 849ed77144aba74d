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
from threading import Lock
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessments.models import Filing
from portal.accounts.models import User
from portal.embedded.children import spawn
from portal.env import BASE_DIR
from tests.portal.jobs.workers import Yard, until

#: Any token will do, as long as cookie and header agree.
TOKEN = "a" * 32
#: Seconds after which a page asks what follows from what it saved, as ``static/js/sheet/checking.js`` has it.
PAUSE = 0.25
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
    """A person who types into one square, as fast as the page sends it, and the page that asks what follows from it."""

    port: int
    person: User
    filing: Filing
    number: int = 0
    seen: dict[str, str] = field(default_factory=lambda: {"layout": "", "panel": ""})
    #: The number of the value that the findings which came last are of, and how long each answer took (seconds).
    checked: int = 0
    waits: list[float] = field(default_factory=list)
    _asking: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        client = Client()
        client.force_login(self.person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/json",
        }
        self.connection, self.beside = (HTTPConnection("127.0.0.1", self.port, timeout=60) for _ in range(2))

    def save(self) -> float:
        """Saves the next value; returns how long the answer took (seconds)."""
        was = str(9000 + self.number - 1) if self.number else ""
        change = {"key": "executed.other", "value": str(9000 + self.number), "was": was}
        began = time.perf_counter()
        (outcome,) = self._post(self.connection, "save_squares", {"changes": [change]})["outcomes"]
        took = time.perf_counter() - began
        assert outcome["status"] == "saved", outcome
        self.number += 1
        return took

    def ask(self) -> None:
        """Asks what follows until it is of the newest value; one question at a time, as the page does."""
        if not self._asking.acquire(blocking=False):
            return
        try:
            again = 0.0
            while self.checked < self.number:
                time.sleep(max(PAUSE, self.waits[-1] if self.waits else 0, again))
                newest, began = self.number, time.perf_counter()
                found = self._post(self.beside, "findings", self.seen)
                self.waits.append(time.perf_counter() - began)
                again = 1.5 if found.get("error") == "busy" else 0
                if again:
                    continue
                self.seen.update(layout=found["layout"], panel=found["panel"])
                self.checked = newest
        finally:
            self._asking.release()

    def _post(self, connection: HTTPConnection, name: str, body: object) -> dict[str, Any]:
        """Over the same connection; one that the server closed because nothing came over it is opened anew."""
        request = ("POST", reverse(f"assessments:{name}", args=[self.filing.pk]), json.dumps(body), self.headers)
        try:
            connection.request(*request)
            response = connection.getresponse()
        except ConnectionError:
            connection.close()
            connection.request(*request)
            response = connection.getresponse()
        answer = response.read()
        assert response.status in (200, 503), answer[:500]
        return dict(json.loads(answer))


def logs(home: Path) -> str:
    """The ends of what the processes wrote, for a test that fails."""
    return "\n".join(path.read_text(encoding="utf-8")[-2000:] for path in sorted(home.glob("*.log")))
