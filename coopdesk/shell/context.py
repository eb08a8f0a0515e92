"""What every page gets: the workspace, words, looks and ways to act, passed in and never looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coopdesk.desk.command import Command
from coopdesk.desk.desk import Desk
from coopdesk.kernel.changes import Step
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import UserError
from coopdesk.kernel.progress import Progress
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.messages import Messages
from coopdesk.shell.place import Navigator
from coopdesk.shell.remarks import RemarkBook
from coopdesk.shell.tasks import Tasks
from coopdesk.shell.theme import Theme
from coopdesk.shell.traces import TraceBook
from coopdesk.words.catalogue import Words


class AreaChoice(QObject):
    """The area all screens look at; None when the workspace has none yet or all are meant."""

    changed = Signal(object)

    def __init__(self, id: str | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._id = id

    @property
    def id(self) -> str | None:
        return self._id

    def choose(self, id: str | None) -> None:
        if id != self._id:
            self._id = id
            self.changed.emit(id)


@dataclass(frozen=True, slots=True)
class Context:
    """One open workspace as its screens see it."""

    desk: Desk[Any]
    words: Words
    clock: Clock
    theme: Theme
    messages: Messages
    tasks: Tasks
    go: Navigator
    settings: ViewMemory
    area: AreaChoice
    remarks: RemarkBook | None = None
    traces: TraceBook | None = None

    def submit(
        self, command: Command, initiator: QObject | None = None, done: Callable[[Any], object] | None = None
    ) -> bool:
        """Carry out a command; whether it was accepted. What it returns goes to `done`.

        A refusal is shown beside the initiator, a field or another widget (else in a bar), in the user's language.
        """
        try:
            result = self.desk.do(command, initiator)
        except UserError as error:
            near = initiator if isinstance(initiator, QWidget) else None
            self.messages.problem(self.words.tell(error), near)
            return False
        if done is not None:
            done(result)
        return True

    def carry_out(
        self,
        title: str,
        make: Callable[[Progress], Command],
        done: Callable[[Any], object],
        initiator: QWidget | None = None,
    ) -> None:
        """The same for a command that takes long: off the GUI thread, with progress and Cancel under a finished title.
        `make` gets the progress to report to; a cancelled command leaves nothing behind."""

        def conclude(outcome: tuple[Any, Step]) -> None:
            result, step = outcome
            self.desk.conclude(step, initiator)
            done(result)

        def refused(error: UserError) -> None:
            self.messages.problem(self.words.tell(error), initiator)

        self.tasks.start(title, lambda progress: self.desk.perform(make(progress)), conclude, refused)
