"""The first screen: from nothing to something that means something in one click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.labels import Button, Label, Picture
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Recent:
    """A workspace opened before; finished texts. `run` opens it."""

    name: str
    note: str
    run: Callable[[], object]


class WayIn(QPushButton):
    """A card that is a button: icon, title and a line of what comes."""

    def __init__(self, action: Action, words: Words, text: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAutoDefault(True)
        self.setAccessibleName(action.plain(words))
        self.setAccessibleDescription(text)
        self.clicked.connect(lambda *_: action.run())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(4)
        self._column.addWidget(Picture(action.icon, "accent", 28))
        self._column.addSpacing(6)
        for label in (Label(action.plain(words), "subtitle", wrap=True), Label(text, "body", "text2", wrap=True)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def sizeHint(self) -> QSize:
        width = current_theme().px(270)
        return QSize(width, max(current_theme().px(168), self._column.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        width = current_theme().px(180)
        return QSize(width, self._column.heightForWidth(max(width, self.width())))


class Welcome(QWidget):
    """Three ways in, the workspaces opened before, and opening a file. The texts of the cards are finished."""

    def __init__(
        self, words: Words, ways: Sequence[tuple[Action, str]], open_file: Action, recent: Sequence[Recent] = ()
    ) -> None:
        super().__init__()
        self.setObjectName("welcome")
        say = words.say
        self.ways = [WayIn(action, words, text) for action, text in ways]
        inner = QVBoxLayout()
        inner.setSpacing(6)
        inner.addStretch(2)
        inner.addWidget(Label(say("Welcome to Coopdesk"), "title"))
        promise = say("From figures to a shared action plan, on your own laptop.")
        inner.addWidget(Label(promise, "body", "text2", wrap=True))
        inner.addSpacing(16)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for way in self.ways:
            cards.addWidget(way, 1)
        inner.addLayout(cards)
        inner.addSpacing(20)
        head = QHBoxLayout()
        head.addWidget(Label(say("Opened recently"), "strong"), 1)
        head.addWidget(Button(f"{open_file.plain(words)}", open_file.icon, run=open_file.run,
                              tip=f"{open_file.plain(words).rstrip('…')} ({open_file.shortcut})"))  # fmt: skip
        inner.addLayout(head)
        for kept in recent:
            inner.addWidget(_recent_button(kept))
        if not recent:
            inner.addWidget(Label(say("Nothing yet."), "body", "text2"))
        inner.addSpacing(16)
        private = say("Everything stays on this computer. No account is needed.")
        inner.addWidget(Label(private, "small", "text2", wrap=True))
        inner.addStretch(3)
        middle = QWidget()
        middle.setLayout(inner)
        middle.setMaximumWidth(current_theme().px(900))
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)
        if self.ways:
            self.setFocusProxy(self.ways[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((at for at, way in enumerate(self.ways) if way.hasFocus()), -1)
        if step and at >= 0:
            self.ways[max(0, min(at + step, len(self.ways) - 1))].setFocus()
            return
        super().keyPressEvent(event)


def _recent_button(kept: Recent) -> Button:
    button = Button(f"{kept.name}  ·  {kept.note}" if kept.note else kept.name, "document", "left", kept.run)
    button.setProperty("kind", "left")
    return button
