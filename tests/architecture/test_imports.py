"""Every room can be the first to be imported: a program of its own may begin anywhere."""

import subprocess
import sys

from tests.architecture.sources import ROOT, own

ROOMS = sorted(
    {
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in own(".py")
        if path.startswith(("assessments/domain/", "assessments/sheets/", "assessments/editions/", "reviews/domain/"))
        and path.removesuffix("/__init__.py").count("/") == 2
    }
)
#: Each in its own interpreter would take minutes: one forks for each of them, before it has imported anything.
FORKING = """
import importlib, os, sys
failed = []
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            importlib.import_module(name)
        except ImportError as error:
            print(f"{name}: {error}")
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        failed.append(name)
print(*failed, sep="\\n")
"""


def test_no_module_of_the_pure_rooms_needs_another_to_be_imported_first() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKING, *ROOMS], cwd=ROOT, text=True, capture_output=True, check=True, timeout=300
    )
    assert done.stdout.strip() == ""
