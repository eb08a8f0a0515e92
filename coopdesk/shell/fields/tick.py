"""A yes or no as a box to tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coopdesk.shell.fields.field import Typist
from coopdesk.shell.labels import Label


class TickField(QWidget):
    """A box with its words beside it; the value is a bool. `show_value` never emits."""

    committed = Signal(object)

    def __init__(self, typist: Typist, label: str, *, hint: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.box = QCheckBox(label)
        # Not emit itself: PySide calls a bare callable without the argument.
        self.box.clicked.connect(lambda on: self.committed.emit(bool(on)))
        column.addWidget(self.box)
        if hint:
            column.addWidget(Label(hint, "caption", "text2", wrap=True))
        self.setFocusProxy(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))
