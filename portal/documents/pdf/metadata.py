"""The file's words on itself: PDF/A-3a and PDF/UA-1, its title, the paper's public code, and to print it at its size.

The code stands twice. In the document information dictionary: ``/PortalCode`` (:data:`INFO_CODE`), which any PDF
library reads. In the XMP metadata, as archives want it: ``<paper:publicCode>`` (:data:`CODE_PROPERTY`) in the namespace
:data:`NAMESPACE`; that stream is never compressed, so that the code can be found in the bytes. Papers without a public
code (drafts) have neither.
"""

from typing import Any
from xml.sax.saxutils import escape

INFO_CODE = "PortalCode"
NAMESPACE = "urn:uuid:5e0f7c0a-9a5e-4b0e-8a7b-2f4c1d6e3b90:"
CODE_PROPERTY = "publicCode"

_ABOUT = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:paper="{namespace}">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{code}<pdfaExtension:schemas><rdf:Bag>
{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_SCHEMA = """\
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{property}</pdfaProperty:name>
<pdfaProperty:valueType>{type}</pdfaProperty:valueType>
<pdfaProperty:category>{category}</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
"""
_PDF_UA = _SCHEMA.format(
    name="PDF/UA identification schema",
    namespace="http://www.aiim.org/pdfua/ns/id/",
    prefix="pdfuaid",
    property="part",
    type="Integer",
    category="internal",
    description="Part of ISO 14289 that the file conforms to",
)
_OWN = _SCHEMA.format(
    name="Official paper",
    namespace=NAMESPACE,
    prefix="paper",
    property=CODE_PROPERTY,
    type="Text",
    category="external",
    description="Code under which anyone may look the paper up",
)


def describe(pdf: Any, *, title: str, language: str, code: str) -> None:
    """Writes the metadata of ``pdf``; ``code`` is the public code, or blank."""
    from pydyf import String

    pdf.catalog["ViewerPreferences"]["PrintScaling"] = "/None"  # a seal is 40 mm on paper too
    if code:
        pdf.info[INFO_CODE] = String(code)
    text = _ABOUT.format(
        namespace=NAMESPACE,
        title=escape(title),
        language=escape(language),
        producer=escape(pdf.info["Producer"].string),
        code=f"<paper:{CODE_PROPERTY}>{escape(code)}</paper:{CODE_PROPERTY}>\n" if code else "",
        schemas=_PDF_UA + (_OWN if code else ""),
    )
    (stream,) = (thing for thing in pdf.objects if getattr(thing, "extra", {}).get("Type") == "/Metadata")
    stream.stream = [text.encode()]
