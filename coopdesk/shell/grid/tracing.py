"""Where the rows of a list came from: the tip of a cell says it, and Ctrl+F2 shows it in the kept file."""

from __future__ import annotations

from collections.abc import Sequence

from coopdesk.shell.context import Context
from coopdesk.shell.grid.view import GridView
from coopdesk.shell.traces import Trace, TraceBook, trace_text


class Tracing:
    """`about` names the kind of rows; without it, or without a book, nothing is known of where they came from."""

    def __init__(self, context: Context, view: GridView, about: str) -> None:
        self._context, self._view, self._about = context, view, about
        self._model = view.grid_model
        self._book: TraceBook | None = context.traces if about else None
        self._model.trace_at = self._told

    @property
    def on(self) -> bool:
        """Whether the current row came from a file that is kept."""
        return self._current() is not None

    def show(self) -> None:
        """Shows the current cell in the file it came from, else the cell its row came from."""
        trace = self._current()
        if trace is not None and self._book is not None:
            self._book.show(trace)
        else:
            self._context.messages.note(self._context.words.say("This did not come out of a file."))

    def _current(self) -> Trace | None:
        index = self._view.currentIndex()
        line = self._model.line(index)
        if line is None or line.row is None:
            return None
        return _chosen(self._of(line.row.id), self._model.column(index).key)

    def _told(self, row_id: str, key: str) -> str:
        found = next((trace for trace in self._of(row_id) if trace.key == key), None)
        return trace_text(self._context.words, found) if found is not None else ""

    def _of(self, row_id: str) -> Sequence[Trace]:
        return self._book.of(self._about, row_id) if self._book is not None else ()


def _chosen(traces: Sequence[Trace], key: str) -> Trace | None:
    """The cell of a field, else the first; only what is in a file that is kept."""
    kept = [trace for trace in traces if trace.sha256]
    return next((trace for trace in kept if trace.key == key), kept[0] if kept else None)
