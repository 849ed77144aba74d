"""Which typeface a paper is set in: the owner's, else ours, else Debian's; and none where no font holds a character."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from portal.documents import pdf
from portal.documents.fonts import FOLDER
from portal.documents.pdf import engine, typefaces
from tests.portal.documents.debian_fonts import debian_font
from tests.portal.documents.paper_checks import Face, faces

PAGE = """<!doctype html><html lang="zh-CN"><title>表</title><h1 class="sheet-t">自评表</h1>
<table class="sheet"><tr><th>预算数</th><td>{}</td></tr></table></html>"""
BIAOSONG, SONG, HEI = "Jixiao-Biaosong", "Jixiao-Song", "Jixiao-Hei"
#: In no official table of characters; Debian's fonts have it.
RARE = "\U00020bb7"
Installed = Callable[[Path], None]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installed]:
    """Makes the fonts of one folder the only ones of the system."""

    def install(folder: Path) -> None:
        config = tmp_path / "fonts.conf"
        folders = f"<dir>{folder}</dir><cachedir>{tmp_path}/cache</cachedir>"
        config.write_text(f"<?xml version='1.0'?><fontconfig>{folders}</fontconfig>")
        monkeypatch.setenv("FONTCONFIG_FILE", str(config))
        engine._engine.cache_clear()

    yield install
    engine._engine.cache_clear()


def named(path: Path, family: str) -> None:
    """Our own 楷 under another family's name: what an owner may have bought."""
    font = TTFont(FOLDER / "JixiaoKai.ttf")
    for number in (1, 4):
        font["name"].setName(family, number, 3, 1, 0x409)
        font["name"].removeNames(number, langID=0x804)
    path.parent.mkdir(exist_ok=True)
    font.save(path)


def names(content: str = "10934") -> set[str]:
    return {face.name for face in faces(pdf.render_pdf(PAGE.format(content)))}


def test_a_form_is_set_in_three_of_ours_and_all_are_true_type() -> None:
    found = faces(pdf.render_pdf(PAGE.format("10934 ≥95% ㎡ ⑳ — ·")))
    assert found == {Face(name, "CIDFontType2", "FontFile2") for name in (BIAOSONG, SONG, HEI)}


def test_it_is_without_any_font_of_the_system(installed: Installed, tmp_path: Path) -> None:
    installed(tmp_path / "none")
    assert names("阿不都·热合曼 䶮㛃𠅤 喆堃珺玥") == {BIAOSONG, SONG, HEI}


@pytest.mark.parametrize(
    ("family", "replaced"),
    [
        ("FZXiaoBiaoSong-B05S", BIAOSONG),
        ("方正小标宋简体", BIAOSONG),
        ("SimSun", SONG),
        ("宋体", SONG),
        ("SimHei", HEI),
        ("黑体", HEI),
    ],
)
def test_a_typeface_that_the_owner_installed_goes_before_ours(
    family: str, replaced: str, installed: Installed, tmp_path: Path
) -> None:
    named(tmp_path / "bought" / "font.ttf", family)
    installed(tmp_path / "bought")
    found = names()
    assert replaced not in found
    assert len(found) == 3


def test_what_is_rarer_than_our_characters_comes_from_debians_font(installed: Installed) -> None:
    installed(debian_font("NotoSerifCJK-Regular.ttc").parent)
    assert names(f"{RARE}县") == {BIAOSONG, SONG, HEI, "Noto-Serif-CJK-SC"}


def test_without_that_font_the_character_is_named_and_nothing_is_printed(installed: Installed, tmp_path: Path) -> None:
    installed(tmp_path / "none")
    with pytest.raises(pdf.MissingGlyphError) as raised:
        names(f"{RARE}县")
    assert raised.value.values == {"characters": RARE}


def test_no_bold_or_slanted_type_is_imitated() -> None:
    assert names("<b>10934</b><em>10934</em>") == {BIAOSONG, SONG, HEI}


def test_without_our_files_nothing_is_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typefaces, "FOLDER", tmp_path)
    with pytest.raises(FileNotFoundError, match="typefaces cannot be read"):
        typefaces.font_configuration()


def test_a_file_that_is_no_font_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "JixiaoSong.ttf").write_bytes(b"not a font")
    monkeypatch.setattr(typefaces, "FOLDER", tmp_path)
    with pytest.raises(FileNotFoundError, match="typefaces cannot be read"):
        typefaces.font_configuration()
