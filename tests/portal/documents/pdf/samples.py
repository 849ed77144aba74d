"""A small paper with everything that a paper can have."""

from functools import cache
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

from portal.documents.papers.printable_html import SealPlace
from portal.documents.pdf import render_pdf

PAGE = """<!doctype html><html lang="zh-CN"><head><title>绩效自评表</title></head><body class="set-3">
<p class="mark">未签章</p><h1 class="sheet-t">绩效自评表</h1>
<table class="sheet"><caption class="vh">自评表</caption>
<colgroup><col class="mm-170"><col class="mm-180"><col class="mm-385"><col class="mm-385"></colgroup>
<tbody><tr id="first"><th scope="rowgroup" class="sec" rowspan="3">一、预算<br>情况</th>
<th scope="col" colspan="2">预算数</th><th scope="col">执行数</th></tr>
<tr><td rowspan="2">小计</td><td>14158</td><td>10934</td></tr>
<tr><td>14159</td><td>10935</td></tr>
<tr><th scope="row" class="sec">二、说明</th><td colspan="3">按时足额发放。</td></tr></tbody></table>
<div class="feet"><div class="foot left"><p>县社会保险管理局</p><p id="seal-unit">（公章）</p>
<p>2020年10月15日</p></div><div class="between"><div class="look-up">
<img src="qr:https://zhibao.example/v/ABCDEFGHJKMN/" alt="二维码"></div></div>
<div class="foot right"><p>地区财政局</p><p id="seal-prefecture">（公章）</p></div></div></body></html>"""
PLACES = (
    SealPlace("seal-unit", "UnitSeal", "县社会保险管理局公章"),
    SealPlace("seal-prefecture", "PrefectureSeal", "地区财政局公章"),
)
FACTS = '{"facts":{"year":2020,"unit":"万元"}}'.encode()
CODE = "ABCDEFGHJKMN"
TITLE = "县社会保险基金支出绩效自评表"


@cache
def paper() -> bytes:
    """The sample, to be sealed twice."""
    return render_pdf(PAGE, title=TITLE, facts=FACTS, seal_places=PLACES, code=CODE)


@cache
def bare_paper() -> bytes:
    """The same page as a draft: nothing attached, no fields, no code."""
    return render_pdf(PAGE)


def opened(pdf: bytes) -> PdfFileReader:
    """The file for looking inside."""
    return PdfFileReader(BytesIO(pdf))


def fields_of(pdf: bytes) -> list[Any]:
    """The form fields, widgets included, in their order."""
    root = opened(pdf).root
    return [field.get_object() for field in root["/AcroForm"]["/Fields"]] if "/AcroForm" in root else []
