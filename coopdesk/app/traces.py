"""Where figures, agreements and actions came from, for the lists and panes of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Conflict
from coopdesk.shell.traces import Trace
from coopdesk.words.catalogue import Words

if TYPE_CHECKING:
    from coopdesk.shell.window import Window

# Under which column a list shows what an annex calls by its meaning.
_COLUMNS = {"place": "nis", "priority": "priorities", "agreement": "title"}


class KeptTraces:
    """Reads the origins of one thing, and opens the kept file at a cell."""

    def __init__(self, desk: Desk[Any], words: Words, window: Window) -> None:
        self._desk, self._words, self._window = desk, words, window

    def of(self, about: str, id: str) -> Sequence[Trace]:
        """The cells of a thing by the name of its table."""
        return self._figure(id) if about == "observation" else self._origins(id)

    def show(self, trace: Trace) -> None:
        """The kept file at the cell."""
        # Reading spreadsheets is imported when someone asks for one.
        from coopdesk.annex.ui.papers import Papers  # noqa: PLC0415
        from coopdesk.storage.attachments import write_whole  # noqa: PLC0415

        context = self._window.context
        if context is not None and trace.sha256:
            Papers(self._window, context, write_whole).show_trace(trace)

    def _figure(self, id: str) -> Sequence[Trace]:
        with self._desk.look() as work:
            try:
                one = work.figures.observation(id)
            except Conflict:
                return ()
            source = work.figures.source(one.source_id) if one.source_id else None
        if source is None or not one.cell:
            return ()
        return (Trace(source.name, source.sha256, one.sheet, one.cell, one.raw, source.at, "", "value"),)

    def _origins(self, id: str) -> Sequence[Trace]:
        from coopdesk.annex.ui.wording import MEANINGS  # noqa: PLC0415 - with the first pane that asks

        with self._desk.look() as work:
            found = work.imports.origins_of(id)
            asked = {origin.import_id: work.imports.find(origin.import_id) for origin in found}
        batches = {key: batch for key, batch in asked.items() if batch is not None}
        latest = {origin.field: origin for origin in found if origin.import_id in batches}
        titles = {meaning.value: self._words.say(title) for meaning, title in MEANINGS.items()}
        traces = []
        for field, origin in latest.items():
            batch = batches[origin.import_id]
            traces.append(Trace(batch.name, batch.sha256, origin.sheet, origin.cell, origin.raw, batch.at,
                                titles.get(field, field), _COLUMNS.get(field, field)))  # fmt: skip
        return traces
