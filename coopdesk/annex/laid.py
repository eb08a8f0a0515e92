"""The sheets of a book with their tables, found by the wordings and names that are known."""

from __future__ import annotations

from dataclasses import replace

from coopdesk.annex.layout.headers import Recognise
from coopdesk.annex.layout.model import SheetLayout, Table
from coopdesk.annex.layout.tables import lay_out
from coopdesk.annex.layout.turned import turned
from coopdesk.annex.meaning.content import names_place
from coopdesk.annex.meaning.places import PlaceKind, Setting, read_place
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.words import heading_guess
from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.annex.sheet.model import Book, Sheet
from coopdesk.annex.wording import WHY


def laid_out(book: Book, register: Register, *, hidden: bool) -> tuple[Book, list[SheetLayout]]:
    """The book, its sheets that lie on their side turned, and its sheets with their tables; hidden ones if asked."""
    known = _known(register)
    book = turned(book, *known)
    return book, [_layout(sheet, *known) for sheet in book.sheets if hidden or not sheet.hidden]


def _known(register: Register) -> tuple[Recognise, Recognise]:
    """What tells wordings of headings, and names of places."""

    def recognise(text: str) -> dict[Meaning, float]:
        guesses = [guess for kind in AnnexKind if (guess := heading_guess(text, kind))]
        # "Stad Aalst" has a word of a heading and is none.
        if guesses and max(g.sure for g in guesses) < 1 and names_place(text, register):
            return {}
        return {g.meaning: g.sure for g in sorted(guesses, key=lambda g: g.sure)}

    def is_place(text: str) -> dict[Meaning, float]:
        place = read_place(text, register, Setting(None, flemish=True)) if len(text) < 60 else None
        return {Meaning.PLACE: 1.0} if place is not None and place.kind is PlaceKind.MATCHED else {}

    return recognise, is_place


def _layout(sheet: Sheet, recognise: Recognise, is_place: Recognise) -> SheetLayout:
    layout = lay_out(sheet, recognise, is_place)
    return replace(layout, tables=tuple(_without_reasons(table) for table in layout.tables))


def _without_reasons(table: Table) -> Table:
    """A table without the column in which Coopdesk wrote why its rows stayed out: corrected rows are read as they were
    the first time."""
    kept = tuple(h for h in table.headings if WHY not in h[1])
    return table if kept == table.headings else replace(table, headings=kept)
