"""The two ways of a partner workbook from the page of the plan: out, and back in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coopdesk.annex.partner.compare import compare
from coopdesk.annex.partner.gather import frame_of, own_actions
from coopdesk.annex.partner.model import Comparison
from coopdesk.annex.partner.reading import read_returned
from coopdesk.annex.sheet.process import open_book
from coopdesk.annex.ui.partner.returning import ReturningDialog
from coopdesk.annex.ui.partner.sending import SendingDialog, Write
from coopdesk.kernel.progress import Progress
from coopdesk.plan.model import Objective, Plan
from coopdesk.shell.context import Context


@dataclass(frozen=True, slots=True)
class PartnerDoor:
    """`write` puts bytes in a file, whole or not at all; `area_name` names an area."""

    context: Context
    area_name: Callable[[str], str]
    write: Write

    def send(self, plan: Plan, over: QWidget | None) -> None:
        """The dialog that makes workbooks."""
        SendingDialog(over, self.context, plan, self.area_name(plan.area_id), self.write).open()

    def take_back(self, plan: Plan, over: QWidget | None) -> None:
        """Asks for a file, reads it in the background and shows what differs."""
        words = self.context.words
        path = self.context.messages.open_file(
            words.say("Choose the workbook that came back"), ((words.say("Spreadsheets"), "*.xlsx *.xlsm *.xls *.ods"),)
        )  # fmt: skip
        if path is not None:
            self.read(path, plan, over)

    def read(self, path: Path, plan: Plan, over: QWidget | None) -> None:
        """Reads a file and shows what differs from the plan."""
        words, today = self.context.words, self.context.clock.today()

        def work(progress: Progress) -> tuple[Comparison, list[Objective]]:
            book = open_book(path, progress)
            returned = read_returned(book, frame_of(plan.id, path.stem, today), words, today)
            with self.context.desk.look() as unit:
                return compare(returned, own_actions(unit, returned.frame, every=True)), unit.plans.objectives(plan.id)

        def show(result: tuple[Comparison, list[Objective]]) -> None:
            ReturningDialog(over, self.context, *result).open()

        self.context.tasks.start(words.say("Reading “{file}”", file=path.name), work, show)
