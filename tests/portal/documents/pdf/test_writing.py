"""The bytes of a file."""

import os
import re
import subprocess
import sys
from hashlib import sha256

import pymupdf
import pytest

from portal.documents.pdf.compress import compress, deflated
from portal.documents.pdf.engine import drawn, laid_out
from portal.documents.pdf.writing import written
from portal.env import BASE_DIR
from tests.portal.documents.paper_checks import syntax_faults
from tests.portal.documents.pdf.samples import PAGE, paper
from tests.portal.documents.tag_tree import elements

_PRINTED = """
from django.conf import settings; settings.configure(STATICFILES_DIRS=["static"])
import django; django.setup()
from hashlib import sha256
from tests.portal.documents.pdf.samples import paper
print(sha256(paper()).hexdigest())
"""


def printed_elsewhere(seed: str) -> str:
    """The digest of the sample as another process prints it, whose sets and dictionaries fall otherwise."""
    done = subprocess.run(
        [sys.executable, "-c", _PRINTED],
        cwd=BASE_DIR,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_prints_the_same_bytes(seed: str) -> None:
    assert printed_elsewhere(seed) == sha256(paper()).hexdigest()


def test_what_was_dropped_is_not_in_the_file() -> None:
    document = pymupdf.open(stream=paper(), filetype="pdf")
    objects = [document.xref_object(number) for number in range(1, document.xref_length())]
    dropped = [number for number, thing in enumerate(objects, start=1) if thing == "null"]
    assert len([thing for thing in objects if "/Type /StructElem" in thing]) == len(elements(paper()))
    assert len(dropped) > 0


def test_small_objects_share_streams() -> None:
    streams = re.findall(rb"\n(\d+) 0 obj\n<<[^>]*/Type /ObjStm", paper())
    apart = re.findall(rb"\n\d+ 0 obj\n", paper())
    assert len(streams) >= 1
    assert len(apart) < 30


def test_the_identifier_follows_the_content() -> None:
    def identifier(html: str) -> bytes:
        pdf = drawn(laid_out(html))
        compress(pdf)
        (found,) = re.findall(rb"/ID \[<([0-9a-f]{32})> <\1>\]", written(pdf))
        return bytes(found)

    assert identifier(PAGE) == identifier(PAGE) != identifier(PAGE.replace("14158", "14157"))


@pytest.mark.parametrize("count", range(0, 400, 7))
def test_compressed_bytes_never_end_like_a_line(count: int) -> None:
    assert deflated(bytes(index * 31 % 251 for index in range(count)))[-1:] not in (b"\n", b"\r")


def test_the_syntax_is_right_without_any_extra() -> None:
    pdf = drawn(laid_out("<!doctype html><html lang='zh-CN'><title>表</title><p>字"))
    compress(pdf)
    assert syntax_faults(written(pdf)) == ""
