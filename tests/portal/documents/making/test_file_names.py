"""Names that every system takes."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.documents.making.file_names import LONGEST_BYTES, RESERVED, distinct, safe_filename, safe_path

REFUSED_BY_WINDOWS = frozenset('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("巴楚县 城乡居民养老 自评表.pdf", "巴楚县 城乡居民养老 自评表.pdf"),
        ('a<b>:"c"/d\\e|f?g*.pdf', "a＜b＞：＂c＂／d＼e｜f？g＊.pdf"),
        ("  表. .", "表"),
        ("con.pdf", "_con.pdf"),
        ("COM1", "_COM1"),
        ("表\x00\n\u202e.pdf", "表.pdf"),
        ("\ud800", "未命名"),
        ("...", "未命名"),
        ("", "未命名"),
    ],
)
def test_a_name_becomes_a_file_name(name: str, expected: str) -> None:
    assert safe_filename(name) == expected


def test_a_long_name_keeps_its_suffix() -> None:
    shortened = safe_filename("塔" * 300 + ".pdf")
    assert shortened == "塔" * ((LONGEST_BYTES - len(".pdf")) // 3) + ".pdf"


@given(st.text(st.characters(codec=None)))
def test_every_text_becomes_a_name_that_windows_takes(name: str) -> None:
    safe = safe_filename(name)
    assert not REFUSED_BY_WINDOWS & set(safe)
    assert safe == safe.strip().rstrip(". ") != ""
    assert len(safe.encode()) <= LONGEST_BYTES
    assert not RESERVED.match(safe)


@given(st.text(st.sampled_from("./\\ab :")))
def test_a_path_never_leads_out(name: str) -> None:
    parts = safe_path(name).split("/")
    assert all(part not in {"", ".", ".."} for part in parts)
    assert not PurePosixPath(safe_path(name)).is_absolute()


def test_a_repeated_name_is_numbered_whatever_its_case() -> None:
    names = ["县/表.pdf", "县/表.pdf", "A.pdf", "a.PDF", "县/表.pdf"]
    assert list(distinct(names)) == ["县/表.pdf", "县/表（2）.pdf", "A.pdf", "a（2）.PDF", "县/表（3）.pdf"]


@given(st.lists(st.sampled_from(["a", "A", "a（2）", "b.pdf", "b（2）.pdf"])))
def test_distinct_names_are_distinct(names: list[str]) -> None:
    made = [name.casefold() for name in distinct(names)]
    assert len(set(made)) == len(names)
