"""Finding objects of a file that is about to be written, by the references between them."""

from collections.abc import Iterator
from typing import Any


def dereferenced(pdf: Any, reference: bytes) -> Any:
    """The object that ``reference`` (``12 0 R``) names."""
    return pdf.objects[int(reference.split()[0])]


def pages_of(pdf: Any) -> list[Any]:
    """The page dictionaries in their order."""
    return [dereferenced(pdf, reference) for reference in pdf.page_references]


def parent_tree_of(pdf: Any) -> Any:
    """Number and content by turns: for a page its elements by MCID, for an annotation its one element."""
    return dereferenced(pdf, root_of(pdf)["ParentTree"])["Nums"]


def root_of(pdf: Any) -> Any:
    """The root of the tag tree."""
    return dereferenced(pdf, pdf.catalog["StructTreeRoot"])


def elements_of(pdf: Any) -> Iterator[Any]:
    """Every element of the tag tree, parents before children; what only the parent tree knows is not among them."""
    waiting = list(root_of(pdf)["K"])
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes) and (element := dereferenced(pdf, kid)).get("Type") == "/StructElem":
            yield element
            kids = element["K"]
            waiting.extend(reversed(kids if isinstance(kids, list) else [kids]))
