"""The lists that open from a filter chip or from Columns: things to tick, with how many there are and a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coopdesk.shell.labels import Button
from coopdesk.shell.matching import plain
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

SEARCHED = 8  # values from which a search makes sense
VALUE = Qt.ItemDataRole.UserRole


class TickList(QFrame):
    """Tells `changed` the ticked values after every tick; Esc or a click elsewhere closes it."""

    def __init__(
        self, near: QWidget, name: str, entries: Mapping[str, tuple[str, int | None]], ticked: frozenset[str],
        changed: Callable[[frozenset[str]], object], words: Words,
    ) -> None:  # fmt: skip
        super().__init__(near, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._changed, self._words, self._near = changed, words, near
        theme = current_theme()
        column = QVBoxLayout(self)
        margin = theme.px(8)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(4))
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.say("Search"))
        self.search.setAccessibleName(words.say("Search"))
        self.search.textChanged.connect(self._narrow)
        self.search.setVisible(len(entries) >= SEARCHED)
        column.addWidget(self.search)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setSpacing(theme.px(2))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for value, (text, count) in entries.items():
            self.list.addItem(self._item(value, text, count, ticked))
        self.list.itemChanged.connect(self._tell)
        self.list.itemClicked.connect(self._toggle)
        column.addWidget(self.list)
        row = QHBoxLayout()
        self.none = Button(words.say("Clear"), "", "flat", self._untick)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(Button(words.say("Close"), "", "flat", self.close))
        column.addLayout(row)
        self._size()

    def open(self, left: int | None = None) -> None:
        """Under what it opens from, `left` pixels from its beginning, kept on the screen."""
        at = self._near.mapToGlobal(QPoint(left or 0, self._near.height() + 2))
        room = self._near.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        (self.search if self.search.isVisible() else self.list).setFocus()
        if self.list.count() and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def ticked(self) -> frozenset[str]:
        items = (self.list.item(at) for at in range(self.list.count()))
        return frozenset(item.data(VALUE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _item(self, value: str, text: str, count: int | None, ticked: frozenset[str]) -> QListWidgetItem:
        shown = text or self._words.say("(empty)")
        item = QListWidgetItem(shown if count is None else f"{shown}  ({self._words.formats.number(count)})")
        item.setData(VALUE, value)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked)
        return item

    def _size(self) -> None:
        theme, metrics = current_theme(), self.list.fontMetrics()
        texts = [self.list.item(at).text() for at in range(self.list.count())]
        wide = max((metrics.horizontalAdvance(text) for text in texts), default=0) + theme.px(72)
        high = (metrics.height() + theme.px(10)) * min(max(self.list.count(), 2), 10) + theme.px(8)
        self.list.setMinimumSize(min(max(wide, theme.px(200)), theme.px(420)), high)
        self.adjustSize()

    def _narrow(self, text: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(plain(text) not in plain(item.text()))

    def _toggle(self, item: QListWidgetItem) -> None:
        """A click on the words ticks as well; one on the box already did."""
        at = self.list.viewport().mapFromGlobal(self.cursor().pos())
        if at.x() > current_theme().px(28):
            ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _tell(self, *_: object) -> None:
        self._changed(self.ticked())

    def _untick(self) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._tell()
