"""Small arrangements of the plan's panes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from coopdesk.shell.fields.text import NoteField


def at_left(widget: QWidget) -> QHBoxLayout:
    """A button at the left, no wider than its words."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def snug(field: NoteField) -> NoteField:
    """A text no higher than its lines ask: a text edit would rather be 192 pixels high."""
    field.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return field


def clear_layout(layout: QLayout) -> None:
    """Takes everything in a layout off the screen."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
