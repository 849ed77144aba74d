"""The door: what is taken out, what is mended, what stays, and that going through it twice changes nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.text.door import Cleaned, clean, clean_all, clean_line


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\u202e005", Cleaned("005", 1)),
        ("≥\u202e59%\u202c", Cleaned("≥59%", 2)),
        ("1\u20666\u2069", Cleaned("16", 2)),
        ("a\u200eb\u200fc\u061cd", Cleaned("abcd", 3)),
        ("巴楚\u200b县\u00ad社\ufeff保\u2060局", Cleaned("巴楚县社保局", 4)),
        ("甲\x00乙\x07丙\x1f丁\x7f戊\x9b", Cleaned("甲乙丙丁戊", 5)),
        ("半个\ud83d字", Cleaned("半个字", 1)),
        ("图\ufffc", Cleaned("图", 1)),
        ("好\ufe0f", Cleaned("好\ufe0f")),
        ("1\ufe0f", Cleaned("1", 1)),
        ("参\u200d保\u200c人", Cleaned("参保人", 2)),
    ],
)
def test_what_nobody_sees_is_taken_out(typed: str, stored: Cleaned) -> None:
    assert clean(typed) == stored


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क\u094d\u200dष", "葛\U000e0100城", "ئۇيغۇر", "\u1820\u180b"])
def test_joins_and_variants_that_a_script_needs_stay(text: str) -> None:
    assert clean(text) == Cleaned(text)


@pytest.mark.parametrize("bullet", list("\uf0b7\uf06c\uf0d8\uf0a7\uf06e\uf075\uf076\uf0b2➢❖▪"))
def test_bullets_of_word_wps_and_powerpoint_become_a_dot(bullet: str) -> None:
    assert clean(f"{bullet} 及时发放") == Cleaned("· 及时发放", mended=1)


@pytest.mark.parametrize("soft", ["\x0b", "\x0c", "\u2028", "\u2029", "\x85"])
def test_soft_breaks_become_line_breaks(soft: str) -> None:
    assert clean(f"一{soft}二") == Cleaned("一\n二", mended=1)


def test_blanks_and_the_hyphen_of_word_are_the_usual_ones() -> None:
    assert clean("1\xa0234\u202f万\u2009元 95\x1e105") == Cleaned("1 234 万 元 95-105", mended=4)


def test_line_breaks_of_windows_are_nothing_to_speak_of() -> None:
    assert clean("一\r\n二\r三\t四") == Cleaned("一\n二\n三\t四")


def test_a_text_is_composed() -> None:
    assert clean("e\u0301\u2126\uf900") == Cleaned("éΩ豈")


def test_a_name_has_one_line() -> None:
    assert clean_line("王\n小\u202e明\t") == Cleaned("王 小明 ", removed=1, mended=2)


def test_other_signs_of_the_private_area_stay_to_be_asked_about() -> None:
    assert clean("\uf0b3\ue003😀") == Cleaned("\uf0b3\ue003😀")


def test_everything_in_a_file_is_cleaned() -> None:
    assert clean_all({"实\u200b施": ["\u202e5", {"x": None, "y": 3}]}) == {"实施": ["5", {"x": None, "y": 3}]}


@given(st.text(st.characters(codec=None)))
@example("ا\u200c\u200dب")
@example("ا\u200c\u0300\u200dب")
def test_what_went_through_the_door_goes_through_unchanged(text: str) -> None:
    assert clean(once := clean(text).text) == Cleaned(once)
    assert clean_line(line := clean_line(text).text) == Cleaned(line)
