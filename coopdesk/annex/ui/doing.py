"""Carrying out an import, and taking it back as long as nothing else was done since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coopdesk.annex.commands import LABEL, ImportAnnex, Imported
from coopdesk.annex.ui.session import Session
from coopdesk.annex.ui.together import Waiting
from coopdesk.kernel.errors import UserError
from coopdesk.kernel.progress import Progress
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.shell.context import Context


@dataclass(frozen=True, slots=True)
class Doing:
    """Brings files in and takes them back, in the workspace of the context."""

    context: Context

    def carry_out(
        self, session: Session, plan_id: str, begin: AddPlan | None, done: Callable[[Imported], object], near: QWidget
    ) -> None:  # fmt: skip
        """Imports a file in the background; `begin` makes the plan its actions go into."""
        context, today = self.context, self.context.clock.today()

        def command(progress: Progress) -> ImportAnnex:
            return ImportAnnex(session.reading, session.content, today, plan_id, progress, begin)

        context.carry_out(context.words.say("Importing “{file}”", file=session.path.name), command, done, near)

    def undone(self) -> bool:
        """Takes the last step back; whether that could be done."""
        try:
            self.context.desk.undo()
        except UserError as error:
            self.context.messages.problem(self.context.words.tell(error))
            return False
        return True

    def is_last(self, name: str) -> bool:
        """Whether Ctrl+Z would take back the import of this file now."""
        head = self.context.desk.history.undoable
        return head is not None and (head.label, head.subject) == (LABEL, name)

    def changed_since(self) -> None:
        """Says why an import cannot be taken back now."""
        text = self.context.words.say(
            "Something else was changed since. Take that back first with Ctrl+Z, and then the import."
        )
        self.context.messages.problem(text)

    def is_there(self, batch_id: str) -> bool:
        """Whether an import was not taken back."""
        with self.context.desk.look() as work:
            return work.imports.find(batch_id) is not None

    def still_there(self, files: Sequence[Waiting]) -> list[Waiting]:
        """The files as they are now: what was taken back can come in again, and what was redone is in."""
        with self.context.desk.look() as work:
            there = {batch.id for batch in work.imports.batches()}
        return [file.among(there) for file in files]
