"""Document metadata: the XMP packet, the information dictionary and viewer preferences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from coopdesk.charts.packet import PRODUCER, About, packet
from coopdesk.dossier.pdf.compact import CompactWriter


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
    about = About(info.title, info.author, info.lang, info.created.isoformat(timespec="seconds"), info.accessible)
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
            NameObject("/Metadata"): writer.keep(packet(about)),
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
