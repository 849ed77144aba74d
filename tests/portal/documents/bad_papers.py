"""Files that look right in one reader or to one check and are not."""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from weasyprint import HTML

from portal.documents.pdf.typefaces import font_configuration
from tests.portal.documents.debian_fonts import debian_font

PAGE = """<!doctype html><html lang="zh-CN"><title>表</title><style>
@font-face {{ font-family: Cut; src: url({}) }} html {{ font: 14pt Cut, "Jixiao Song" }}</style><p>{}</p></html>"""
TEXT = "喀什地区巴楚县社会保险基金支出绩效自评表" * 20


def with_renumbered_glyphs(folder: Path, characters: str = TEXT) -> bytes:
    """A PDF with a CFF font whose glyphs were renumbered when it was cut down to ``characters``; others are in ours.

    Poppler draws it, MuPDF does not.
    """
    font = TTFont(debian_font("NotoSerifCJK-Regular.ttc"), fontNumber=2, lazy=True)
    cutter = subset.Subsetter(subset.Options(layout_features=[]))
    cutter.populate(text=characters)
    cutter.subset(font)
    path = folder / "cut.otf"
    font.save(path)
    return bytes(HTML(string=PAGE.format(path.as_uri(), TEXT)).write_pdf(font_config=font_configuration()))
