"""A signal ends the supervisor wherever it meets it."""

import subprocess
import sys

#: Asks itself to end inside a hook around fork, where Python loses what a handler raises.
LOSES_IT = """
import os, signal
from portal.embedded.children import end_if_asked, end_on_signals
end_on_signals(exit_code=7)
os.register_at_fork(after_in_parent=lambda: signal.raise_signal(signal.SIGTERM))
if os.fork() == 0:
    os._exit(0)
print("lost", flush=True)
end_if_asked()
print("never")
"""


def test_a_wish_to_end_that_was_lost_in_a_fork_is_kept() -> None:
    done = subprocess.run([sys.executable, "-c", LOSES_IT], text=True, capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (7, "lost\n")
