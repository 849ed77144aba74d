"""The commands that a whole run, a quick run and a measuring run consist of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SuiteStage:
    """One command, Python's arguments; ``processes``: how many of them it keeps busy at once.

    ``production``: with the settings that a server in service has. ``number`` keeps stages apart that use the servers
    side by side: each has a test database and a database of the broker of its own. ``after``: the title of the stage
    that must have ended before.
    """

    title: str
    arguments: tuple[str, ...]
    processes: int = 1
    production: bool = False
    number: int = 0
    after: str = ""


#: Every test database is copied from this one: nothing is migrated twice.
DATABASE = SuiteStage("database", ("manage.py", "migrate", "--verbosity", "0"))
#: The linter of imports is a console script alone.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

#: What looks at the files alone, the longest first.
LINT = (
    SuiteStage("types", ("-m", "mypy", ".")),
    SuiteStage("import contracts", ("-c", LINT_IMPORTS)),
    SuiteStage("templates", ("-m", "djlint", "templates", "--lint")),
    SuiteStage("deployment check", ("manage.py", "check", "--deploy", "--fail-level", "WARNING"), production=True),
    SuiteStage("ruff check", ("-m", "ruff", "check", ".")),
    SuiteStage("ruff format", ("-m", "ruff", "format", "--check", ".")),
)
MIGRATIONS = SuiteStage("migrations are complete", ("manage.py", "makemigrations", "--check", "--dry-run"), number=5)

_PYTEST = ("-m", "pytest", "-q")
#: Two processes, each with its own test database; the browser's with a web server and a browser of their own as well.
_TWICE = ("-n", "2", "--dist", "loadgroup")
#: Where all tests stand that drive a browser; all files with tests that start workers, but that of the running portal.
BROWSER_ROOM = "tests/e2e"
WORKER_FILES = (
    "tests/portal/documents/making/test_waiting_papers.py",
    "tests/portal/documents/test_forged_jobs.py",
    "tests/portal/documents/test_killed_workers.py",
    "tests/portal/documents/test_worker.py",
    "tests/portal/embedded/test_run_given.py",
    "tests/portal/jobs/test_frozen_broker.py",
    "tests/portal/verification/test_worker.py",
)
RUNNING_FILE = "tests/portal/embedded/test_run.py"
_JOURNEY = f"{BROWSER_ROOM}/journey"
BROWSER = SuiteStage(
    "browser tests",
    (*_PYTEST, *_TWICE, BROWSER_ROOM, f"--ignore={_JOURNEY}"),
    processes=2,
    number=1,
    after=DATABASE.title,
)
#: Its steps build on each other, in a portal of their own, which is killed after them.
JOURNEY = SuiteStage("journey", (*_PYTEST, _JOURNEY, RUNNING_FILE), number=4)
#: What is left of it where there is no browser.
RUNNING = SuiteStage("running portal", (*_PYTEST, RUNNING_FILE), number=4)
WORKERS = SuiteStage(
    "worker tests",
    (*_PYTEST, "-m", "worker", *WORKER_FILES),
    number=2,
    after=DATABASE.title,
)
TESTS = SuiteStage(
    "tests",
    (*_PYTEST, *_TWICE, "-m", "not worker and not measure", f"--ignore={BROWSER_ROOM}"),
    processes=2,
    number=3,
    after=DATABASE.title,
)
#: Rooms of pure Python and of what holds for all files; other rooms print, open hostile files or start processes.
_PURE_ROOMS = (
    *("tests/architecture", "tests/assessments/domain", "tests/assessments/editions", "tests/assessments/sheets"),
    *("tests/assessments/forms", "tests/reviews/domain", "tests/reviews/forms"),
    *("tests/portal/ui", "tests/portal/audit", "tests/portal/accounts"),
)
PURE = SuiteStage("pure tests", (*_PYTEST, *_TWICE, "-m", "pure", *_PURE_ROOMS), processes=2)

#: A whole run. Browsers and workers wait a lot, so what looks at files runs beside them; ``TESTS`` waits for nothing.
WHOLE = (DATABASE, JOURNEY, BROWSER, *LINT, MIGRATIONS, WORKERS, TESTS)
WITHOUT_BROWSER = (DATABASE, RUNNING, *LINT, MIGRATIONS, WORKERS, TESTS)
#: What needs no server.
QUICK = (PURE, *LINT)
MEASURED = "tests/benchmarks"
