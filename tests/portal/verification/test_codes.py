"""The short code as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.documents.papers.public_codes import ALPHABET, LENGTH
from portal.verification.codes import canonical

CODE = "7K3M9QWX2ZT1"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        "7k3m9qwx2zt1",
        "7K3M-9QWX-2ZT1",
        " 7K3M 9QWX 2ZT1\n",
        "7K3M9QWX2ZTI",
        "7K3M9QWX2ZTl",
        "７Ｋ３Ｍ－９ＱＷＸ－２ＺＴ１",
        "7K3M—9QWX—2ZT1",
    ],
)
def test_what_is_typed_for_a_code_is_that_code(typed: str) -> None:
    assert canonical(typed) == CODE


def test_a_letter_o_is_a_nought() -> None:
    assert canonical("ooooOOOO0000") == "0" * 12


@pytest.mark.parametrize("typed", ["", "7K3M", f"{CODE}1", "7K3M9QWX2ZTU", "7K3M9QWX2ZT?", "汉" * 12, "-" * 61])
def test_what_is_none_is_none(typed: str) -> None:
    assert canonical(typed) == ""


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_a_code_stays_itself(code: str) -> None:
    assert canonical(code) == code
    assert canonical("-".join((code[:4], code[4:8], code[8:])).lower()) == code


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_nothing(typed: str) -> None:
    assert canonical(typed) == "" or set(canonical(typed)) <= set(ALPHABET)
