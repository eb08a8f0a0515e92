"""File > Versions: the verified copies of the workspace, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from coopdesk.shell.dialog import Dialog
from coopdesk.shell.window import Window

if TYPE_CHECKING:
    from coopdesk.app.session import Session
    from coopdesk.storage.backup import Backup


class VersionsDialog(Dialog):
    """A list, newest first. Putting back asks nothing: what is there now becomes a version too."""

    def __init__(self, window: Window, session: Session) -> None:
        say = session.words.say
        super().__init__(
            window, say("Versions"),
            say("Coopdesk keeps a checked copy at every start and every half hour. What you have now stays among them "
                "when you put one back."),
        )  # fmt: skip
        self._session = session
        assert session.opened is not None
        self._backups = session.opened.workspace.backups.all()
        self.list = QListWidget()
        self.list.setAccessibleName(say("Versions"))
        for backup in self._backups:
            self.list.addItem(QListWidgetItem(self._text(backup)))
        if not self._backups:
            self.list.addItem(QListWidgetItem(say("No version yet.")))
            self.list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)
        self.body.addWidget(self.list)
        self.add_button(say("Back"), self.close)
        self.put_back = self.add_button(say("Put version back"), self._restore, primary=True)
        self.put_back.setEnabled(False)
        self.list.currentRowChanged.connect(lambda row: self.put_back.setEnabled(0 <= row < len(self._backups)))
        theme = window.theme
        self.resize(theme.px(520), theme.px(420))

    def _text(self, backup: Backup) -> str:
        words = self._session.words
        moment = words.formats.moment(backup.at)
        return f"{moment} · {backup.name}" if backup.name else moment

    def _restore(self) -> None:
        backup = self._backups[self.list.currentRow()]
        self.close()
        self._session.restore(backup)
