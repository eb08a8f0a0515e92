"""The milestones of an action: boxes to tick, and a line to add one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coopdesk.plan.commands.parts import AddMilestone, MoveMilestone, RemoveMilestone, ReviseMilestone
from coopdesk.plan.model import Milestone
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.entries import Deed, Entries, Manner
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Label


class MilestoneList(QWidget):
    """Ticking one is kept at once; its name, date and place change through its menu."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._words = context.words
        manner: Manner[Milestone] = Manner(
            of=lambda row: row.milestones,
            face=self._face,
            day=lambda one: one.due,
            retitled=lambda one, title: ReviseMilestone(replace(one, title=title)),
            dated=lambda one, day: ReviseMilestone(replace(one, due=day)),
            deeds=self._deeds,
            title_name=context.words.say("Milestone"),
        )
        self._entries = Entries(context, manner, freshen)
        self.show_row = self._entries.show_row
        self.add = TextField(context, context.words.say("New milestone"))
        self.add.committed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._entries)
        column.addWidget(self.add)

    def _face(self, milestone: Milestone) -> tuple[QWidget | None, list[QWidget]]:
        box = QCheckBox()
        box.setChecked(milestone.done)
        box.setAccessibleName(milestone.title)
        box.setToolTip(self._words.say("Reached"))
        box.clicked.connect(lambda on: self._entries.run(ReviseMilestone(replace(milestone, done=on))))
        title = Label(milestone.title, wrap=True)
        title.setBuddy(box)
        due = milestone.due
        return box, [title] if due is None else [title, Label(self._words.formats.partial(due), "small", "text2")]

    def _deeds(self, milestone: Milestone) -> list[Deed]:
        say, run, row = self._words.say, self._entries.run, self._entries.row
        at = [one.id for one in row.milestones].index(milestone.id) if row else 0
        return [
            (say("Move up"), lambda: run(MoveMilestone(milestone.id, milestone.version, max(0, at - 1)))),
            (say("Move down"), lambda: run(MoveMilestone(milestone.id, milestone.version, at + 1))),
            (say("Remove milestone"), lambda: run(RemoveMilestone(milestone.id))),
        ]

    def _add(self, title: str) -> None:
        row: ActionRow | None = self._entries.row
        if title and row is not None and self._entries.run(AddMilestone(row.id, title)):
            self.add.show_value("")
