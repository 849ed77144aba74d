"""The checks of printed files find what they are there for, and nothing on a sound file."""

from pathlib import Path

import pytest

from portal.documents import pdf
from tests.portal.documents.bad_papers import TEXT, with_renumbered_glyphs
from tests.portal.documents.paper_checks import LEAST_INK, Face, faces, faults, ink, lost_spots, syntax_faults

PAGE = f"<!doctype html><html lang=zh-CN><title>表</title><h1 class=sheet-t>表</h1><p>{TEXT}</p>"


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf.render_pdf(PAGE)


@pytest.fixture(scope="module")
def renumbered(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_renumbered_glyphs(tmp_path_factory.mktemp("fonts"))


def test_a_sound_file_passes_every_check(sound: bytes) -> None:
    assert faults(sound) == []


def test_whatever_is_found_is_a_fault(renumbered: bytes) -> None:
    kinds = {fault.split(":")[0] for fault in faults(renumbered)}
    assert kinds == {f"{Face('Cut', 'CIDFontType0', 'FontFile3')} is no TrueType font in the file", "page 0"}


def test_a_font_with_other_outlines_is_found(renumbered: bytes) -> None:
    assert faces(renumbered) == {Face("Cut", "CIDFontType0", "FontFile3")}


def test_glyphs_that_one_renderer_does_not_find_cost_ink(renumbered: bytes) -> None:
    assert max(ink(renumbered)) < 0.7
    assert min(lost_spots(renumbered)) > 50


def test_no_check_of_syntax_notices_them(renumbered: bytes) -> None:
    """Why ink is measured at all."""
    assert syntax_faults(renumbered) == ""


def test_a_single_lost_character_is_found_where_the_whole_pages_ink_hardly_changes(tmp_path: Path) -> None:
    (page,), (lost,) = ink(short := with_renumbered_glyphs(tmp_path, "县")), lost_spots(short)
    assert page > LEAST_INK
    assert lost > 0


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_found(sound: bytes, share: float) -> None:
    assert syntax_faults(sound[: int(len(sound) * share)])


def test_an_index_that_points_elsewhere_is_found(sound: bytes) -> None:
    body, word, place = sound.rpartition(b"startxref\n")
    assert syntax_faults(body + word + place.replace(place.split()[0], b"17"))
