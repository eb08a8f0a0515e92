"""Files inside the file, with what they are to the document (associated files)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import datetime

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, PdfObject, TextStringObject

from coopdesk.dossier.model import Attachment
from coopdesk.dossier.pdf.compact import CompactWriter, packed
from coopdesk.dossier.pdf.metadata import pdf_date


def embed(writer: CompactWriter, attachments: Sequence[Attachment], moment: datetime) -> None:
    """Embeds files, lists them in the name tree and ties them to the document as its data."""
    if not attachments:
        return
    associated, names = ArrayObject(), ArrayObject()
    for attachment in sorted(attachments, key=lambda a: a.name):
        specification = writer.keep(_specification(writer, attachment, moment))
        associated.append(specification)
        names += [TextStringObject(attachment.name), specification]
    tree = writer.keep(DictionaryObject({NameObject("/Names"): names}))
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): tree})
    writer.root_object[NameObject("/AF")] = associated


def _specification(writer: CompactWriter, attachment: Attachment, moment: datetime) -> DictionaryObject:
    """The file specification with F, UF, Desc and AFRelationship."""
    size = DictionaryObject(
        {
            NameObject("/Size"): NumberObject(len(attachment.data)),
            NameObject("/ModDate"): TextStringObject(pdf_date(moment)),
        }
    )
    entries: dict[str, PdfObject] = {
        "/Type": NameObject("/EmbeddedFile"),
        "/Subtype": NameObject(f"/{attachment.media_type}"),
        "/Params": size,
    }
    file = writer.keep(packed(zlib.compress(attachment.data, 6), entries))
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Filespec"),
            NameObject("/F"): TextStringObject(attachment.name),
            NameObject("/UF"): TextStringObject(attachment.name),
            NameObject("/Desc"): TextStringObject(attachment.description),
            NameObject("/AFRelationship"): NameObject("/Data"),
            NameObject("/EF"): DictionaryObject({NameObject("/F"): file, NameObject("/UF"): file}),
        }
    )
