"""The time line on paper: A4 or A3, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coopdesk.kernel.errors import Refused
from coopdesk.kernel.progress import Progress
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.moving import span
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.neighbours import Gathering, Neighbours
from coopdesk.shell.bars import Choice
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.charts.gantt import Task
    from coopdesk.charts.lane import Meeting

PAPERS = ("a4", "a3")
KEPT = "plan.paper"


@dataclass(frozen=True, slots=True)
class TimelineSheets:
    """Makes the PDF of some rows; on a worker, since it brings in reportlab and draws every bar."""

    context: Context
    view: PlanView
    rows: Sequence[ActionRow]
    gatherings: Sequence[Gathering]
    paper: str

    def make(self, progress: Progress) -> bytes:
        from coopdesk.charts.paper import Caption, Paper, TimeLine, timeline_pdf  # noqa: PLC0415 - brings in reportlab

        words, today = self.context.words, self.context.clock.today()
        title, tasks = wording.title(words, self.view.plan), timeline_tasks(self.rows)
        n = len(self.rows) - len(tasks)
        note = words.count("{n} action without dates is not drawn.", "{n} actions without dates are not drawn.", n)
        facts = wording.facts(words, self.view.plan, self.view.counts)
        caption = Caption(title, f"{facts} · {words.formats.long_day(today)}", note if n else "")
        years = span(self.view.plan, [row.action for row in self.rows], today)
        line = TimeLine(tasks, years, today, timeline_meetings(self.gatherings))
        return timeline_pdf(line, caption, words, Paper(self.paper), progress)


def timeline_tasks(rows: Sequence[ActionRow]) -> list[Task]:
    """The rows that have a date, as bars; one side that is not known is taken to be the other."""
    from coopdesk.charts.gantt import Milestone, Task  # noqa: PLC0415 - brings in reportlab

    tasks: list[Task] = []
    for row in rows:
        action = row.action
        begin, end = action.begin or action.end, action.end or action.begin
        if begin is None or end is None:
            continue
        milestones = tuple(Milestone(m.due.last, m.title, m.done) for m in row.milestones if m.due is not None)
        open_ = action.status in (ActionStatus.PLANNED, ActionStatus.RUNNING)
        name = f"{action.code} {action.title}".strip()
        tasks.append(Task(name, begin.first, max(end.last, begin.first), action.progress, milestones,
                          row.objective.title, row.id, may_be_late=open_))  # fmt: skip
    return tasks


def timeline_meetings(gatherings: Sequence[Gathering]) -> list[Meeting]:
    """The meetings as the lane above the bars shows them."""
    from coopdesk.charts.lane import Meeting  # noqa: PLC0415 - brings in reportlab

    return [Meeting(one.day, one.name) for one in gatherings]


def to_paper(context: Context, view: PlanView, rows: Sequence[ActionRow], neighbours: Neighbours) -> None:
    """Asks for the size of the sheets, then where to save."""
    say = context.words.say
    if not any(row.action.begin or row.action.end for row in rows):
        context.messages.note(say("No action has a date yet: there is nothing to draw."))
        return
    dialog = Dialog(context.messages.window, say("Time line on paper"),
                    say("The actions that the filters leave, with at most 40 on a sheet."))  # fmt: skip
    size = ChoiceField(context, say("Paper"), [("a4", say("A4 landscape")), ("a3", say("A3 landscape"))])
    kept = context.settings.get(KEPT)
    size.show_value(kept if kept in PAPERS else "a4")
    dialog.body.addWidget(size)

    def go() -> None:
        context.settings.put(KEPT, size.value())
        dialog.close()
        met = tuple(neighbours.gatherings(view.plan.area_id))
        _save(context, TimelineSheets(context, view, tuple(rows), met, size.value()))

    dialog.add_button(say("Cancel"), dialog.close)
    dialog.add_button(say("Save as PDF…"), go, primary=True)
    dialog.open()


def _save(context: Context, sheets: TimelineSheets) -> None:
    words, messages = context.words, context.messages
    name = f"{wording.title(words, sheets.view.plan)} – {words.say('time line')}.pdf"
    target = messages.save_file(words.say("Save the time line"), name, ((words.say("PDF"), "*.pdf"),))
    if target is None:
        return
    target = target if target.suffix.lower() == ".pdf" else target.with_suffix(".pdf")

    def work(progress: Progress) -> None:
        _write(target, sheets.make(progress))

    def done(_: object) -> None:
        shown = Choice(words.say("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))), "open")
        messages.note(words.say("The time line is in {name}.", name=target.name), tone="ok", choices=(shown,))

    context.tasks.start(words.say("Making the time line"), work, done)


def _write(target: Path, content: bytes) -> None:
    """Beside its place first, so that what was there stays whole until the new file is."""
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refused(N_("“{name}” could not be written: {reason}"), name=target.name,
                      reason=error.strerror or "") from error  # fmt: skip
