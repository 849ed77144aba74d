"""The rooms keep their directions."""

import subprocess
import sys

from tests.architecture.sources import ROOT


def test_imports_keep_to_the_contracts() -> None:
    call = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", call, "--no-cache"], cwd=ROOT, text=True, capture_output=True)
    assert done.returncode == 0, done.stdout
