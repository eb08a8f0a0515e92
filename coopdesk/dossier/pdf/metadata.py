"""Document metadata: the XMP packet, the information dictionary and viewer preferences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from coopdesk.dossier.pdf.compact import CompactWriter

PRODUCER = "reportlab, pypdf"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{accessible}  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <xmp:CreateDate>{created}</xmp:CreateDate>
   <xmp:ModifyDate>{created}</xmp:ModifyDate>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_ACCESSIBLE = """  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a document says about itself; the time has to have a zone."""

    title: str
    author: str
    lang: str
    created: datetime
    accessible: bool = True


def write_metadata(writer: CompactWriter, info: DocumentInfo) -> None:
    """Write the same facts as XMP and as information dictionary, and show the title."""
    packet = _PACKET.format(
        accessible=_ACCESSIBLE if info.accessible else "",
        title=escape(info.title),
        author=escape(info.author),
        lang=escape(info.lang),
        created=info.created.isoformat(timespec="seconds"),
        producer=escape(PRODUCER),
    )
    stream = DecodedStreamObject()
    stream.set_data(packet.encode())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    date = pdf_date(info.created)
    writer.metadata = {
        "/Title": info.title,
        "/Author": info.author,
        "/Producer": PRODUCER,
        "/CreationDate": date,
        "/ModDate": date,
    }
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    writer.root_object.update(
        {
            NameObject("/Metadata"): writer.keep(stream),
            NameObject("/ViewerPreferences"): shown,
            NameObject("/Lang"): TextStringObject(info.lang),
        }
    )


def pdf_date(moment: datetime) -> str:
    """Return a time as a PDF date string (ISO 32000-1, 7.9.4)."""
    zone = moment.strftime("%z")
    if not zone:
        raise ValueError("the creation time needs a time zone")
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
