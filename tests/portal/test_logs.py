"""One event, one line; never what people typed."""

import json
import subprocess
import sys

from tests.architecture.sources import ROOT

TALK = """
import json, logging, logging.config, sys
from portal.logs import configure_structlog, logging_settings
import structlog
logging.config.dictConfig(logging_settings(json=sys.argv[1] == "json"))
configure_structlog()
try:
    typed = "13800000000"
    raise ValueError("bad")
except ValueError:
    logging.getLogger("portal").exception("fault %s", "7f")
structlog.get_logger("portal.jobs").info("made", job=7, kind="pdf")
"""


def told(form: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", TALK, form], cwd=ROOT, text=True, capture_output=True, check=True)
    assert done.stdout == ""
    return done.stderr.splitlines()


def test_in_service_every_event_is_one_json_line() -> None:
    fault, made = map(json.loads, told("json"))
    assert (fault["event"], fault["level"], fault["logger"]) == ("fault 7f", "error", "portal")
    assert (made["event"], made["job"], made["kind"], made["logger"]) == ("made", 7, "pdf", "portal.jobs")


def test_a_traceback_shows_no_values() -> None:
    for form in ("json", "plain"):
        lines = "\n".join(told(form))
        assert "ValueError: bad" in lines
        assert "13800000000" not in lines
