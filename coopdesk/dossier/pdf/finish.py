"""From a document to the bytes of a tagged PDF: the one door of this package."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from threading import Lock

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject

from coopdesk.dossier.model import Document, Furniture
from coopdesk.dossier.pdf.assembly import Assembly
from coopdesk.dossier.pdf.attachments import embed
from coopdesk.dossier.pdf.compact import CompactWriter
from coopdesk.dossier.pdf.fonts import font_file
from coopdesk.dossier.pdf.metadata import DocumentInfo, write_metadata
from coopdesk.dossier.pdf.pages import UPRIGHT, running_pages
from coopdesk.dossier.pdf.parts import Part, PartCache, Press
from coopdesk.dossier.pdf.record import PageCode
from coopdesk.dossier.readable import readable
from coopdesk.kernel.progress import Progress, silent

# reportlab parses every paragraph with one parser of the module: two documents at once would mix their texts.
_ONE_AT_A_TIME = Lock()
_LONGEST = 160  # characters of a running text


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file: its bytes, its pages, the characters no font could show and the texts that were too long.

    `looks` has a digest per page: pages with the same one look the same.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...] = ()
    cut: int = 0
    looks: tuple[bytes, ...] = ()


def make_pdf(document: Document, progress: Progress = silent, cache: PartCache | None = None) -> Pdf:
    """The tagged PDF of a document; equal documents give equal bytes, whatever the cache holds."""
    with _ONE_AT_A_TIME:
        progress(0, 3)
        press = Press(document, cache or PartCache())
        parts, contents = press.parts(), None
        progress(1, 3)
        if document.furniture.contents and document.sections:
            contents = 0 if document.cover is None else 1
            parts.insert(contents, press.contents(parts, contents))
        running = _running(press, document, parts)
        progress(2, 3)
        missing = frozenset().union(*(part.missing for part in parts))
        data = _written(press, document, parts, contents, running, honest=not missing)
        progress(3, 3)
        pages = [page for part in parts for page in part.pages]
        looks = tuple(_look(press, document, *both) for both in zip(pages, running, strict=True))
        return Pdf(data, len(pages), tuple(sorted(missing)), sum(part.cut for part in parts), looks)


def _look(press: Press, document: Document, page: PageCode, running: PageCode) -> bytes:
    """A digest of all that decides how a page looks; pictures are named after their content."""
    seen = hashlib.sha256(repr((page.width, page.height, document.colour, press.rare)).encode())
    seen.update(page.code)
    seen.update(running.code)
    return seen.digest()


def _running(press: Press, document: Document, parts: Sequence[Part]) -> list[PageCode]:
    """Header and footer of all pages."""
    short, furniture = press.escaper().short, document.furniture
    shown = Furniture(
        header_left=short(furniture.header_left, _LONGEST),
        header_right=short(furniture.header_right, _LONGEST),
        footer_left=short(furniture.footer_left, _LONGEST),
        page=short(furniture.page, _LONGEST),
    )
    sizes = [(page.width, page.height) for part in parts for page in part.pages]
    first = 1 if document.cover is None else len(parts[0].pages) + 1
    return running_pages(sizes, shown, press.sheet(UPRIGHT[0]), press.ledger, first)


def _written(
    press: Press, document: Document, parts: Sequence[Part], contents: int | None, running: Sequence[PageCode],
    *, honest: bool,
) -> bytes:  # fmt: skip
    """The bytes of the file; it only says to be accessible when every character has its letter."""
    created = datetime.combine(document.on, time(12), UTC)
    info = DocumentInfo(readable(document.title), readable(document.author), document.language, created, honest)
    writer = CompactWriter()
    writer.pdf_header = "%PDF-1.7"
    fonts = font_file(press.rare).pages[0]["/Resources"]["/Font"].clone(writer)  # type: ignore[index]
    assert isinstance(fonts, DictionaryObject)
    Assembly(writer, fonts, colour=document.colour).write(parts, contents, running)
    embed(writer, document.attachments, created)
    write_metadata(writer, info)
    digest = hashlib.sha256(repr(info).encode())
    for page in (*(page for part in parts for page in part.pages), *running):
        digest.update(page.code)
    identifier = ByteStringObject(digest.digest()[:16])
    writer.identify(ArrayObject([identifier, identifier]))
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
