"""Paints the parts with the tick boxes of the rest of the window: the style's own in a list vanish on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coopdesk.shell.theme import current_theme

_RADIUS = 3.0


class TickDelegate(QStyledItemDelegate):
    """Draws the row as usual and the box over it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The box with a border that shows on any ground, filled when ticked."""
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style, theme = QApplication.style(), current_theme()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown)
        box = QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5)
        ticked = shown.checkState is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.token("selected" if shown.state & QStyle.StateFlag.State_Selected else "surface"))
        painter.setPen(QPen(theme.token("accent" if ticked else "control"), 1.2))
        painter.setBrush(theme.token("accent") if ticked else theme.token("surface"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if ticked:
            theme.icon("checkmark_16_regular", "onAccent").paint(painter, place)
        painter.restore()
