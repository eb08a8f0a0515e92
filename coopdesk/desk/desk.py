"""The only door to change: runs a command in one transaction, remembers the step, tells who listens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Generic, TypeVar

from coopdesk.desk.bus import Bus
from coopdesk.desk.command import Command
from coopdesk.desk.history import History
from coopdesk.desk.ledger import Kind, Ledger, StepHead
from coopdesk.kernel.changes import Step
from coopdesk.kernel.errors import Busy

W = TypeVar("W")
REMEMBERED = 1000  # steps that undo can reach after a restart


class Desk(Generic[W]):
    """One workspace as its windows see it.

    `do`, `undo` and `redo` run where they are called and belong on the GUI thread; long commands go through `perform`
    on a worker and `conclude` on the GUI thread.
    """

    def __init__(self, ledger: Ledger[W]) -> None:
        self._ledger = ledger
        self._writing = threading.Lock()
        self.bus = Bus()
        self.history = History(ledger.heads(REMEMBERED, undoable=True))

    def do(self, command: Command, initiator: object | None = None) -> Any:
        """Run a command; what it returns. UserError when it is refused, and then nothing has changed."""
        result, step = self.perform(command)
        self.conclude(step, initiator)
        return result

    def perform(self, command: Command) -> tuple[Any, Step]:
        """Run and commit a command on any thread, without telling anyone yet."""
        with self._turn(), self._ledger.write() as unit:
            result = command.run(unit.work)
            return result, unit.commit(Kind.DO, command.label)

    def conclude(self, step: Step, initiator: object | None = None, kind: Kind = Kind.DO) -> None:
        """Take a committed step into the history and tell the windows; on the GUI thread."""
        if not step.rows and not step.batches:
            return
        self.history.note(StepHead(step.id, kind, step.label, step.subject, step.at, step.who))
        self.bus.publish(step, initiator)

    def undo(self, initiator: object | None = None) -> Step | None:
        """Take back the last step; None when there is none."""
        return self._turn_back(self.history.undoable, Kind.UNDO, initiator)

    def redo(self, initiator: object | None = None) -> Step | None:
        """Bring back what was last undone; None when there is nothing."""
        return self._turn_back(self.history.redoable, Kind.REDO, initiator)

    def _turn_back(self, head: StepHead | None, kind: Kind, initiator: object | None) -> Step | None:
        if head is None:
            return None
        with self._turn(), self._ledger.write() as unit:
            unit.put_back(self._ledger.step(head.id))
            step = unit.commit(kind, head.label, head.subject, undoes=head.id)
        self.conclude(step, initiator, kind)
        return step

    def look(self) -> AbstractContextManager[W]:
        """One moment of the workspace for reading; take frozen values out and let go at once."""
        return self._ledger.read()

    def recent(self, limit: int) -> list[StepHead]:
        """The latest steps, newest first."""
        return self._ledger.heads(limit)[::-1]

    def history_of(self, table: str, row_id: str | None = None) -> list[Step]:
        """What happened to one object, or to all of a table, oldest first."""
        return self._ledger.history(table, row_id)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer at a time. The next is told at once instead of waiting: on the GUI thread waiting is freezing."""
        if not self._writing.acquire(blocking=False):
            raise Busy("Another change is still being saved. Try again in a moment.")
        try:
            yield
        finally:
            self._writing.release()
