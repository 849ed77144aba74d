"""The facts that a paper was printed from, in the paper."""

from typing import Any

#: The name of the attached file.
FACTS_NAME = "facts.json"
_MEDIA_TYPE = "/application#2fjson"
_DESCRIPTION = "本文件所载数据（JSON）"


def attach_facts(pdf: Any, facts: bytes) -> None:
    """Puts ``facts`` (JSON) into ``pdf`` as :data:`FACTS_NAME`, the source that the whole document was made from."""
    from pydyf import Array, Dictionary, Stream, String

    details = Dictionary({"Size": len(facts)})
    content = Stream([facts], Dictionary({"Type": "/EmbeddedFile", "Subtype": _MEDIA_TYPE, "Params": details}))
    pdf.add_object(content)
    file = Dictionary(
        {
            "Type": "/Filespec",
            "F": String(FACTS_NAME),
            "UF": String(FACTS_NAME),
            "Desc": String(_DESCRIPTION),
            "AFRelationship": "/Source",
            "EF": Dictionary({"F": content.reference, "UF": content.reference}),
        }
    )
    pdf.add_object(file)
    names = Dictionary({"Names": Array([String(FACTS_NAME), file.reference])})
    pdf.catalog.setdefault("Names", Dictionary())["EmbeddedFiles"] = names
    pdf.catalog["AF"] = Array([file.reference])
