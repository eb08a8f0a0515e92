"""Tags for sheets that reportlab draws: what is text, what is a figure with its words, and what is mere furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.letters import repair_to_unicode
from coopdesk.charts.packet import About, packet


@dataclass(frozen=True, slots=True)
class Tag:
    """A piece of a page: its role, and the words for a figure with its place on the page."""

    page: int
    mark: int
    role: str
    alt: str = ""
    box: Sequence[float] = ()


class Tagger:
    """Marks what is drawn on a canvas, page by page; `tags` holds it in the order it is read."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas, self._page, self._marks = canvas, 0, 0
        self.tags: list[Tag] = []

    @contextmanager
    def part(self, role: str, alt: str = "", box: Sequence[float] = ()) -> Iterator[None]:
        """What is drawn inside is read as this."""
        self.tags.append(Tag(self._page, self._marks, role, alt, box))
        self._canvas.addLiteral(f"/{role} <</MCID {self._marks}>> BDC")
        yield
        self._canvas.addLiteral("EMC")
        self._marks += 1

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """What is drawn inside is not read."""
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    def turn(self) -> None:
        """To the next page."""
        self._canvas.showPage()
        self._page, self._marks = self._page + 1, 0


def tagged(content: bytes, tags: Sequence[Tag], about: About) -> bytes:
    """The same document with its structure, so that a screen reader reads it; equal input gives equal bytes."""
    writer = PdfWriter(clone_from=BytesIO(content))
    repair_to_unicode(writer)
    root = _dict(Type=NameObject("/StructTreeRoot"))
    tree = writer._add_object(root)  # noqa: SLF001 - pypdf has no public way to add an object
    body = _dict(Type=NameObject("/StructElem"), S=NameObject("/Document"), P=tree)
    document = writer._add_object(body)  # noqa: SLF001 - the same
    parents: list[ArrayObject] = [ArrayObject() for _ in writer.pages]
    for tag in tags:
        page = writer.pages[tag.page].indirect_reference
        assert page is not None
        element = _dict(Type=NameObject("/StructElem"), S=NameObject(f"/{tag.role}"), P=document,
                        Pg=page, K=NumberObject(tag.mark))  # fmt: skip
        if tag.alt:
            element[NameObject("/Alt")] = TextStringObject(tag.alt)
            box = ArrayObject(FloatObject(round(side, 2)) for side in tag.box)
            element[NameObject("/A")] = _dict(O=NameObject("/Layout"), BBox=box)
        parents[tag.page].append(writer._add_object(element))  # noqa: SLF001 - the same
    numbers = ArrayObject()
    for at, sheet in enumerate(writer.pages):
        sheet[NameObject("/StructParents")] = NumberObject(at)
        sheet[NameObject("/Tabs")] = NameObject("/S")
        numbers += [NumberObject(at), writer._add_object(parents[at])]  # noqa: SLF001 - the same
    body[NameObject("/K")] = ArrayObject([one for found in parents for one in found])
    root.update({NameObject("/K"): ArrayObject([document]), NameObject("/ParentTree"): _dict(Nums=numbers),
                 NameObject("/ParentTreeNextKey"): NumberObject(len(parents))})  # fmt: skip
    writer.root_object.update({
        NameObject("/StructTreeRoot"): tree, NameObject("/MarkInfo"): _dict(Marked=BooleanObject(value=True)),
        NameObject("/Lang"): TextStringObject(about.lang),
        NameObject("/Metadata"): writer._add_object(packet(about)),  # noqa: SLF001 - the same
        NameObject("/ViewerPreferences"): _dict(DisplayDocTitle=BooleanObject(value=True)),
    })  # fmt: skip
    writer.add_metadata({"/Title": about.title, "/Creator": "Coopdesk"})
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _dict(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
