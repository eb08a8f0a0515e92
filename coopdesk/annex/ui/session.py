"""One annex on its way in: the file as read, what the user decided, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coopdesk.annex.interpret import interpret, with_column
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import AnnexKind, Choices, ColumnChoice, Reading, TableReading
from coopdesk.annex.sheet.process import open_book
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Session:
    """A file that was read; every change gives another session, so that going back is never needed."""

    path: Path
    content: bytes
    reading: Reading

    def with_choices(self, choices: Choices, register: Register, today: date) -> Session:
        """The same file read with other choices."""
        return replace(self, reading=interpret(self.reading.book, register, today, choices))

    def choosing(self, table: TableReading, column: int, choice: ColumnChoice) -> Choices:
        """The choices with one column read otherwise."""
        return with_column(self.reading.choices, table, column, choice)

    def as_kind(self, kind: AnnexKind) -> Choices:
        """The choices for reading the file as another kind; columns start anew."""
        return replace(self.reading.choices, kind=kind, columns=(), accepted=frozenset(), left_out=frozenset())

    def accepting(self, cause: str) -> Choices:
        """The choices with the proposal for a cause accepted."""
        choices = self.reading.choices
        return replace(choices, accepted=choices.accepted | {cause}, left_out=choices.left_out - {cause})

    def leaving_out(self, cause: str) -> Choices:
        """The choices with the rows of a cause skipped."""
        choices = self.reading.choices
        return replace(choices, left_out=choices.left_out | {cause}, accepted=choices.accepted - {cause})


def read_session(path: Path, register: Register, today: date, choices: Choices, progress: Progress) -> Session:
    """Reads a file; Refused with what, where and what to do when that cannot be done."""
    book = open_book(path, progress)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(N_("“{file}” disappeared while it was read."), file=path.name) from error
    return Session(path, content, interpret(book, register, today, choices))
