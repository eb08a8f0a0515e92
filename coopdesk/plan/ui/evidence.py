"""What shows that an action was done: files kept in the workspace, links and notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.plan.commands.proof import AddEvidence, AttachEvidence, RemoveEvidence, ReviseEvidence
from coopdesk.plan.model import Evidence
from coopdesk.plan.ui.entries import Deed, Entries, Manner
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button, Label, NameButton

LARGEST = 50_000_000  # bytes; a copy of the workspace carries every file along


class EvidenceList(QWidget):
    """A file may also be dropped here."""

    def __init__(self, context: Context, freshen: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self.setAcceptDrops(True)
        say = context.words.say
        manner: Manner[Evidence] = Manner(
            of=lambda row: row.evidence,
            face=self._face,
            day=lambda one: one.day,
            retitled=lambda one, title: ReviseEvidence(replace(one, title=title)),
            dated=lambda one, day: ReviseEvidence(replace(one, day=day)),
            deeds=self._deeds,
            title_name=say("What it shows"),
        )
        self._entries = Entries(context, manner, freshen)
        self.show_row = self._entries.show_row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._entries)
        self.add = TextField(context, say("New note or web address"))
        self.add.committed.connect(self._add)
        column.addWidget(self.add)
        self.attach = Button(say("Attach a file…"), "attach", "flat", self._ask)
        row = QHBoxLayout()
        row.addWidget(self.attach)
        row.addStretch(1)
        column.addLayout(row)

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
        elif self._entries.row is not None:
            self._entries.run(AttachEvidence(self._entries.row.id, path.name, content))

    def _face(self, one: Evidence) -> tuple[QWidget | None, list[QWidget]]:
        texts: list[QWidget] = [Label(one.title, wrap=True)]
        if one.sha256 or one.link:
            texts = [NameButton(one.title, "attach" if one.sha256 else "link", lambda: self._open(one), "left")]
        if told := self._told(one):
            texts.append(Label(told, "small", "text2", wrap=True))
        return None, texts

    def _deeds(self, one: Evidence) -> list[Deed]:
        say = self._context.words.say
        save: list[Deed] = [(say("Save the file as…"), lambda: self._save(one))] if one.sha256 else []
        return [*save, (say("Remove evidence"), lambda: self._entries.run(RemoveEvidence(one.id)))]

    def _told(self, one: Evidence) -> str:
        formats = self._context.words.formats
        size = f"{formats.number(max(1, one.size // 1000))} kB" if one.sha256 else ""
        name = one.file_name if one.file_name != one.title else ""
        return " · ".join(part for part in (formats.partial(one.day) if one.day else "", name, size, one.link) if part)

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
        row = self._entries.row
        if text and row is not None and self._entries.run(AddEvidence(row.id, text, link), self.add):
            self.add.show_value("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))
        event.acceptProposedAction()
