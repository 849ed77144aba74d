"""``bin/test`` and ``bin/bench``: every check on private servers, those that need no server, or what things cost."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.embedded import postgres
from portal.embedded.children import end_on_signals, spawn, stop
from portal.embedded.postgres import Cluster
from portal.embedded.servers import APART, PRIVATE_KEY, Environment, environment, say, temporary
from portal.embedded.side_by_side import SideBySide
from portal.embedded.stages import MEASURED, QUICK, WHOLE, WITHOUT_BROWSER, SuiteStage
from portal.embedded.state import KeptState
from portal.embedded.valkey import Broker
from portal.env import BASE_DIR
from portal.seals.vault import write_pair

#: The one without a window first: it draws the same with less work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: Connections of one test process: tests let many threads write at once.
POOL = 32
#: Processes that keep two processors busy: browsers, brokers and databases are waited for.
ROOM = 4
#: Settings of the caller's shell that would make the tests mean something else.
FOREIGN = (
    *("ALLOWED_HOSTS", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS", "SECURE_SSL_REDIRECT", "PORT", "HOST", "PUBLIC_URL"),
    *("SEAL_CRLS", "SEAL_SIGNER", "SEAL_TIMESTAMP_URL", "SEAL_TRUST_ROOTS"),
)
#: Where nothing answers.
NO_SERVERS = {
    "PORTAL_EMBEDDED": "1",
    "SECRET_KEY": "of nobody",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "PYTHONUNBUFFERED": "1",
}


def run_tests(arguments: Sequence[str]) -> int:
    """Runs everything, with ``--quick`` what needs no server, with other ``arguments`` pytest with them.

    Returns the exit code.
    """
    end_on_signals(exit_code=130)
    if [*arguments] == ["--quick"]:
        return _run_quick()
    return _run_pytest(arguments) if arguments else _run_whole()


def run_benchmarks(arguments: Sequence[str]) -> int:
    """Measures and shows what things cost, or what ``arguments`` name of it; returns the exit code."""
    end_on_signals(exit_code=130)
    return _run_pytest(("-q", "-s", *(arguments or (MEASURED,))), PORTAL_MEASURES="1")


def _run_whole() -> int:
    browser = _browser()
    state = KeptState.locate()
    with temporary(state) as (cluster, broker):
        env = _with_servers(state, cluster, broker) | {"PORTAL_TEST_TEMPLATE": postgres.DATABASE}

        def start(stage: SuiteStage, log: Path) -> subprocess.Popen[bytes]:
            return _start(stage, env | _of_its_own(stage, cluster, broker), log)

        failed = SideBySide(start, broker.home, ROOM).run(WHOLE if browser else WITHOUT_BROWSER)
    if not browser:
        say("No browser test was run: there is no Chromium, and only root can install it (apt-get install chromium).")
    return _told(failed)


def _run_quick() -> int:
    with tempfile.TemporaryDirectory(prefix="jixiao-") as made:
        given = {name: value for name, value in os.environ.items() if name not in APART}
        env = _for_tests(given, Path(made)) | NO_SERVERS
        failed = SideBySide(lambda stage, log: _start(stage, env, log), Path(made), ROOM).run(QUICK)
    return _told(failed)


def _run_pytest(arguments: Sequence[str], **more: str) -> int:
    state = KeptState.locate()
    with temporary(state) as (cluster, broker):
        env = _with_servers(state, cluster, broker) | more
        skipped = () if _browser() else ("-m", "not e2e")
        command = (sys.executable, "-m", "pytest", *skipped, *arguments)
        child = spawn(command, env=env, cwd=BASE_DIR, own_session=False, dies_by=signal.SIGTERM)
        try:
            return child.wait()
        finally:
            stop({"pytest": child}, signal.SIGTERM, patience=10)


def _told(failed: Sequence[str]) -> int:
    say(f"FAILED: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


def _start(stage: SuiteStage, env: Environment, log: Path) -> subprocess.Popen[bytes]:
    in_service = {"PORTAL_EMBEDDED": "0", "SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": "portal.example.cn"}
    env = env | in_service if stage.production else env
    return spawn([sys.executable, *stage.arguments], env=env, cwd=BASE_DIR, log=log, dies_by=signal.SIGTERM)


def _browser() -> str:
    return next(filter(None, map(shutil.which, BROWSERS)), "")


def _with_servers(state: KeptState, cluster: Cluster, broker: Broker) -> Environment:
    env = _for_tests(environment(state, cluster, broker), broker.home)
    return env | {"PORTAL_PG_BIN": str(cluster.programs), "DATABASE_POOL": str(POOL)}


def _of_its_own(stage: SuiteStage, cluster: Cluster, broker: Broker) -> Environment:
    """The databases of a stage; Django makes ``test_`` and its name."""
    database = {"DATABASE_URL": f"{cluster.url}_{stage.number}"} if stage.number else {}
    return database | {"REDIS_URL": broker.url(stage.number)}


def _for_tests(given: Mapping[str, str], home: Path) -> Environment:
    """``given`` without what would mislead the tests, and a vault and directories in ``home``."""
    for name in ("static", "seals"):
        (home / name).mkdir(mode=0o700)
    public, private = write_pair(home / "seals")
    return {name: value for name, value in given.items() if name not in FOREIGN} | {
        "SEAL_VAULT_PUBLIC_KEY": str(public),
        PRIVATE_KEY: str(private),
        "DOCUMENT_STORE": str(home / "documents"),
        "STATIC_ROOT": str(home / "static"),
        "PORTAL_SAMPLES": str(home / "samples"),
        "PORTAL_CHROMIUM": _browser(),
    }
