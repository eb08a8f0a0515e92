"""The milestones of an action: boxes to tick, and a line to add one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.parts import AddMilestone, MoveMilestone, RemoveMilestone, ReviseMilestone
from coopdesk.plan.model import Milestone
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import IconButton, Label


class MilestoneList(QWidget):
    """Ticking one is kept at once; its name, date and place change through its menu."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._row: ActionRow | None = None
        self._editing = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self.add = TextField(context, context.words.say("New milestone"))
        self.add.committed.connect(self._add)
        column.addWidget(self.add)

    def show_row(self, row: ActionRow) -> None:
        """Shows the milestones of an action."""
        if self._row is None or self._row.id != row.id:
            self._editing = ""
        before, self._row = self._row, row
        if before is None or (before.id, before.milestones) != (row.id, row.milestones):
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._list)
        for milestone in self._row.milestones if self._row else ():
            self._list.addWidget(self._editor(milestone) if milestone.id == self._editing else self._line(milestone))

    def _line(self, milestone: Milestone) -> QWidget:
        words, line = self._context.words, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        box = QCheckBox()
        box.setChecked(milestone.done)
        box.setAccessibleName(milestone.title)
        box.setToolTip(words.say("Reached"))
        box.clicked.connect(lambda on: self._run(ReviseMilestone(replace(milestone, done=on))))
        title = Label(milestone.title, wrap=True)
        title.setBuddy(box)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(title)
        if milestone.due is not None:
            texts.addWidget(Label(words.formats.partial(milestone.due), "small", "text2"))
        row.addLayout(texts, 1)
        more = IconButton("more_horizontal", words.say("More for “{title}”", title=milestone.title))
        more.clicked.connect(lambda: self._menu(milestone).popup(more.mapToGlobal(more.rect().bottomLeft())))
        row.addWidget(more)
        return line

    def _editor(self, milestone: Milestone) -> QWidget:
        say, editor = self._context.words.say, QWidget()
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 4)
        title, due = TextField(self._context, say("Milestone")), DateField(self._context, say("Date"))
        title.show_value(milestone.title)
        due.show_value(milestone.due)
        title.committed.connect(lambda text: self._run(ReviseMilestone(replace(self._now(milestone), title=text))))
        due.committed.connect(lambda day: self._run(ReviseMilestone(replace(self._now(milestone), due=day))))
        row.addWidget(title, 3)
        row.addWidget(due, 2)
        return editor

    def _now(self, milestone: Milestone) -> Milestone:
        self._freshen()
        kept = self._row.milestones if self._row else ()
        return next((one for one in kept if one.id == milestone.id), milestone)

    def _menu(self, milestone: Milestone) -> QMenu:
        say, menu = self._context.words.say, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        at = [one.id for one in self._row.milestones].index(milestone.id) if self._row else 0
        entries: list[tuple[str, Callable[[], object]]] = [
            (say("Change name or date"), lambda: self._edit(milestone)),
            (say("Move up"), lambda: self._run(MoveMilestone(milestone.id, milestone.version, max(0, at - 1)))),
            (say("Move down"), lambda: self._run(MoveMilestone(milestone.id, milestone.version, at + 1))),
            (say("Remove milestone"), lambda: self._run(RemoveMilestone(milestone.id))),
        ]
        for text, run in entries:
            menu.addAction(text).triggered.connect(lambda _=False, run=run: run())
        return menu

    def _edit(self, milestone: Milestone) -> None:
        self._editing = milestone.id
        self._fill()

    def _add(self, title: str) -> None:
        if title and self._row is not None and self._run(AddMilestone(self._row.id, title)):
            self.add.show_value("")

    def _run(self, command: Command) -> bool:
        accepted = self._context.submit(command, self)
        if accepted:
            self._freshen()
        return accepted
