"""Where a value came from: a cell of a kept file, in words and with a way to see it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.shell.labels import Label, NameButton
from coopdesk.words.catalogue import Words

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Trace:
    """One cell a thing came from. `sha256` names the kept file, empty when there is none; `field` is finished text,
    `key` the column of a list that shows it."""

    file: str
    sha256: str
    sheet: str
    cell: str
    raw: str
    on: date | None
    field: str = ""
    key: str = ""

    @property
    def place(self) -> str:
        """As Excel names it: Blad1!B4."""
        return "!".join(part for part in (self.sheet, self.cell) if part)


class TraceBook(Protocol):
    """Where things came from: the cells of one, by the name of its table and its id, and a way to show one."""

    def of(self, about: str, id: str) -> Sequence[Trace]: ...
    def show(self, trace: Trace) -> object: ...


def trace_text(words: Words, trace: Trace) -> str:
    """Where a value came from, in a sentence."""
    parts = [words.say("Source: {source}", source=trace.file)]
    if trace.place:
        parts.append(trace.place)
    if trace.raw:
        parts.append(words.say("there it reads “{raw}”", raw=" ".join(trace.raw.split())))
    if trace.on is not None:
        parts.append(words.say("brought in on {day}", day=words.formats.day(trace.on)))
    return ", ".join(parts)


class TraceList(QWidget):
    """The cells a thing came from, each a press away; gone when there are none."""

    def __init__(self, words: Words, book: TraceBook | None, about: str) -> None:
        """Empty until a thing of this kind is shown."""
        super().__init__()
        self._words, self._book, self._about = words, book, about
        self._traces: tuple[Trace, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_thing(self, id: str) -> None:
        """Shows where a thing came from."""
        traces = tuple(self._book.of(self._about, id)) if self._book is not None and id else ()
        if traces != self._traces:
            self._traces = traces
            self._show()
        self.setVisible(bool(traces))

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        say, book = self._words.say, self._book
        assert book is not None
        self._column.addWidget(Label(say("Sources"), "strong"))
        for trace in self._traces[:_SHOWN]:
            told = trace_text(self._words, trace)
            text = f"{trace.field}: {trace.place}" if trace.field else trace.place
            button = NameButton(text, "document_table", partial(book.show, trace))
            button.setToolTip(f"{told}\n{say('Show in annex')}")
            button.setAccessibleDescription(told)
            self._column.addWidget(button)
