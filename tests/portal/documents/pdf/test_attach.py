"""The facts in the paper."""

from portal.documents.pdf.attach import FACTS_NAME
from tests.portal.documents.pdf.samples import FACTS, bare_paper, opened, paper


def test_the_facts_are_attached_byte_for_byte_as_the_papers_source() -> None:
    root = opened(paper()).root
    name, file = root["/Names"]["/EmbeddedFiles"]["/Names"]
    (associated,) = root["/AF"]
    file = file.get_object()
    content = file["/EF"]["/F"]
    assert (name, file["/F"], file["/UF"]) == (FACTS_NAME, FACTS_NAME, FACTS_NAME)
    assert (file["/AFRelationship"], content["/Subtype"]) == ("/Source", "/application/json")
    assert content.data == FACTS
    assert content["/Params"]["/Size"] == len(FACTS)
    assert associated.get_object() == file


def test_without_facts_nothing_is_attached() -> None:
    root = opened(bare_paper()).root
    assert ("/AF" in root, "/EmbeddedFiles" in root.get("/Names", {})) == (False, False)
