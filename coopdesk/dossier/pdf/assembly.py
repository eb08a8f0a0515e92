"""Puts parts together as one file: pages, structure, bookmarks, links and fields."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from coopdesk.dossier.pdf.compact import CompactWriter, packed
from coopdesk.dossier.pdf.forms import Form
from coopdesk.dossier.pdf.parts import Part, destination
from coopdesk.dossier.pdf.pictures import picture_object
from coopdesk.dossier.pdf.record import Box, Field, Link, PageCode
from coopdesk.dossier.pdf.structure_writer import PlacedPart, StructureWriter

_PRINT = 4


class Assembly:
    """Writes parts and running pages into a file."""

    def __init__(self, writer: CompactWriter, fonts: DictionaryObject, *, colour: bool) -> None:
        """Pages show their letters with these fonts, which the writer holds already."""
        self._writer = writer
        self._fonts = fonts
        self._colour = colour
        self._pages: list[IndirectObject] = []
        self._images: dict[str, IndirectObject] = {}

    def write(self, parts: Sequence[Part], contents: int | None, running: Sequence[PageCode]) -> None:
        """All parts in their order; `contents` is the number of the one that lists the others."""
        placed, first = [], 0
        for part in parts:
            self._keep_images(part)
            for page in part.pages:
                self._page(page, running[len(self._pages)])
            placed.append((part, first))
            first += len(part.pages)
        self._finish_pages()
        self._bookmarks(placed)
        ends = self._ends([entry for number, entry in enumerate(placed) if number != contents])
        form = Form(self._writer)
        written = []
        for part, start in placed:
            notes = [self._annotation(note, start, ends, form) for note, _ in part.record.annotations]
            written.append(PlacedPart(part.record, part.kids, start, notes))
        StructureWriter(self._writer, self._pages).write(written)
        form.close()

    def _keep_images(self, part: Part) -> None:
        for name, data in part.record.images.items():
            if name not in self._images:
                self._images[name] = self._writer.keep(picture_object(data, colour=self._colour))

    def _page(self, page: PageCode, running: PageCode) -> None:
        """One page: its content, then its header and footer."""
        contents = ArrayObject(self._writer.keep(packed(code, {})) for code in (page.code, running.code))
        resources = DictionaryObject({NameObject("/Font"): self._fonts})
        if page.images:
            shown = {NameObject(f"/{name}"): self._images[name] for name in sorted(page.images)}
            resources[NameObject("/XObject")] = DictionaryObject(shown)
        entries: dict[str, PdfObject] = {
            "/Type": NameObject("/Page"),
            "/MediaBox": numbers((0, 0, page.width, page.height)),
            "/Resources": resources,
            "/Contents": contents,
        }
        self._pages.append(self._writer.keep(dictionary(entries)))

    def _finish_pages(self) -> None:
        """The page tree."""
        tree = self._writer.root_object["/Pages"].get_object()
        assert isinstance(tree, DictionaryObject)
        tree[NameObject("/Kids")] = ArrayObject(self._pages)
        tree[NameObject("/Count")] = NumberObject(len(self._pages))
        parent = self._writer.root_object.raw_get("/Pages")
        for page in self._pages:
            self._of(page)[NameObject("/Parent")] = parent

    def _of(self, reference: IndirectObject) -> DictionaryObject:
        found = reference.get_object()
        assert isinstance(found, DictionaryObject)
        return found

    def _end(self, page: int, top: float) -> ArrayObject:
        """The top of a heading, whatever the zoom."""
        return ArrayObject(
            [self._pages[page], NameObject("/XYZ"), NumberObject(0), FloatObject(round(top + 6, 2)), NullObject()]
        )

    def _ends(self, placed: Sequence[tuple[Part, int]]) -> dict[str, ArrayObject]:
        return {
            destination(number, at): self._end(first + heading.page, heading.top)
            for number, (part, first) in enumerate(placed)
            for at, heading in enumerate(part.record.headings)
        }

    def _annotation(self, note: Link | Field, first: int, ends: dict[str, ArrayObject], form: Form) -> IndirectObject:
        """A link or a field on its page."""
        page = self._pages[first + note.page]
        if isinstance(note, Field):
            reference = form.add(note, page)
        else:
            entries: dict[str, PdfObject] = {
                "/Type": NameObject("/Annot"),
                "/Subtype": NameObject("/Link"),
                "/Rect": numbers(note.box),
                "/Border": numbers((0, 0, 0)),
                "/F": NumberObject(_PRINT),
                "/Contents": TextStringObject(note.spoken),
                "/Dest": ends[note.destination],
            }
            reference = self._writer.keep(dictionary(entries))
        annotations = self._of(page).setdefault(NameObject("/Annots"), ArrayObject())
        annotations.append(reference)
        return reference

    def _bookmarks(self, placed: Sequence[tuple[Part, int]]) -> None:
        """The outline, opened at its first level."""
        root = Bookmark(DictionaryObject({NameObject("/Type"): NameObject("/Outlines")}), self._writer)
        open_ = [root]
        for part, first in placed:
            for heading in part.record.headings:
                del open_[heading.level :]
                entry = DictionaryObject({NameObject("/Title"): TextStringObject(heading.title)})
                entry[NameObject("/Dest")] = self._end(first + heading.page, heading.top)
                open_.append(open_[-1].add(entry))
        if root.kids:
            root.close()
            self._writer.root_object[NameObject("/Outlines")] = root.reference
            self._writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


class Bookmark:
    """One entry of the outline with those below it."""

    def __init__(self, entry: DictionaryObject, writer: CompactWriter) -> None:
        """Takes the entry into the file."""
        self.entry, self._writer = entry, writer
        self.reference = writer.keep(entry)
        self.kids: list[Bookmark] = []

    def add(self, entry: DictionaryObject) -> Bookmark:
        """An entry below this one."""
        kid = Bookmark(entry, self._writer)
        self.kids.append(kid)
        return kid

    def close(self, *, shown: bool = True) -> None:
        """Ties the entries together; those below the first level are closed."""
        if not self.kids:
            return
        count = len(self.kids) if shown else -len(self.kids)
        self.entry[NameObject("/First")] = self.kids[0].reference
        self.entry[NameObject("/Last")] = self.kids[-1].reference
        self.entry[NameObject("/Count")] = NumberObject(count)
        for before, after in zip(self.kids, self.kids[1:], strict=False):
            before.entry[NameObject("/Next")] = after.reference
            after.entry[NameObject("/Prev")] = before.reference
        for kid in self.kids:
            kid.entry[NameObject("/Parent")] = self.reference
            kid.close(shown=False)


def dictionary(entries: dict[str, PdfObject]) -> DictionaryObject:
    """A dictionary with these keys."""
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def numbers(values: Sequence[float] | Box) -> ArrayObject:
    """An array of numbers."""
    return ArrayObject([FloatObject(round(value, 3)) for value in values])
