"""A kept file, opened at a cell: what stood there when it was brought in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from coopdesk.annex.sheet.model import Book
from coopdesk.annex.sheet.process import open_book
from coopdesk.annex.ui.sheet import SheetView
from coopdesk.kernel.progress import Progress
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.traces import Trace
from coopdesk.shell.widgets import Label

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class AttachmentDialog(Dialog):
    """The sheets of a kept file, and above them what is pointed at."""

    def __init__(
        self, parent: QWidget | None, context: Context, book: Book, trace: Trace, save: Callable[[], object]
    ) -> None:
        """Points at the cell of the trace, if it names one."""
        words = context.words
        super().__init__(parent, trace.file)
        self.view = SheetView(context)
        self._words = words
        self._told = Label("", "body", "text2", wrap=True)
        self.body.addWidget(self._told)
        self.body.addWidget(self.view, 1)
        self.add_button(words.say("Save original…"), save)
        self.add_button(words.say("Close"), self.accept, primary=True)
        self.view.show_book(book)
        place = position(trace.cell)
        if place is not None:
            self.view.point(trace.sheet, *place)
            self._told.setText(
                words.say("{cell}: “{raw}”", cell=trace.place, raw=trace.raw) if trace.raw else trace.place
            )
        self._told.setVisible(place is not None)
        screen = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(int(screen.width() * 0.8), int(screen.height() * 0.8))
        self.view.table.setFocus()


def show_trace(owner: QWidget, context: Context, trace: Trace, save: Callable[[str, bytes], object]) -> None:
    """Reads the kept file in the background and opens it at the cell; says so when it is gone or damaged."""
    words = context.words

    def read(progress: Progress) -> tuple[Book, bytes]:
        with context.desk.look() as work:
            content: bytes = work.attachments.read(trace.sha256)
        name = PurePath(trace.file).name or trace.sha256
        with TemporaryDirectory(prefix="coopdesk-") as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            return open_book(path, progress), content

    def show(found: tuple[Book, bytes]) -> None:
        book, content = found
        AttachmentDialog(owner, context, book, trace, lambda: save(book.name, content)).show()

    context.tasks.start(words.say("Opening “{file}”", file=trace.file), read, show)


def position(cell: str) -> tuple[int, int] | None:
    """Row and column (from 1) of a cell as Excel names it; None for anything else."""
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
