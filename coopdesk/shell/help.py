"""F1: what the screen on show is for and how its three most asked things are done, beside the work and offline."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from coopdesk.kernel.resources import resource
from coopdesk.shell.labels import IconButton, Label
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

WIDTH = 340


@dataclass(frozen=True, slots=True)
class HelpText:
    """What a screen is for, and pairs of question and answer."""

    what: str
    how: tuple[tuple[str, str], ...]


def help_texts(language: str) -> dict[str, HelpText]:
    """The help of every screen by the screen's name, `welcome` among them."""
    with resource(f"help/{language}.toml").open("rb") as file:
        found = tomllib.load(file)
    return {
        name: HelpText(entry["what"], tuple((how["ask"], how["answer"]) for how in entry["how"]))
        for name, entry in found.items()
    }


class HelpPane(QFrame):
    """Lies over the right side of the window until Esc or F1; `opened_from` gets the focus back."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words, self._over = words, parent
        self._texts: dict[str, HelpText] = {}
        self._opened_from: QWidget | None = None
        self.setObjectName("detail")
        self.setAutoFillBackground(True)
        self.setAccessibleName(words.say("Help"))
        head = QHBoxLayout()
        head.addWidget(Label(words.say("Help"), "small", "text2"), 1)
        head.addWidget(IconButton("dismiss", words.say("Close help (Esc)"), self.shut))
        self._title = Label("", "subtitle", wrap=True)
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(words.say("Help"))
        self.text.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self.text, 1)
        current_theme().changed.connect(self._dress)
        self._dress()
        self.hide()

    def toggle(self, name: str, title: str) -> None:
        """Open with the help of a screen and the focus in it, or away again."""
        if self.isVisible():
            self.shut()
            return
        self._opened_from = QApplication.focusWidget()
        self.show_screen(name, title)
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_screen(self, name: str, title: str) -> None:
        """The help of another screen."""
        self._texts = self._texts or help_texts(self._words.language)
        found = self._texts[name]
        self._title.setText(title)
        asked = "".join(f"<h4>{escape(ask)}</h4><p>{escape(answer)}</p>" for ask, answer in found.how)
        self.text.setHtml(f"<p>{escape(found.what)}</p>{asked}")
        self.text.setAccessibleDescription(self.text.toPlainText())

    def shut(self) -> None:
        """Away, with the focus back where it was."""
        self.hide()
        if self._opened_from is not None and self._opened_from.isVisible():
            self._opened_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._opened_from = None

    def place(self, top: int, bottom: int) -> None:
        """At the right edge of its parent, between these heights."""
        width = min(current_theme().px(WIDTH), self._over.width())
        self.setGeometry(self._over.width() - width, top, width, max(0, bottom - top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = current_theme()
        self.text.setFont(theme.font("body"))
        self.text.document().setDefaultFont(theme.font("body"))
