"""The card itself: its ground, its edge when chosen, and texts broken into lines. Features paint what stands on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coopdesk.shell.board.cards import CARD
from coopdesk.shell.theme import Theme

GAP, PAD, RADIUS = 8, 12, 6
Index = QModelIndex | QPersistentModelIndex


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Text broken into lines of a width; the last of `most` lines ends in an ellipsis when there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = QFontMetricsF(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


class CardPainter(QStyledItemDelegate):
    """Paints a card with an accent edge when current and a ring when focused; `inside` paints what stands on it.
    With `uniform` all cards are equally high, so that thousands cost nothing before they are in sight."""

    uniform = False

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def inside(self, painter: QPainter, area: QRectF, card: Any) -> None:
        """Paints what stands on a card within its edge."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, area = self._theme, self.area(option)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        edge = theme.token("focus" if chosen else "border")
        thick = 2.0 if focused else 1.0
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(theme.token("control") if hovered and not chosen else edge, thick))
        painter.setBrush(theme.token("selected" if chosen else "surface"))
        half = thick / 2
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), theme.px(RADIUS), theme.px(RADIUS))
        self.inside(painter, area, index.data(CARD))
        painter.restore()

    def area(self, option: QStyleOptionViewItem) -> QRectF:
        """The card without the gap below it."""
        return QRectF(option.rect).adjusted(0, 0, 0, -self._theme.px(GAP))

    def width(self) -> int:
        """How wide a card is."""
        return self._view.viewport().width()
