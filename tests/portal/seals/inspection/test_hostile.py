"""Files that are made to hurt: each gets its word, soon."""

import os
import time
from collections.abc import Callable
from functools import partial

import pytest

from portal.seals.inspection.findings import MOST_BYTES
from portal.seals.inspection.sandbox import inspect
from tests.factories import pdfs
from tests.portal.seals.inspection.offices import Trust, problems, twice

#: Far more than any of these takes; what takes longer than this is stopped by the sandbox, not by the parser.
SOON = 12

TROUBLES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (bytes, "empty"),
    "a program": (pdfs.program, "not_pdf"),
    "one byte too large": (lambda: b"%PDF-1.7\n".ljust(MOST_BYTES + 1), "too_large"),
    "encrypted": (pdfs.encrypted, "encrypted"),
    "portfolio": (pdfs.portfolio, "portfolio"),
    "truncated": (lambda: pdfs.small_paper("")[:-200], "damaged"),
    "a header alone": (lambda: b"%PDF-1.7\n", "damaged"),
    "nothing but ends": (lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 1_000_000, "damaged"),
    "one endless line": (lambda: b"%PDF-1.7" + b"x" * (MOST_BYTES - 20) + b"%%EOF", "damaged"),
    "brackets in brackets": (pdfs.deep, "too_complex"),
    "a long claim": (pdfs.long_claims, "damaged"),
    "a bomb in an object stream": (partial(pdfs.object_stream_bomb, 300), "too_complex"),
    "a bomb in a table": (partial(pdfs.table_bomb, 300), "too_complex"),
    "thousands of signatures": (pdfs.many_signatures, "too_complex"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_it_ends_in_its_word(name: str) -> None:
    make, trouble = TROUBLES[name]
    content, began = make(), time.monotonic()
    found = inspect(content, Trust())
    assert (found.trouble, found.signatures, found.code) == (trouble, (), "")
    assert time.monotonic() - began < SOON


@pytest.mark.parametrize("name", pdfs.recursive())
def test_what_leads_back_to_itself_ends(name: str) -> None:
    found = inspect(pdfs.recursive()[name], Trust())
    assert (found.trouble in {"", "damaged", "too_complex"}, found.signatures) == (True, ())


def test_ten_thousand_pages_are_just_long() -> None:
    found = inspect(pdfs.many_pages(), Trust())
    assert (found.trouble, found.signatures) == ("", ())


def test_rights_to_use_a_reader_are_a_signature_of_others() -> None:
    found = inspect(pdfs.usage_rights(), Trust())
    assert (problems(found), found.holds) == ([("unsupported",)], False)


def test_noise_after_a_header_is_damaged() -> None:
    found = inspect(b"%PDF-1.7\n" + os.urandom(100_000) + b"\nstartxref\n20\n%%EOF\n", Trust())
    assert found.trouble == "damaged"


def test_a_broken_copy_still_shows_whose_it_was() -> None:
    pdf = twice()
    found = inspect(pdf[: len(pdf) - 300], Trust())
    assert (found.trouble, found.code) == ("damaged", pdfs.CODE)
    assert [(one.problems, one.holds) for one in found.signatures] == [(("unread",), False)] * 2
