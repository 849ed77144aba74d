"""The gunicorn of the portal, wherever it is started: ``gunicorn --config=python:portal.web_server portal.wsgi``.

Address and number of processes come from the command line or from ``WEB_CONCURRENCY``.
"""

import os
import sys
from pathlib import Path

from portal.env import env
from portal.logs import logging_settings

worker_class = "gthread"
threads = 4
graceful_timeout = 5
#: The pages are loaded once; all processes are forked from the one that has loaded them.
preload_app = True
#: The control socket would need a home directory, and nobody here talks to it.
control_socket_disable = True

_shared_memory = Path("/dev/shm")  # noqa: S108 - heartbeats only; a slow disk would stall them
worker_tmp_dir = str(_shared_memory) if os.access(_shared_memory, os.W_OK) else None

logconfig_dict = logging_settings(json=not env.bool("PORTAL_EMBEDDED", default=False))
accesslog = "-"
#: The path without its question: what people search for is not written down.
access_log_format = "%(h)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"

#: Seconds after which a thread that computes lets another go on that has its answer from the database.
_TURN = 0.0005


def post_worker_init(_worker: object) -> None:
    """Gives the threads of a process short turns: a save asks the database ten times, and would wait ten long ones."""
    sys.setswitchinterval(_TURN)
