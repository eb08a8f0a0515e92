"""The pane at the right: the object that is chosen in the list, always the same data, no Save and no Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget

from coopdesk.shell.labels import IconButton, Label
from coopdesk.words.catalogue import Words

DOCKED, NARROW = 330, 320


class DetailPane(QFrame):
    """Kicker, title, and a scrolling column `body`; `closed` when the user shuts it.

    `floating` says that it covers the content, for want of room: then it only comes when asked for.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.floating = False
        self._filled, self._unwanted = True, False
        self.setAccessibleName(words.say("Details"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 0)
        self._kicker = Label("", "small", "text2")
        head.addWidget(self._kicker, 1)
        self.tools = QHBoxLayout()
        head.addLayout(self.tools)
        head.addWidget(IconButton("dismiss", words.say("Close details (Esc)"), self.shut))
        outer.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 4, 16, 16)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)
        # Not an alignment to the top: that gives the column no more than its hint, and texts that wrap need more.
        column.addStretch(1)
        self._title = Label("", "subtitle", wrap=True)
        self.body.addWidget(self._title)
        scroll.setWidget(inside)
        # setWidget turns this on, and the pane would show the colour of the window.
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)

    def set_kicker(self, text: str) -> None:
        """The small line above the title: what kind of thing this is."""
        self._kicker.setText(text)

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self._title.setVisible(bool(text))

    def clear(self) -> None:
        """Takes everything under the title away."""
        while self.body.count() > 1:
            _drop(self.body.takeAt(1))

    @property
    def filled(self) -> bool:
        """Whether there is something in the pane."""
        return self._filled

    @property
    def wanted(self) -> bool:
        """Whether there is something in the pane and the user did not shut it."""
        return self._filled and not self._unwanted

    def offer(self, *, filled: bool) -> None:
        """Shows the pane beside the list when something is chosen there, and takes it away when nothing is."""
        self._filled = filled
        self.setVisible(self.wanted and not (self.floating and self.isHidden()))

    def open(self, *, focus: bool = False) -> None:
        """Shows the pane; with the focus in its first field when asked."""
        self._unwanted = False
        self.show()
        if focus:
            self.enter()

    def enter(self) -> None:
        """Puts the focus in the first field."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and self.body.indexOf(child) != 0:
                child.setFocus(Qt.FocusReason.TabFocusReason)
                if not isinstance(child, IconButton):
                    return

    def shut(self) -> None:
        """Away until it is asked for again, whatever is chosen."""
        self._unwanted = True
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _drop(item: QLayoutItem | None) -> None:
    """Takes a layout item with everything in it off the screen."""
    if item is None:
        return
    widget = item.widget()
    layout = item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while layout.count():
            _drop(layout.takeAt(0))
        layout.deleteLater()
