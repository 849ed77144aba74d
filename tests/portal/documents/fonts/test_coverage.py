"""The characters that papers can be printed with are those that the fonts hold."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from portal.documents.fonts import FOLDER
from portal.documents.fonts.coverage import characters_of, unprintable


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ttf")), ids=lambda path: path.stem)
def test_a_font_holds_what_its_table_says(path: Path) -> None:
    found = {code for first, last in characters_of(path.read_bytes()) for code in range(first, last + 1)}
    assert found == set(TTFont(path).getBestCmap())


@pytest.mark.parametrize("text", ["巴楚县社会保险管理局", "≥95%、①㎡℃…—·√×²", "一\n二\t三", "葛\U000e0100"])
def test_what_offices_write_can_be_printed(text: str) -> None:
    assert unprintable(text) == []


def test_everything_else_is_named_with_its_place() -> None:
    assert unprintable("甲😀乙\ue003丙ئ") == [(1, "😀"), (3, "\ue003"), (5, "ئ")]
