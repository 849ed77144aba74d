"""The places of the seals: empty signature fields, in the tag tree before anything is signed."""

from collections.abc import Sequence
from typing import Any

from portal.documents.papers.printable_html import SealPlace
from portal.documents.pdf.objects import dereferenced, parent_tree_of, root_of

#: The side of a seal's square, in millimetres.
SIDE = 40
#: How near to the paper's edge a seal may come, in millimetres.
EDGE = 5
_POINTS = 72 / 25.4
_PIXEL = 0.75
_PRINT = 4
_SIGNATURES_EXIST, _APPEND_ONLY = 1, 2


def add_seal_fields(document: Any, pdf: Any, places: Sequence[SealPlace]) -> None:
    """One empty signature field for each of ``places``, :data:`SIDE` millimetres square around its anchor's middle.

    Raises ValueError where the page has no element of that id.
    """
    if not places:
        return
    from pydyf import Array, Dictionary

    group = _element(pdf, "/Div", dereferenced(pdf, root_of(pdf)["K"][0]))
    fields = Array()
    for place in places:
        number, rectangle = _around(document, place.anchor)
        field = _field(pdf, place, pdf.page_references[number], rectangle)
        _tag(pdf, group, field, place.label)
        fields.append(field.reference)
    form = Dictionary({"Fields": fields, "SigFlags": _SIGNATURES_EXIST | _APPEND_ONLY})
    pdf.add_object(form)
    pdf.catalog["AcroForm"] = form.reference


def _around(document: Any, anchor: str) -> tuple[int, list[float]]:
    """The number of the page that ``anchor`` is on, and the seal's square in points from the bottom left."""
    for number, page in enumerate(document.pages):
        if anchor in page.anchors:
            left, top, right, bottom = (edge * _PIXEL for edge in page.anchors[anchor])
            width, height = page.width * _PIXEL, page.height * _PIXEL
            x, y = _kept((left + right) / 2, width), _kept(height - (top + bottom) / 2, height)
            half = SIDE * _POINTS / 2
            return number, [x - half, y - half, x + half, y + half]
    raise ValueError(f"the page has no element #{anchor} for a seal")


def _kept(middle: float, length: float) -> float:
    nearest = (SIDE / 2 + EDGE) * _POINTS
    return min(max(middle, nearest), length - nearest)


def _field(pdf: Any, place: SealPlace, page: bytes, rectangle: list[float]) -> Any:
    """Field and widget in one; it shows nothing until it is signed."""
    from pydyf import Array, Dictionary, Stream, String

    side = SIDE * _POINTS
    nothing = Stream(
        [b""], {"Type": "/XObject", "Subtype": "/Form", "BBox": Array([0, 0, side, side]), "Resources": Dictionary()}
    )
    pdf.add_object(nothing)
    field = Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": String(place.field),
            "TU": String(place.label),
            "Contents": String(place.label),
            "F": _PRINT,
            "P": page,
            "Rect": Array(rectangle),
            "AP": Dictionary({"N": nothing.reference}),
        }
    )
    pdf.add_object(field)
    dereferenced(pdf, page).setdefault("Annots", Array()).append(field.reference)
    return field


def _tag(pdf: Any, group: Any, field: Any, label: str) -> None:
    """Hangs ``field`` into the tag tree under ``group``.

    ``K`` is the reference itself and no array of one: pyHanko knows a field in the tag tree by that path, and calls a
    second signature a forbidden change otherwise.
    """
    from pydyf import Dictionary, String

    form = _element(pdf, "/Form", group)
    form["Alt"] = String(label)
    form["Pg"] = field["P"]
    link = Dictionary({"Type": "/OBJR", "Obj": field.reference, "Pg": field["P"]})
    pdf.add_object(link)
    form["K"] = link.reference
    numbers = parent_tree_of(pdf)
    field["StructParent"] = len(numbers) // 2
    numbers.extend([field["StructParent"], form.reference])


def _element(pdf: Any, kind: str, parent: Any) -> Any:
    from pydyf import Array, Dictionary

    element = Dictionary({"Type": "/StructElem", "S": kind, "P": parent.reference, "K": Array()})
    pdf.add_object(element)
    parent["K"].append(element.reference)
    return element
