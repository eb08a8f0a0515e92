"""Where a value came from: a cell of a kept file, in words and with a way to see it there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.shell.labels import Label, NameButton
from coopdesk.words.catalogue import Words

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Trace:
    """One cell a thing came from. `sha256` names the kept file, empty when there is none; `field` is finished text."""

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


@dataclass(frozen=True, slots=True)
class Traces:
    """What screens are given: the cells a thing came from, by its id, and a way to show one in the file."""

    of: Callable[[str], Sequence[Trace]]
    show: Callable[[Trace], object]


def no_traces() -> Traces:
    """For a window without kept files."""
    return Traces(lambda _: (), lambda _: None)


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

    def __init__(self, words: Words, traces: Traces) -> None:
        """Empty until a thing is shown."""
        super().__init__()
        self._words, self._traces = words, traces
        self.traces: Sequence[Trace] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_thing(self, id: str) -> None:
        """Shows where a thing came from."""
        self.traces = self._traces.of(id)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(self.traces))
        if not self.traces:
            return
        say = self._words.say
        self._column.addWidget(Label(say("Sources"), "strong"))
        for trace in self.traces[:_SHOWN]:
            text = f"{trace.field}: {trace.place}" if trace.field else trace.place
            button = NameButton(text, "document_table", partial(self._traces.show, trace))
            button.setToolTip(f"{trace_text(self._words, trace)}\n{say('Show in annex')}")
            button.setAccessibleDescription(trace_text(self._words, trace))
            self._column.addWidget(button)

    def show_first(self) -> None:
        """Shows the first of them in its file."""
        if self.traces:
            self._traces.show(self.traces[0])

    def tip(self, key: str) -> str:
        """Where one field of the thing came from; empty when it was typed."""
        found = next((trace for trace in self.traces if trace.key == key), None)
        return trace_text(self._words, found) if found is not None else ""
