"""The committed typefaces: TrueType, complete, named as ours, as they were built, and licensed."""

import hashlib
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from portal.documents.fonts import FOLDER, MANIFEST, charset
from portal.documents.fonts.typefaces import TYPEFACES, Typeface

SYMBOLS = "㎡≥≤±‰①⑳×÷％￥℃—…“”‘’《》〔〕（），。；：！？、·№Ⅰ"
#: Of these the sources of 仿宋 and 楷 draw none; style sheets put 宋 behind them.
NOT_BY_FANDOL = "㎡⑳"
each = pytest.mark.parametrize("typeface", TYPEFACES, ids=lambda typeface: typeface.name)


@cache
def font(typeface: Typeface) -> TTFont:
    return TTFont(FOLDER / typeface.filename, lazy=True)


def characters(typeface: Typeface) -> set[str]:
    return {chr(code) for code in font(typeface).getBestCmap()}


def contours(typeface: Typeface, glyph: str) -> int:
    """How many contours the glyph has, -1 for one that is put together, read where its outline begins."""
    number, places = font(typeface).getGlyphID(glyph), font(typeface)["loca"]
    return int.from_bytes(outlines(typeface)[places[number] : places[number + 1]][:2], signed=True)


@cache
def outlines(typeface: Typeface) -> bytes:
    return font(typeface).reader["glyf"]


def test_there_are_five_and_all_are_described() -> None:
    assert sorted(file.name for file in FOLDER.glob("*.ttf")) == sorted(typeface.filename for typeface in TYPEFACES)
    assert len(TYPEFACES) == 5


def test_they_are_what_was_built() -> None:
    found = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in sorted(FOLDER.glob("*.ttf"))]
    assert MANIFEST.read_text().splitlines() == found


def test_together_they_stay_below_22_megabytes() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir() if file.is_file()) < 22_000_000


@each
def test_outlines_are_true_type_and_no_table_is_idle(typeface: Typeface) -> None:
    assert font(typeface).sfntVersion == "\0\1\0\0"
    assert sorted(font(typeface).reader.keys()) == sorted(
        ["OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"]
    )


@each
def test_all_of_gb_2312_and_ascii_is_there(typeface: Typeface) -> None:
    assert charset.gb2312() | charset.ascii_characters() <= characters(typeface)


@each
def test_the_symbols_of_papers_are_there(typeface: Typeface) -> None:
    lacking = NOT_BY_FANDOL if "GPL" in typeface.licence else ""
    assert set(SYMBOLS) - characters(typeface) == set(lacking)


def test_every_standard_character_is_in_song() -> None:
    (song,) = (typeface for typeface in TYPEFACES if typeface.name == "Song")
    assert charset.rest_of_standard() <= characters(song)


@each
def test_every_character_but_blanks_is_drawn(typeface: Typeface) -> None:
    blank = {chr(code) for code, name in font(typeface).getBestCmap().items() if not contours(typeface, name)}
    assert {character for character in blank if not character.isspace() and character != "\xad"} == set()


@each
def test_dashes_join_and_the_dot_between_names_is_an_em_wide(typeface: Typeface) -> None:
    glyphs, names = font(typeface)["glyf"], font(typeface).getBestCmap()
    dash = glyphs[names[ord("—")]]
    assert (dash.xMin, dash.xMax, font(typeface)["hmtx"][names[ord("—")]]) == (0, 1000, (1000, 0))
    assert font(typeface)["hmtx"][names[ord("·")]][0] == 1000


@each
def test_names_are_our_own(typeface: Typeface) -> None:
    names = font(typeface)["name"]
    assert names.getDebugName(1) == names.getDebugName(4) == f"Jixiao {typeface.name}"
    assert names.getDebugName(6) == f"Jixiao{typeface.name}-Regular"
    assert str(names.getName(1, 3, 1, 0x804)) == typeface.chinese
    shown = "".join(str(names.getName(number, 3, 1, 0x409)) for number in (1, 2, 3, 4, 6))
    assert not any(reserved in shown for reserved in ("Noto", "Source", "Fandol"))


@each
def test_copyright_and_licence_are_named_inside_and_lie_beside(typeface: Typeface) -> None:
    names = font(typeface)["name"]
    owner = "Fandol team" if "GPL" in typeface.licence else "Adobe"
    assert owner in names.getDebugName(0)
    assert names.getDebugName(13) == typeface.licence
    licence = (FOLDER / typeface.licence.rpartition(" ")[2]).read_text()
    assert typeface.filename in licence.partition("-----")[0]
    assert ("As a special exception" in licence) == ("GPL" in typeface.licence)


@each
def test_embedding_is_allowed_and_a_line_is_as_high_as_the_type(typeface: Typeface) -> None:
    metrics, heads = font(typeface)["OS/2"], font(typeface)["hhea"]
    assert metrics.fsType == 0
    assert (heads.ascent, heads.descent, heads.lineGap) == (
        metrics.sTypoAscender,
        metrics.sTypoDescender,
        metrics.sTypoLineGap,
    )
    assert (heads.ascent - heads.descent, heads.lineGap) == (font(typeface)["head"].unitsPerEm, 0)


def test_the_licence_decision_is_recorded() -> None:
    decision = FOLDER.parents[2] / "docs" / "decisions" / "0013-fonts-of-our-own.md"
    assert "SIL Open Font License" in decision.read_text()
