"""The frame of the few dialogs: a title, what there is to read or fill in, and buttons that are verbs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.shell.labels import Button, Label

FRAME = 40  # pixels for the title bar that the system puts around


class Dialog(QDialog):
    """A window-modal dialog; Esc closes it. Put things in `body`, buttons with `add_button`. What comes in while it is
    open makes it grow, so that nothing is squeezed."""

    def __init__(self, parent: QWidget | None, title: str, text: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(Label(title, "subtitle", wrap=True))
        if text:
            outer.addWidget(Label(text, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            room = self.screen().availableGeometry().height() - FRAME
            needed = min(self._outer.totalHeightForWidth(self.width()), room)
            if needed > self.height():
                self.resize(self.width(), needed)
        return done

    def add_button(self, text: str, run: Callable[[], object], *, primary: bool = False) -> Button:
        """One more button at the right; the primary one answers Enter."""
        button = Button(text, "", "primary" if primary else "", run)
        button.setDefault(primary)
        self._buttons.addWidget(button)
        return button
