"""What a PDF says about itself in XMP: title, language, and that it is made for screen readers too."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from pypdf.generic import DecodedStreamObject, NameObject

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
class About:
    """The facts; `created` is a moment with its zone as ISO 8601 writes it. `accessible` claims PDF/UA-1."""

    title: str
    author: str
    lang: str
    created: str
    accessible: bool = True


def packet(about: About) -> DecodedStreamObject:
    """The stream of the metadata of a document."""
    text = _PACKET.format(
        accessible=_ACCESSIBLE if about.accessible else "",
        title=escape(about.title),
        author=escape(about.author),
        lang=escape(about.lang),
        created=about.created,
        producer=escape(PRODUCER),
    )
    stream = DecodedStreamObject()
    stream.set_data(text.encode())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    return stream
