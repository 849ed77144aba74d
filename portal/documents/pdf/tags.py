"""The tag tree as a screen reader needs it, where the engine leaves it wrong or bare."""

from typing import Any

from portal.documents.pdf.objects import dereferenced, elements_of, pages_of, parent_tree_of

#: What HTML calls the reach of a header cell, and what PDF calls it.
_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_PIXEL = 0.75


def mend_tags(document: Any, pdf: Any) -> None:
    """Header cells get their scope, tables their summary, pictures their place; what stands in a margin is no content.

    The engine counts the columns of cells wrongly after a cell that spans rows: its ``Headers`` name wrong headers, and
    go. The scope in the HTML says the same in fewer words. A table's caption, which paper does not show, becomes its
    summary.
    """
    for page in document.pages:
        _mend_tables(page, pdf)
    elements = list(elements_of(pdf))
    for element in elements:
        if element["S"] == "/Figure":
            _place(pdf, element)
    tagged = {element.number for element in elements}
    _margins_are_artifacts(pdf, tagged)
    _drop_elements_outside(pdf, tagged)


def _mend_tables(page: Any, pdf: Any) -> None:
    summary = ""
    for box in page._page_box.descendants():
        if box.element_tag == "table":
            summary = box.element.findtext("caption", "")
        elif (cell := getattr(box, "mark", None)) is not None:
            cell.pop("ID", None)
            cell["A"].pop("Headers", None)
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = _SCOPES[box.element.get("scope", "col")]
            _sum_up(pdf, cell, summary)


def _sum_up(pdf: Any, cell: Any, summary: str) -> None:
    """Gives the table around ``cell`` its ``summary``."""
    from pydyf import Dictionary, String

    table = cell
    while table["S"] != "/Table":
        table = dereferenced(pdf, table["P"])
    if summary and "A" not in table:
        table["A"] = Dictionary({"O": "/Table", "Summary": String(summary)})


def _place(pdf: Any, figure: Any) -> None:
    """The engine writes a picture's box in pixels from the top; PDF counts points from the bottom."""
    height = dereferenced(pdf, figure["Pg"])["MediaBox"][3]
    left, top, right, bottom = (edge * _PIXEL for edge in figure["A"]["BBox"])
    figure["A"]["BBox"][:] = [left, height - bottom, right, height - top]


def _margins_are_artifacts(pdf: Any, tagged: set[int]) -> None:
    """Page numbers and marks in the margins have elements that hang in no tree: they become artifacts without any."""
    nums = parent_tree_of(pdf)
    for page in pages_of(pdf):
        elements = nums[nums.index(page["StructParents"]) + 1]
        outside = {mcid for mcid, element in enumerate(elements) if int(element.split()[0]) not in tagged}
        for mcid in outside:
            elements[mcid] = "null"
        _mark_as_artifacts(dereferenced(pdf, page["Contents"]).stream, outside)


def _mark_as_artifacts(operators: list[Any], outside: set[int]) -> None:
    for index, operand in enumerate(operators):
        if isinstance(operand, dict) and operand.get("MCID") in outside:
            operators[index - 1] = "/Artifact"
            operand.clear()
            operand["Type"] = "/Pagination"


def _drop_elements_outside(pdf: Any, tagged: set[int]) -> None:
    from pydyf import Dictionary

    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("Type") == "/StructElem" and thing.number not in tagged:
            thing.free = "f"
