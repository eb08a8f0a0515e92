"""Asks for the password of a protected copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from coopdesk.shell.dialog import Dialog
from coopdesk.shell.labels import Label
from coopdesk.words.catalogue import Words

LEAST, MOST = 8, 60  # characters, as dossier/pdf/protection.py asks


class PasswordDialog(Dialog):
    """The password is shown while it is typed: it has to be passed on, and nobody can find it again."""

    def __init__(self, parent: QWidget, words: Words, done: Callable[[str], object]) -> None:
        say = words.say
        super().__init__(parent, say("Protected copy"), say("The PDF only opens with this password. Nobody can find it "
                         "again, not even Coopdesk: keep it in a safe place."))  # fmt: skip
        self._finish = done
        label, self.line = Label(say("Password, at least 8 characters"), "small", "text2"), QLineEdit()
        self.line.setAccessibleName(say("Password, at least 8 characters"))
        self.line.setMaxLength(MOST)
        label.setBuddy(self.line)
        self.body.addWidget(label)
        self.body.addWidget(self.line)
        self.add_button(say("Cancel"), self.close)
        self.button = self.add_button(say("Save copy…"), self._done, primary=True)
        self.button.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.button.setEnabled(len(text) >= LEAST))
        self.line.setFocus()

    def _done(self) -> None:
        self.close()
        self._finish(self.line.text())
