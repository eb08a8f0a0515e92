"""The pane at the left: which area, which screen; one list for the arrow keys and one stop for Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)  # fmt: skip

from coopdesk.shell.icons import paint_icon
from coopdesk.shell.labels import Button, IconButton
from coopdesk.shell.page import PageSpec
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words

NAME, ICON, BADGE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
WIDE, RAIL, BREAK = 212, 58, 1400
Index = QModelIndex | QPersistentModelIndex


class NavigationDelegate(QStyledItemDelegate):
    """Paints an entry: accent bar, bold and a filled icon for the screen one is on."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.rail, self.tight = False, False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._theme.font()).height()
        if index.data(NAME) is None:
            return QSize(40, self._theme.px(10) if self.rail else round(height * 0.95) + 10)
        return QSize(40, height + self._theme.px(6 if self.tight else 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(6, 1, -6, -1)
        if index.data(NAME) is None:
            self._paint_section(painter, rect, str(index.data()))
        else:
            self._paint_entry(painter, rect, option.state, index)
        painter.restore()

    def _paint_section(self, painter: QPainter, rect: QRect, title: str) -> None:
        if self.rail:
            painter.setPen(self._theme.token("control"))
            painter.drawLine(rect.x() + 6, rect.center().y(), rect.right() - 6, rect.center().y())
            return
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.token("text2"))
        painter.drawText(rect.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, title)

    def _paint_entry(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: Index) -> None:
        theme = self._theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.token("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        if chosen:
            painter.setBrush(theme.token("accent"))
            bar = QRectF(rect.x(), rect.y() + rect.height() * 0.22, 3, rect.height() * 0.56)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.token("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        side = theme.px(20)
        left = rect.center().x() - side / 2 + 1 if self.rail else rect.x() + 12
        place = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
        paint_icon(painter, index.data(ICON), place, theme.token("accent" if chosen else "text2"), filled=chosen)
        badge = index.data(BADGE) or 0
        if self.rail:
            if badge:
                painter.setPen(QPen(theme.token("sidebar"), 1.5))
                painter.setBrush(theme.token("warnFg"))
                painter.drawEllipse(QPointF(place.right(), place.top() + 2), 4.5, 4.5)
            return
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.token("text"))
        text = rect.adjusted(20 + side, 0, -theme.px(34) if badge else -6, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if badge:
            self._paint_badge(painter, rect, str(badge))

    def _paint_badge(self, painter: QPainter, rect: QRect, text: str) -> None:
        theme = self._theme
        painter.setFont(theme.font("small strong"))
        metrics = painter.fontMetrics()
        width, height = max(theme.px(20), metrics.horizontalAdvance(text) + theme.px(12)), metrics.height() + 1
        shape = QRectF(rect.right() - width - 6, rect.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("warnBg"))
        painter.drawRoundedRect(shape, height / 2, height / 2)
        painter.setPen(theme.token("warnFg"))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, text)


class NavigationPane(QFrame):
    """The area button above the list of screens. `chosen` carries the name of a screen the user picked."""

    chosen = Signal(str)
    area_wanted = Signal()
    pinned = Signal(bool)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("nav")
        self._words, self._theme = words, theme
        self._pinned, self._rail, self._area, self._showing = False, False, "", False
        self.area = Button("", "map", "area", self.area_wanted.emit)
        self.list = QListView()
        self.list.setAccessibleName(words.say("Navigation"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self._delegate = NavigationDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.activated.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(self._pick)
        self._pin = IconButton("panel_left", "", self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 6)
        column.setSpacing(6)
        for widget in (self.area, self.list, self._pin):
            row = QHBoxLayout()
            row.setContentsMargins(0 if widget is self.list else 8, 0, 0 if widget is self.list else 8, 0)
            row.addWidget(widget)
            if widget is self._pin:
                row.addStretch(1)
            column.addLayout(row, 1 if widget is self.list else 0)
        theme.changed.connect(self.list.scheduleDelayedItemsLayout)

    def show_pages(self, specs: Sequence[PageSpec]) -> None:
        """Lists the screens under their headings."""
        self._model.removeRows(0, self._model.rowCount())
        section = ""
        for spec in specs:
            if spec.section != section:
                section = spec.section
                heading = QStandardItem(self._words.say(section))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self._model.appendRow(heading)
            item = QStandardItem(self._words.say(spec.title))
            item.setEditable(False)
            item.setData(spec.name, NAME)
            item.setData(spec.icon, ICON)
            item.setToolTip(item.text())
            self._model.appendRow(item)

    def show_current(self, name: str) -> None:
        """Marks the screen on show, without choosing it."""
        item = self._item(name)
        if item is not None:
            self._showing = True
            self.list.setCurrentIndex(item.index())
            self._showing = False

    def show_badge(self, name: str, count: int, spoken: str = "") -> None:
        """How many things on a screen need attention; `spoken` says so in finished words ("3 meldingen")."""
        item = self._item(name)
        if item is not None:
            item.setData(count, BADGE)
            said = f"{item.text()}, {spoken}" if count and spoken else item.text()
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(said)

    def show_area(self, name: str) -> None:
        """Which area all screens look at."""
        self._area = name
        self._dress()

    def show_pinned(self, *, on: bool) -> None:
        self._pinned = on

    @property
    def rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Entries stand closer where they would not all fit."""
        super().resizeEvent(event)
        rows, step = self._model.rowCount(), self.list.fontMetrics().height() + self._theme.px(16)
        self._delegate.tight = rows * step > self.list.height()
        self.list.scheduleDelayedItemsLayout()

    def fit(self, window_width: int) -> None:
        """Icons and words in a wide window or when pinned, else icons alone."""
        narrow = window_width < self._theme.px(BREAK)
        self._rail = narrow and not self._pinned
        self._pin.setVisible(narrow)
        self._dress()

    def _dress(self) -> None:
        self._delegate.rail = self._rail
        self.setFixedWidth(self._theme.px(RAIL if self._rail else WIDE))
        said = self._words.say("Choose an area, now {name}", name=self._area)
        room = self._theme.px(WIDE) - self._theme.px(64)
        shown = self.area.fontMetrics().elidedText(self._area, Qt.TextElideMode.ElideRight, room)
        self.area.setText("" if self._rail else shown)
        self.area.setToolTip(said)
        self.area.setAccessibleName(said)
        tip = self._words.say("Show names") if self._rail else self._words.say("Show icons only")
        self._pin.speak(tip)
        self.list.scheduleDelayedItemsLayout()

    def toggle(self) -> None:
        """Names beside the icons, or icons only."""
        self._pinned = not self._pinned
        self.pinned.emit(self._pinned)

    def _item(self, name: str) -> QStandardItem | None:
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        return next((item for item in items if item.data(NAME) == name), None)

    def _pick(self, index: QModelIndex) -> None:
        if not self._showing and (name := index.data(NAME)):
            self.chosen.emit(name)
