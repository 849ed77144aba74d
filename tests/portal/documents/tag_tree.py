"""Walking a PDF's tag tree as a screen reader does, and what it would stumble over."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, Reference

from portal.seals.inspection.reader import Reader

_MARKED = re.compile(rb"/(\w+)\s*<<[^>]*/MCID (\d+)[^>]*>>\s*BDC")
_SPOKEN = {"Figure", "Form"}
_SCOPES = {"/Row", "/Column", "/Both"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the tree; ``depth`` counts from the root's child."""

    tag: str
    depth: int
    data: DictionaryObject

    def attribute(self, name: str) -> Any:
        """An attribute of the element, None where it has none."""
        return _value(_value(self.data, "/A", {}), name)


def elements(pdf: bytes) -> list[Element]:
    """Every element of the tree, in reading order."""
    return _elements(Reader(BytesIO(pdf)))


def _elements(reader: Reader) -> list[Element]:
    return list(_walk(_root(reader)["/K"], 0))


def _value(data: Any, key: str, otherwise: Any = None) -> Any:
    """What ``key`` leads to, through references too."""
    try:
        return data[key]
    except KeyError:
        return otherwise


def _root(reader: Reader) -> Any:
    return reader.root["/StructTreeRoot"]


def _walk(kids: Any, depth: int) -> Iterator[Element]:
    for kid in _listed(kids):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield Element(kid["/S"].removeprefix("/"), depth, kid)
            yield from _walk(_value(kid, "/K", []), depth + 1)


def _listed(kids: Any) -> list[Any]:
    kids = kids if isinstance(kids, list) else [kids]
    return [kid.get_object() if isinstance(kid, IndirectObject) else kid for kid in kids]


def faults(pdf: bytes) -> list[str]:
    """What a screen reader would stumble over; empty for a sound tree."""
    reader = Reader(BytesIO(pdf))
    found = _elements(reader)
    return [
        *_cell_faults(found),
        *_table_faults(found),
        *(f"a {each.tag} without words" for each in found if each.tag in _SPOKEN and not _value(each.data, "/Alt")),
        *_figure_faults(found),
        *_content_faults(reader, found),
        *_field_faults(reader, found),
    ]


def _cell_faults(found: list[Element]) -> Iterator[str]:
    for each in found:
        if each.tag in ("TH", "TD") and (each.attribute("/Headers") is not None or "/ID" in each.data):
            yield f"a {each.tag} names headers by their number"
        if each.tag == "TH" and each.attribute("/Scope") not in _SCOPES:
            yield "a TH without a scope"


def _table_faults(found: list[Element]) -> Iterator[str]:
    for each in found:
        if each.tag == "Table":
            if not each.attribute("/Summary"):
                yield "a Table without a summary"
            widths = _widths(each)
            if len(set(widths)) > 1:
                yield f"a Table with rows of {sorted(set(widths))} columns"


def _widths(table: Element) -> list[int]:
    """How many columns each row covers, with the cells that reach into it from above."""
    rows = [each for each in _walk(table.data["/K"], 0) if each.tag == "TR"]
    reaching: defaultdict[int, int] = defaultdict(int)
    widths = []
    for number, row in enumerate(rows):
        cells = [each for each in _walk(row.data["/K"], 0) if each.tag in ("TH", "TD") and not each.depth]
        for cell in cells:
            for further in range(1, cell.attribute("/RowSpan") or 1):
                reaching[number + further] += cell.attribute("/ColSpan") or 1
        widths.append(reaching[number] + sum(cell.attribute("/ColSpan") or 1 for cell in cells))
    return widths + [-1] * (max(reaching, default=0) >= len(rows))


def _figure_faults(found: list[Element]) -> Iterator[str]:
    for each in found:
        if each.tag == "Figure":
            left, bottom, right, top = each.attribute("/BBox")
            _, _, width, height = each.data["/Pg"]["/MediaBox"]
            if not (0 <= left < right <= width and 0 <= bottom < top <= height):
                yield "a Figure outside its page"


def _content_faults(reader: Reader, found: list[Element]) -> Iterator[str]:
    """Content that no element owns, and elements that hang outside the tree."""
    owners = _parents(reader)
    inside = {_number(each.data) for each in found}
    for page in _pages(reader):
        content = page["/Contents"].data
        marked = {int(number) for _tag, number in _MARKED.findall(content)}
        here = owners[page["/StructParents"]]
        for mcid in sorted(marked):
            owner = here[mcid] if mcid < len(here) else None
            if not isinstance(owner, DictionaryObject) or _number(owner) not in inside:
                yield f"content {mcid} that no element of the tree owns"


def _number(data: DictionaryObject) -> int:
    assert isinstance(data.container_ref, Reference)
    return int(data.container_ref.idnum)


def _parents(reader: Reader) -> dict[int, Any]:
    nums = _root(reader)["/ParentTree"]["/Nums"]
    return {nums[index]: _owners(nums[index + 1]) for index in range(0, len(nums), 2)}


def _owners(value: Any) -> Any:
    return _listed(value) if isinstance(value, list) else value


def _pages(reader: Reader) -> list[Any]:
    return [kid.get_object() if isinstance(kid, IndirectObject) else kid for kid in reader.root["/Pages"]["/Kids"]]


def _field_faults(reader: Reader, found: list[Element]) -> Iterator[str]:
    owners = _parents(reader)
    for field in _listed(_value(_value(reader.root, "/AcroForm", {}), "/Fields", [])):
        owner = owners.get(_value(field, "/StructParent"))
        if not isinstance(owner, DictionaryObject) or _value(owner, "/S") != "/Form":
            yield f"a field {field['/T']} outside the tree"
        if not _value(field, "/TU") or not _value(field, "/Contents"):
            yield f"a field {field['/T']} without words"
