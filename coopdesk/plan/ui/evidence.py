"""What shows that an action was done: files kept in the workspace, links and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.desk.command import Command
from coopdesk.plan.commands.proof import AddEvidence, AttachEvidence, RemoveEvidence, ReviseEvidence
from coopdesk.plan.model import Evidence
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, IconButton, Label, NameButton

LARGEST = 50_000_000  # bytes; a copy of the workspace carries every file along


class EvidenceList(QWidget):
    """A file may also be dropped here."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._freshen = context, freshen
        self._row: ActionRow | None = None
        self._editing = ""
        self.setAcceptDrops(True)
        say = context.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self.add = TextField(context, say("New note or web address"))
        self.add.committed.connect(self._add)
        column.addWidget(self.add)
        self.attach = Button(say("Attach a file…"), "attach", "flat", self._ask)
        row = QHBoxLayout()
        row.addWidget(self.attach)
        row.addStretch(1)
        column.addLayout(row)

    def show_row(self, row: ActionRow) -> None:
        """Shows the evidence of an action."""
        before, self._row = self._row, row
        if before is None or before.id != row.id:
            self._editing = ""
        if before is None or (before.id, before.evidence) != (row.id, row.evidence):
            self._fill()

    def take(self, path: Path) -> None:
        """Keeps a file with the action."""
        words = self._context.words
        try:
            content = path.read_bytes() if path.stat().st_size <= LARGEST else None
        except OSError as error:
            text = words.say("“{name}” could not be read: {reason}", name=path.name, reason=error.strerror or "")
            self._context.messages.problem(text, self.attach)
            return
        if content is None:
            text = words.say("“{name}” is larger than {size} MB. Link to it instead.", name=path.name,
                             size=words.formats.number(LARGEST // 1_000_000))  # fmt: skip
            self._context.messages.problem(text, self.attach)
        elif self._row is not None:
            self._run(AttachEvidence(self._row.id, path.name, content))

    def _fill(self) -> None:
        clear_layout(self._list)
        for one in self._row.evidence if self._row else ():
            self._list.addWidget(self._editor(one) if one.id == self._editing else self._line(one))

    def _line(self, one: Evidence) -> QWidget:
        say, line = self._context.words.say, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        if one.sha256 or one.link:
            texts.addWidget(NameButton(one.title, "attach" if one.sha256 else "link", lambda: self._open(one), "left"))
        else:
            texts.addWidget(Label(one.title, wrap=True))
        if told := self._told(one):
            texts.addWidget(Label(told, "small", "text2", wrap=True))
        row.addLayout(texts, 1)
        more = IconButton("more_horizontal", say("More for “{title}”", title=one.title))
        more.clicked.connect(lambda: self._menu(one).popup(more.mapToGlobal(more.rect().bottomLeft())))
        row.addWidget(more)
        return line

    def _told(self, one: Evidence) -> str:
        formats = self._context.words.formats
        size = f"{formats.number(max(1, one.size // 1000))} kB" if one.sha256 else ""
        name = one.file_name if one.file_name != one.title else ""
        return " · ".join(part for part in (formats.partial(one.day) if one.day else "", name, size, one.link) if part)

    def _editor(self, one: Evidence) -> QWidget:
        say, editor = self._context.words.say, QWidget()
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 4)
        title, day = TextField(self._context, say("What it shows")), DateField(self._context, say("Date"))
        title.show_value(one.title)
        day.show_value(one.day)
        title.committed.connect(lambda text: self._run(ReviseEvidence(replace(self._now(one), title=text))))
        day.committed.connect(lambda when: self._run(ReviseEvidence(replace(self._now(one), day=when))))
        row.addWidget(title, 3)
        row.addWidget(day, 2)
        return editor

    def _now(self, one: Evidence) -> Evidence:
        self._freshen()
        kept = self._row.evidence if self._row else ()
        return next((each for each in kept if each.id == one.id), one)

    def _menu(self, one: Evidence) -> QMenu:
        say, menu = self._context.words.say, QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        entries: list[tuple[str, Callable[[], object]]] = [
            (say("Change name or date"), lambda: self._edit(one)),
            (say("Remove evidence"), lambda: self._run(RemoveEvidence(one.id))),
        ]
        if one.sha256:
            entries.insert(0, (say("Save the file as…"), lambda: self._save(one)))
        for text, run in entries:
            menu.addAction(text).triggered.connect(lambda _=False, run=run: run())
        return menu

    def _edit(self, one: Evidence) -> None:
        self._editing = one.id
        self._fill()

    def _open(self, one: Evidence) -> None:
        """A link opens in the browser; a file is saved first, so that a program of the user's choice opens it."""
        if one.link:
            QDesktopServices.openUrl(QUrl(one.link))
        else:
            self._save(one)

    def _save(self, one: Evidence) -> None:
        messages, words = self._context.messages, self._context.words
        target = messages.save_file(words.say("Save the file"), one.file_name, "")
        if target is None:
            return
        with self._context.desk.look() as work:
            content: bytes = work.attachments.read(one.sha256)
        try:
            target.write_bytes(content)
        except OSError as error:
            text = words.say("“{name}” could not be written: {reason}", name=target.name, reason=error.strerror or "")
            messages.problem(text, self.attach)
            return
        messages.note(words.say("Saved as {name}.", name=target.name))

    def _ask(self) -> None:
        path = self._context.messages.open_file(self._context.words.say("Attach a file"), "")
        if path is not None:
            self.take(path)

    def _add(self, text: str) -> None:
        link = text if text.lower().startswith(("http://", "https://", "www.")) else ""
        if text and self._row is not None and self._run(AddEvidence(self._row.id, text, link), self.add):
            self.add.show_value("")

    def _run(self, command: Command, near: QWidget | None = None) -> bool:
        accepted = self._context.submit(command, near or self)
        if accepted:
            self._freshen()
        return accepted

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()
