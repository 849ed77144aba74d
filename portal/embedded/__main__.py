"""``python -m portal.embedded run|test|bench|manage …``, called by the scripts in ``bin/``."""

import sys

from portal.embedded.manage import manage
from portal.embedded.run import run
from portal.embedded.servers import say
from portal.embedded.state import EmbeddedError
from portal.embedded.testing import run_benchmarks, run_tests


def main(arguments: list[str]) -> int:
    """Does what the first argument names; a failure ends in its one clear line."""
    task, *rest = arguments or [""]
    try:
        if task == "run":
            run()
        if task == "test":
            return run_tests(rest)
        if task == "bench":
            return run_benchmarks(rest)
        if task == "manage":
            return manage(rest)
    except EmbeddedError as error:
        say(f"bin/{task}: {error}")
        return 1
    say("usage: python -m portal.embedded run | test [--quick | PYTEST] | bench [PYTEST] | manage COMMAND [ARGUMENTS]")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
