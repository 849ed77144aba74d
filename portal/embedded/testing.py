"""``bin/test``: lint, types, contracts, migrations, deployment check, then the tests on private servers."""

import secrets
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from portal.embedded.children import end_on_signals, spawn, stop
from portal.embedded.postgres import Cluster
from portal.embedded.servers import PRIVATE_KEY, Environment, environment, say, temporary
from portal.embedded.state import State
from portal.embedded.valkey import Broker
from portal.env import BASE_DIR
from portal.seals.vault import write_pair

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NO_TESTS_COLLECTED = 5
#: Connections of one test process: tests let many threads write at once.
POOL = 32
#: Settings of the caller's shell that would make the tests mean something else.
FOREIGN = (
    *("ALLOWED_HOSTS", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS", "SECURE_SSL_REDIRECT", "PORT", "HOST", "PUBLIC_URL"),
    *("SEAL_CRLS", "SEAL_SIGNER", "SEAL_TIMESTAMP_URL", "SEAL_TRUST_ROOTS"),
)


@dataclass(frozen=True)
class Stage:
    """One command of the whole run; ``production``: with the settings that a server in service has."""

    title: str
    arguments: tuple[str, ...]
    production: bool = False
    may_be_empty: bool = False
    broker_database: int = 0


#: The linter of imports is a console script alone.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

LINT = (
    Stage("ruff check", ("-m", "ruff", "check", ".")),
    Stage("ruff format", ("-m", "ruff", "format", "--check", ".")),
    Stage("types", ("-m", "mypy", ".")),
    Stage("import contracts", ("-c", LINT_IMPORTS)),
    Stage("templates", ("-m", "djlint", "templates", "--lint")),
    Stage("migrations are complete", ("manage.py", "makemigrations", "--check", "--dry-run")),
    Stage("deployment check", ("manage.py", "check", "--deploy", "--fail-level", "WARNING"), production=True),
)
#: Measured alone and shown; nothing here fails for being slow.
COST = "tests/benchmarks"
TESTS = (
    Stage("tests", ("-m", "pytest", "-n", "2", "-m", "not worker and not e2e", f"--ignore={COST}")),
    Stage("cost", ("-m", "pytest", "-q", "-s", COST), may_be_empty=True),
    Stage("worker tests", ("-m", "pytest", "-m", "worker and not e2e"), may_be_empty=True, broker_database=1),
)
JOURNEY = Stage("journey", ("-m", "pytest", "-m", "e2e"), may_be_empty=True, broker_database=2)


def run_tests(arguments: Sequence[str]) -> int:
    """Runs everything, or with ``arguments`` only pytest with them; returns the exit code."""
    end_on_signals(exit_code=130)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    state = State.locate()
    with temporary(state) as (cluster, broker):
        env = _environment(state, cluster, broker, browser)
        if arguments:
            skipped = () if browser else ("-m", "not e2e")
            return _call(Stage("pytest", ("-m", "pytest", *skipped, *arguments)), env, broker)
        failed = [stage.title for stage in (*LINT, *TESTS) if not _passes(stage, env, broker)]
        if browser and not _passes(JOURNEY, env, broker):
            failed.append(JOURNEY.title)
    if not browser:
        say("The journey was not run: there is no Chromium, and only root can install it (apt-get install chromium).")
    say(f"FAILED: {', '.join(failed)}" if failed else "All passed.")
    return 1 if failed else 0


def _environment(state: State, cluster: Cluster, broker: Broker, browser: str | None) -> Environment:
    for name in ("static", "seals"):
        (broker.home / name).mkdir(mode=0o700)
    public, private = write_pair(broker.home / "seals")
    env = {name: value for name, value in environment(state, cluster, broker).items() if name not in FOREIGN}
    return env | {
        "SEAL_VAULT_PUBLIC_KEY": str(public),
        PRIVATE_KEY: str(private),
        "DATABASE_POOL": str(POOL),
        "DOCUMENT_STORE": str(broker.home / "documents"),
        "STATIC_ROOT": str(broker.home / "static"),
        "PORTAL_PG_BIN": str(cluster.programs),
        "PORTAL_CHROMIUM": browser or "",
    }


def _passes(stage: Stage, env: Environment, broker: Broker) -> bool:
    say(f"── {stage.title}")
    began = time.monotonic()
    code = _call(stage, env, broker)
    good = code == 0 or (stage.may_be_empty and code == NO_TESTS_COLLECTED)
    say(f"   {'passed' if good else 'FAILED'} in {time.monotonic() - began:.1f} s")
    return good


def _call(stage: Stage, env: Environment, broker: Broker) -> int:
    env = env | {"REDIS_URL": broker.url(stage.broker_database)}
    if stage.production:
        env |= {"PORTAL_EMBEDDED": "0", "SECRET_KEY": secrets.token_urlsafe(64), "ALLOWED_HOSTS": "portal.example.cn"}
    child = spawn([sys.executable, *stage.arguments], env=env, cwd=BASE_DIR, own_session=False, dies_by=signal.SIGTERM)
    try:
        return child.wait()
    finally:
        stop({"stage": child}, signal.SIGTERM, patience=10)
