"""From a document to the bytes of a tagged PDF: the one door of this package."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from threading import Lock

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject

from coopdesk.dossier.model import Document
from coopdesk.dossier.pdf.compact import CompactWriter
from coopdesk.dossier.pdf.fonts import load_fonts, repair_to_unicode
from coopdesk.dossier.pdf.markup import Escaper, readable
from coopdesk.dossier.pdf.metadata import DocumentInfo, write_metadata
from coopdesk.dossier.pdf.pages import TaggedDocTemplate
from coopdesk.dossier.pdf.record import ContentRecord
from coopdesk.dossier.pdf.sheet import make_sheet
from coopdesk.dossier.pdf.story import Story
from coopdesk.dossier.pdf.structure import StructElem
from coopdesk.dossier.pdf.structure_writer import StructureWriter
from coopdesk.kernel.progress import Progress, silent

# reportlab parses every paragraph with one parser of the module: two documents at once would mix their texts.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file: its bytes, its pages, the characters no font could show and the texts that were too long."""

    data: bytes
    pages: int
    missing: tuple[str, ...] = ()
    cut: int = 0


def make_pdf(document: Document, progress: Progress = silent) -> Pdf:
    """The tagged PDF of a document; equal documents give equal bytes."""
    with _ONE_AT_A_TIME:
        fonts = load_fonts()
        sheet = make_sheet(fonts, colour=document.colour, cover=document.cover.colour if document.cover else "")
        escaper = Escaper(fonts.coverage, document.furniture.too_long)
        progress(0, 3)
        story = Story(sheet, escaper)
        story.write(document)
        progress(1, 3)
        stream = BytesIO()
        template = TaggedDocTemplate(stream, document, sheet, escaper)
        pages = template.compose(story.flowables)
        progress(2, 3)
        data = _finished(stream.getvalue(), template.record, story.root, _info(document))
        progress(3, 3)
        return Pdf(data, pages, tuple(sorted(escaper.missing)), escaper.cut)


def _info(document: Document) -> DocumentInfo:
    created = datetime.combine(document.on, time(12), UTC)
    return DocumentInfo(readable(document.title), readable(document.author), document.language, created)


def _finished(composed: bytes, record: ContentRecord, root: StructElem, info: DocumentInfo) -> bytes:
    """The composed file with structure and metadata."""
    writer = CompactWriter(clone_from=PdfReader(BytesIO(composed)))
    writer.pdf_header = "%PDF-1.7"
    repair_to_unicode(writer)
    StructureWriter(writer, record).write(root)
    write_metadata(writer, info)
    identifier = ByteStringObject(hashlib.sha256(composed + repr(info).encode()).digest()[:16])
    writer.identify(ArrayObject([identifier, identifier]))
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
