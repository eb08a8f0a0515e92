"""Small arrangements of the plan's panes."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from coopdesk.shell.fields.field import Typist
from coopdesk.shell.fields.text import NoteField
from coopdesk.shell.theme import current_theme


def at_left(widget: QWidget) -> QHBoxLayout:
    """A button at the left, no wider than its words."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


class SnugNote(NoteField):
    """A text no higher than its lines ask: a text edit would rather be 192 pixels high."""

    def __init__(self, typist: Typist, label: str, lines: int) -> None:
        super().__init__(typist, label, lines=lines)
        self._high = lines
        current_theme().changed.connect(self._snug)
        self._snug()

    def _snug(self) -> None:
        metrics = QFontMetrics(current_theme().font("body"))
        self.edit.setFixedHeight(metrics.lineSpacing() * self._high + 16)
        self.updateGeometry()


def clear_layout(layout: QLayout) -> None:
    """Takes everything in a layout off the screen."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
