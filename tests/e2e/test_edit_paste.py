"""Blocks from Word, WPS and Excel: their HTML holds what their text loses; nothing is overwritten before it is seen."""

from playwright.sync_api import expect

from assessments.services.rows import add_rows
from tests.e2e.edit_scene import Bureau, Form
from tests.e2e.looks import axe, picture
from tests.factories.assessments import NOW

#: As Word writes a table: paragraphs in cells, source lines broken anywhere, a merged cell.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0'>
  <td width=180 colspan=2 style='width:134.9pt'><p class=MsoNormal><span style='font-family:宋体'>城乡居民参
保人数</span><span lang=EN-US><o:p></o:p></span></p>
  <p class=MsoNormal>（含代缴）<span lang=EN-US><o:p></o:p></span></p></td>
  <td width=90><p class=MsoNormal><span lang=EN-US>100</span>人</p></td>
  <td width=90><p class=MsoNormal><span lang=EN-US>98</span>人<span lang=EN-US><o:p></o:p></span></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td width=90><p class=MsoNormal>发放率</p></td>
  <td width=90><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
  <td width=90><p class=MsoNormal>≥95%</p></td>
  <td width=90><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>
 </tr>
</table><!--EndFragment--></body></html>"""

#: As Excel writes a range: a line break at the end of a cell, a hidden row, and the row that aligns its columns.
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--td {mso-style-parent:style0; white-space:nowrap;}--></style></head><body link=blue><table border=0>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=19><td height=19 class=xl65>甲指标</td><td class=xl66 align=right>100人<br>
    </td></tr>
 <tr height=0 style='display:none;mso-height-source:userset'><td class=xl65>乙指标</td><td>1人</td></tr>
 <tr height=19><td height=19 class=xl65>丙指标</td><td>2人</td></tr>
<!--EndFragment-->
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'><td width=64></td><td width=64></td></tr>
 <![endif]>
</table></body></html>"""


def row(bureau: Bureau, number: int) -> list[str]:
    return [bureau.value(bureau.key(number, name)) for name in ("level3", "target", "actual")]


def test_a_table_from_word_stands_row_by_row_as_it_does_there(form: Form, bureau: Bureau) -> None:
    third = row(bureau, 3)
    form.input(bureau.key(1, "level3")).click()
    form.paste("城乡居民参保人数\n（含代缴）\t100人\t98人\n发放率\t\t≥95%\t\n", WORD)
    form.saved()
    assert row(bureau, 1) == ["城乡居民参保人数\n（含代缴）", "100人", "98人"]
    assert row(bureau, 2)[:2] == ["发放率", "≥95%"]
    assert row(bureau, 3) == third
    form.input(bureau.key(3, "actual")).click()
    form.paste("甲\n乙", "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>")
    form.press("Tab")
    form.saved()
    assert bureau.value(bureau.key(3, "actual")) == "甲\n乙"


def test_a_range_from_excel_is_pasted_as_it_is_seen_there(form: Form, bureau: Bureau) -> None:
    form.input(bureau.key(1, "level3")).click()
    before = row(bureau, 1)
    form.paste('甲指标\t"100人\n"\n乙指标\t1人\n丙指标\t2人\n', EXCEL)
    dialog = form.page.locator("#dlg-paste")
    expect(dialog).to_contain_text("隐藏的 1 行不会粘贴。")
    assert row(bureau, 1) == before
    form.press("Enter")
    form.saved()
    assert [row(bureau, number)[:2] for number in (1, 2)] == [["甲指标", "100人"], ["丙指标", "2人"]]
    form.input(bureau.key(2, "level3")).click()
    merged = "<tr><td>一</td><td colspan=2>二</td></tr><tr><td>三</td><td>四</td><td>五</td></tr>"
    form.paste("一\t二\n三\t四\t五\n", f"<table>{merged}</table>")
    expect(dialog).to_contain_text("合并的单元格与本表的格不一致，内容只填入其中第一格。")
    form.press("Escape")
    assert row(bureau, 2)[:2] == ["丙指标", "2人"]


def test_rows_beyond_the_limit_are_said_before_anything_is_overwritten(form: Form, bureau: Bureau) -> None:
    before = row(bureau, 2)
    form.input(bureau.key(2, "level3")).click()
    form.paste("".join(f"指标{number}\t{number}人\n" for number in range(1, 231)))
    dialog = form.page.locator("#dlg-paste")
    expect(dialog).to_contain_text("一张表最多 200 行，划去的最后 31 行放不下，不会粘贴。")
    expect(dialog.locator("del")).to_have_count(62)
    picture(form.page, "edit-paste-over")
    axe(form.page)
    form.press("Escape")
    expect(dialog).to_be_hidden()
    assert row(bureau, 2) == before
    # A colleague's rows make the list longer than the page knows: the paste is refused whole.
    theirs = [{"level3": f"同事{number}"} for number in range(150)]
    add_rows(filing=bureau.filing, after=None, actor=bureau.colleague, at=NOW, values=theirs)
    form.paste("".join(f"指标{number}\t{number}人\n" for number in range(1, 151)))
    form.press("Enter")
    expect(form.page.locator("#notice")).to_contain_text("最多 200 行")
    assert row(bureau, 2) == before
