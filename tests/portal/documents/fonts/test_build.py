"""Building a typeface from a source whose outlines are not TrueType's."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from portal.documents.fonts import build
from portal.documents.fonts.typefaces import TYPEFACES, Source, Typeface

NAMES = {"copyright": "© Somebody", "familyName": "Old", "styleName": "Regular", "fullName": "Old", "version": "7.0"}


def outline(width: int, left: int, right: int) -> object:
    """A lens between two curves, cubic as in CFF."""
    pen = T2CharStringPen(width, None)
    pen.moveTo((left, 0))
    pen.curveTo((left, 400), (right, 400), (right, 0))
    pen.curveTo((right, -300), (left, -300), (left, 0))
    pen.closePath()
    return pen.getCharString()


def source(folder: Path, shapes: Mapping[str, tuple[int, int, int]]) -> Path:
    """A CFF font that draws these characters: width, left and right edge of each."""
    builder = FontBuilder(1000, isTTF=False)
    glyphs = {".notdef": (500, 0, 400)} | {f"g{ord(key)}": shape for key, shape in shapes.items()}
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({ord(key): f"g{ord(key)}" for key in shapes})
    builder.setupCFF("Old-Regular", {}, {name: outline(*shape) for name, shape in glyphs.items()}, {})
    builder.setupHorizontalMetrics({name: (width, left) for name, (width, left, _) in glyphs.items()})
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable(NAMES)
    builder.setupOS2()
    builder.setupPost()
    path = folder / "Old.otf"
    builder.save(path)
    return path


def typeface(required: str, wanted: str = "") -> Typeface:
    return replace(
        TYPEFACES[0],
        name="New",
        source=Source("Old.otf", "fonts-old"),
        required=frozenset(required),
        wanted=frozenset(wanted),
        drawn_as={"·": "・"},
    )


def made(path: Path, face: Typeface) -> TTFont:
    written = BytesIO()
    build.build(face, path).save(written)
    return TTFont(BytesIO(written.getvalue()))


def test_curves_become_quadratic_and_keep_their_place(tmp_path: Path) -> None:
    font = made(source(tmp_path, {"绩": (1000, 50, 950)}), typeface("绩"))
    glyph = font["glyf"][font.getBestCmap()[ord("绩")]]
    assert "CFF " not in font
    assert (glyph.xMin, glyph.xMax, glyph.yMin, glyph.yMax) == (50, 950, -225, 300)
    assert font["hmtx"][font.getBestCmap()[ord("绩")]] == (1000, 50)


def test_a_line_is_as_high_as_the_type_and_centred_on_the_hanzi(tmp_path: Path) -> None:
    font = made(source(tmp_path, {"绩": (1000, 50, 950), "1": (500, 0, 400)}), typeface("绩1"))
    middle = (300 - 225) / 2
    assert (font["hhea"].ascent, font["hhea"].descent) == (round(middle) + 500, round(middle) - 500)


def test_a_dash_fills_its_em_and_a_dot_takes_the_wide_ones_shape(tmp_path: Path) -> None:
    shapes = {"绩": (1000, 50, 950), "—": (890, 43, 846), "·": (300, 100, 200), "・": (1000, 400, 600)}
    font = made(source(tmp_path, shapes), typeface("绩—·"))
    dash, dot = (font["glyf"][font.getBestCmap()[ord(character)]] for character in "—·")
    assert (dash.xMin, dash.xMax) == (0, 1000)
    assert (dot.xMin, dot.xMax) == (400, 600)


def test_only_what_is_wanted_is_kept(tmp_path: Path) -> None:
    font = made(source(tmp_path, {"绩": (1000, 50, 950), "效": (1000, 50, 950)}), typeface("绩", wanted="①"))
    assert list(font.getBestCmap()) == [ord("绩")]


def test_a_required_character_that_the_source_does_not_draw_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="does not draw ①效"):
        build.build(typeface("绩效①"), source(tmp_path, {"绩": (1000, 50, 950)}))


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    path = source(tmp_path, {"绩": (1000, 50, 950)})
    files = [BytesIO(), BytesIO()]
    for file in files:
        build.build(typeface("绩"), path).save(file)
    assert files[0].getvalue() == files[1].getvalue()


def test_the_copyright_is_kept_and_the_name_is_not(tmp_path: Path) -> None:
    names = made(source(tmp_path, {"绩": (1000, 50, 950)}), typeface("绩"))["name"]
    assert (names.getDebugName(0), names.getDebugName(1)) == ("© Somebody", "Jixiao New")
    assert names.getDebugName(10).startswith("A modified version of Old, 7.0")


def test_a_source_is_found_below_a_folder_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "usr" / "share").mkdir(parents=True)
    path = source(tmp_path / "usr" / "share", {"绩": (1000, 50, 950)})
    assert build.find(Source("Old.otf", "fonts-old"), [tmp_path / "none", tmp_path]) == path


def test_what_is_missing_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "_SYSTEM", tmp_path)
    assert build.main([]) == 1
    assert "apt-get install fonts-noto-cjk texlive-lang-chinese" in capsys.readouterr().err
