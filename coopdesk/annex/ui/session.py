"""One annex on its way in: the file as read, what the user decided, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coopdesk.annex.interpret import interpret, with_column
from coopdesk.annex.kept import Recipe
from coopdesk.annex.leftover import comes_back
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice, Verdict
from coopdesk.annex.queries import Memory
from coopdesk.annex.reading import Reading, TableReading
from coopdesk.annex.recipes.rules import applied, recipe_for, without
from coopdesk.annex.sheet.model import Book
from coopdesk.annex.sheet.process import open_book
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Session:
    """A file that was read; every change gives another session, so that going back is never needed. `recipe` is the
    remembered mapping it is read with; `returned` says that it holds corrected rows of an earlier import."""

    path: Path
    content: bytes
    reading: Reading
    recipe: Recipe | None = None
    returned: bool = False

    def with_choices(self, choices: Choices, register: Register, today: date) -> Session:
        """The same file read with other choices."""
        return replace(self, reading=interpret(self.reading.book, register, today, choices))

    def choosing(self, table: TableReading, column: int, choice: ColumnChoice) -> Choices:
        """The choices with one column read otherwise."""
        return with_column(self.reading.choices, table, column, choice)

    def as_kind(self, kind: AnnexKind) -> Choices:
        """The choices for reading the file as another kind; columns start anew."""
        return replace(self.reading.choices, kind=kind, columns=(), accepted=frozenset(), left_out=frozenset())

    def as_guessed(self) -> Session:
        """The same file, with the choices as they were before the remembered mapping."""
        assert self.recipe is not None
        choices = without(self.reading.choices, self.recipe)
        return replace(self, recipe=None, reading=replace(self.reading, choices=choices))

    @property
    def rows(self) -> int:
        """How many rows would come in."""
        return len(self.reading.of(Verdict.IMPORT))

    def is_clear(self, found: Comparison, plan_id: str) -> bool:
        """Whether nobody needs to look at this file before it comes in."""
        reading = self.reading
        homeless = reading.kind is AnnexKind.ACTIONS and not plan_id
        asked = reading.of(Verdict.FLAGGED) or found.undecided or found.twins or found.tally.unnamed
        return self.rows > 0 and not asked and not homeless


def read_session(path: Path, register: Register, today: date, memory: Memory, progress: Progress) -> Session:
    """Reads a file; Refused with what, where and what to do when that cannot be done."""
    book = open_book(path, progress)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(N_("“{file}” disappeared while it was read."), file=path.name) from error
    return understood(path, content, book, register, today, memory)


def understood(path: Path, content: bytes, book: Book, register: Register, today: date, memory: Memory) -> Session:
    """A book read the way it was remembered for its headings."""
    reading = interpret(book, register, today, memory.choices)
    recipe = recipe_for(reading, memory.recipes)
    if recipe is not None:
        choices = applied(reading.choices, recipe)
        if choices != reading.choices:
            reading = interpret(book, register, today, choices)
    return Session(path, content, reading, recipe, comes_back(book))
