"""A plan with partners, and the way of a workbook there and back through real files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from coopdesk.annex.partner.compare import compare
from coopdesk.annex.partner.compose import partner_book
from coopdesk.annex.partner.gather import frame_of, own_actions
from coopdesk.annex.partner.model import Comparison, Frame, Own, Part
from coopdesk.annex.partner.reading import read_returned
from coopdesk.annex.sheet.book import write_book
from coopdesk.annex.sheet.reader import read_book
from coopdesk.desk.desk import Desk
from coopdesk.followup.commands import Comment
from coopdesk.kernel.clock import FixedClock
from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.commands.parts import SetBudget
from coopdesk.words.catalogue import Words
from tests.plan.conftest import Story, tell

TODAY = date(2026, 11, 24)
HEADINGS = {
    Part.BEGIN: "Begindatum", Part.END: "Einddatum", Part.STATUS: "Status", Part.PROGRESS: "Voortgang",
    Part.SPENT: "Besteed 2026", Part.COMMENT: "Commentaar 2de helft 2026", Part.REMARK: "Opmerking",
}  # fmt: skip


@dataclass(frozen=True)
class Trip:
    """One partner's workbook of a plan."""

    story: Story
    words: Words
    path: Path

    @property
    def frame(self) -> Frame:
        return frame_of(self.story.plan_id, "Ann Peeters", TODAY)

    def owns(self, *, every: bool = False) -> tuple[Own, ...]:
        with self.story.desk.look() as work:
            return own_actions(work, self.frame, every)

    def send(self) -> Path:
        """Writes the workbook as the partner gets it."""
        book = partner_book(self.frame, self.owns(), "Voorbeeldstreek", TODAY, self.words)
        self.path.write_bytes(write_book(book))
        return self.path

    def edit(self, work: Callable[[openpyxl.Workbook], object]) -> None:
        """What the partner does with it."""
        book = openpyxl.load_workbook(self.path)
        work(book)
        book.save(self.path)

    def fill(self, title: str, **values: object) -> None:
        """Types values in the row of an action, by the names of the parts."""

        def typed(book: openpyxl.Workbook) -> None:
            sheet = book.worksheets[0]
            row = next(r for r in sheet.iter_rows(min_row=4) if str(r[2].value or "").startswith(title))
            for name, value in values.items():
                cell = row[columns(sheet)[HEADINGS[Part(name)]]]
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type

        self.edit(typed)

    def back(self, path: Path | None = None) -> Comparison:
        """Reads it and holds it against the plan."""
        returned = read_returned(read_book(path or self.path), self.frame, self.words, TODAY)
        return compare(returned, self.owns(every=True))


def columns(sheet) -> dict[str, int]:
    """Where each heading stands, from 0."""
    row = next(r for r in sheet.iter_rows() if any(cell.value == "coopdesk" for cell in r))
    return {str(cell.value): at for at, cell in enumerate(row)}


@pytest.fixture
def story(desk: Desk, clock: FixedClock) -> Story:
    found = tell(desk, clock)
    first, second = found.row("Jobbeurs"), found.row("Taalcoaching")
    desk.do(ReviseAction(replace(first.action, remark="=SOM(A1)\nTweede regel", description="-Lang verhaal")))
    desk.do(ReviseAction(replace(second.action, partners=("Ann Peeters", "VDAB"))))
    desk.do(SetBudget(first.id, 2026, 250_050))
    desk.do(Comment(first.id, "2026-H2", "Loopt goed."))
    return found


@pytest.fixture
def trip(story: Story, words: Words, tmp_path: Path) -> Trip:
    return Trip(story, words, tmp_path / "partner.xlsx")
