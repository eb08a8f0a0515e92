"""Dated entries below an action, a line each: its text, and a menu through which its name and date change in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Evidence, Milestone
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import IconButton

E = TypeVar("E", bound=Milestone | Evidence)
Deed = tuple[str, Callable[[], object]]
"""An entry of a menu: what it says and what it does."""


@dataclass(frozen=True, slots=True)
class Manner(Generic[E]):
    """What the entries of one kind are and say; `face` gives what stands before the text (or nothing) and the text."""

    of: Callable[[ActionRow], Sequence[E]]
    face: Callable[[E], tuple[QWidget | None, list[QWidget]]]
    day: Callable[[E], PartialDate | None]
    retitled: Callable[[E, str], Command]
    dated: Callable[[E, PartialDate | None], Command]
    deeds: Callable[[E], list[Deed]]
    title_name: str


class Entries(QWidget, Generic[E]):
    """The entries of the action on show."""

    def __init__(self, context: Context, manner: Manner[E], freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._manner: Manner[E] = manner
        self.row: ActionRow | None = None
        self._editing = ""
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)

    def show_row(self, row: ActionRow) -> None:
        """Shows the entries of an action; what did not change is not drawn again."""
        before, self.row = self.row, row
        if before is None or before.id != row.id:
            self._editing = ""
        if before is None or (before.id, self._manner.of(before)) != (row.id, self._manner.of(row)):
            self._fill()

    def run(self, command: Command, near: QWidget | None = None) -> bool:
        """Carries a change out and shows the action as it is then; a refusal is shown beside `near`."""
        accepted = self._context.submit(command, near or self)
        if accepted:
            self._freshen()
        return accepted

    def _fill(self) -> None:
        clear_layout(self._lines)
        for entry in self._manner.of(self.row) if self.row else ():
            self._lines.addWidget(self._editor(entry) if entry.id == self._editing else self._line(entry))

    def _line(self, entry: E) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        before, parts = self._manner.face(entry)
        if before is not None:
            row.addWidget(before, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for part in parts:
            texts.addWidget(part)
        row.addLayout(texts, 1)
        more = IconButton("more_horizontal", self._context.words.say("More for “{title}”", title=entry.title))
        more.clicked.connect(lambda: self._menu(entry).popup(more.mapToGlobal(more.rect().bottomLeft())))
        row.addWidget(more)
        return line

    def _editor(self, entry: E) -> QWidget:
        editor, manner = QWidget(), self._manner
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 4)
        title = TextField(self._context, manner.title_name)
        day = DateField(self._context, self._context.words.say("Date"))
        title.show_value(entry.title)
        day.show_value(manner.day(entry))
        title.committed.connect(lambda text: self.run(manner.retitled(self._now(entry), text)))
        day.committed.connect(lambda when: self.run(manner.dated(self._now(entry), when)))
        row.addWidget(title, 3)
        row.addWidget(day, 2)
        return editor

    def _now(self, entry: E) -> E:
        """The entry as it is kept: the date may be typed after the name has changed."""
        self._freshen()
        kept = self._manner.of(self.row) if self.row else ()
        return next((each for each in kept if each.id == entry.id), entry)

    def _menu(self, entry: E) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        own: Deed = (self._context.words.say("Change name or date"), lambda: self._edit(entry))
        for text, deed in (own, *self._manner.deeds(entry)):
            menu.addAction(text).triggered.connect(lambda _=False, deed=deed: deed())
        return menu

    def _edit(self, entry: E) -> None:
        self._editing = entry.id
        self._fill()
