"""A short list of one-line items: an icon, what it is, and at the right when or how late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from coopdesk.shell.icons import paint_icon
from coopdesk.shell.theme import Theme

_ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Item:
    """One line in finished words; `tone` is the token of the icon and of the text at the right."""

    id: str
    icon: str
    title: str
    right: str = ""
    tone: str = "text2"

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.right}" if self.right else self.title


class _Delegate(QStyledItemDelegate):
    """Paints an Item; the selected one has the pale ground and bar of every list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, QFontMetrics(self._theme.font("body")).height() + self._theme.px(15))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        theme, item = self._theme, index.data(_ITEM)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, box)
        side = theme.px(18)
        spot = QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side)
        paint_icon(painter, item.icon, spot, theme.token(item.tone))
        small, body = QFontMetrics(theme.font("small")), QFontMetrics(theme.font("body"))
        end = box.right() - theme.px(10)
        wide = small.horizontalAdvance(item.right) + 1
        painter.setFont(theme.font("small strong" if item.tone == "errFg" else "small"))
        if item.tone == "errFg":
            wide = QFontMetrics(painter.font()).horizontalAdvance(item.right) + 1
        painter.setPen(theme.token(item.tone))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(end - wide, box.top(), wide, box.height()), middle | Qt.AlignmentFlag.AlignRight, item.right
        )
        start = spot.right() + theme.px(10)
        room = end - wide - theme.px(12) - start
        painter.setFont(theme.font("body"))
        painter.setPen(theme.token("text"))
        shown = body.elidedText(item.title, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(start, box.top(), room, box.height()), middle | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _ground(self, painter: QPainter, option: Any, box: QRectF) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("selected" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), theme.px(4), theme.px(4))
        if focused:
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), theme.px(4), theme.px(4))


class ItemList(QListWidget):
    """Arrow keys walk, Enter or a click opens. As high as its items, so that the page scrolls and not the list."""

    opened = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._delegate = _Delegate(theme)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemClicked.connect(lambda item: self.opened.emit(item.data(_ITEM).id))
        theme.changed.connect(self._settle)

    def show_items(self, items: Sequence[Item]) -> None:
        """Shows these; the one that was current stays so if it is still there."""
        here = self.current_id
        self.clear()
        for item in items:
            line = QListWidgetItem(item.title)
            line.setData(_ITEM, item)
            line.setData(Qt.ItemDataRole.AccessibleTextRole, item.spoken)
            line.setToolTip(item.spoken)
            self.addItem(line)
            if item.id == here:
                self.setCurrentItem(line)
        self._settle()

    @property
    def current_id(self) -> str:
        item = self.currentItem()
        return str(item.data(_ITEM).id) if item is not None else ""

    def shown(self) -> list[Item]:
        """What is shown."""
        return [self.item(i).data(_ITEM) for i in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
            return
        super().keyPressEvent(event)

    def _settle(self) -> None:
        high = sum(self.sizeHintForRow(i) for i in range(self.count()))
        self.setFixedHeight(high + 2)
