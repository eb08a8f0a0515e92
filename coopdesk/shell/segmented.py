"""A row of buttons of which one is chosen: the views of a page, a period, a unit."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from coopdesk.shell.labels import Button
from coopdesk.shell.theme import current_theme


class _Segment(Button):
    """As wide as it gets when it is chosen and its words are in bold: the style sheet reckons without."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words, icon, "segment")
        self._words, self._bare = words, False
        self.setCheckable(True)
        self.toggled.connect(lambda _: self._show())

    def rename(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._show()

    def show_compact(self, *, on: bool) -> None:
        """Only the icon until it is chosen; the words are its tip."""
        self._bare = on and bool(self._icon)
        self._show()

    def _show(self) -> None:
        self.setText("" if self._bare and not self.isChecked() else self._words)
        self.setToolTip(self._words if self._bare else "")

    def wide(self, *, compact: bool) -> int:
        """How wide it is one way or the other."""
        strong = QFontMetrics(current_theme().font("strong"))
        words = "" if compact and self._icon and not self.isChecked() else self._words
        return self.sizeHint().width() + strong.horizontalAdvance(words) - strong.horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(current_theme().font("strong"))
        more = strong.horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more) + 2, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SegmentedControl(QWidget):
    """Segments by key; `chosen` carries the key when the user chooses, not when the program does."""

    chosen = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}

    def add(self, key: str, text: str, icon: str = "") -> None:
        """One more segment; the first is chosen until told otherwise."""
        segment = _Segment(text, icon)
        segment.setChecked(not self._segments)
        segment.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(segment)
        self._segments[key] = segment
        self._row.addWidget(segment)

    def rename(self, key: str, text: str) -> None:
        """Another text on a segment, such as how many there are behind it."""
        self._segments[key].rename(text)

    def offer(self, keys: Collection[str]) -> None:
        """Shows only these segments."""
        for key, segment in self._segments.items():
            segment.setVisible(key in keys)

    def show_compact(self, *, on: bool) -> None:
        """Icons only, but for the chosen one."""
        for segment in self._segments.values():
            segment.show_compact(on=on)

    def wide(self, *, compact: bool) -> int:
        """How wide the row is one way or the other."""
        return sum(segment.wide(compact=compact) for segment in self._segments.values() if not segment.isHidden())

    @property
    def keys(self) -> list[str]:
        """The segments on offer."""
        return [key for key, segment in self._segments.items() if not segment.isHidden()]

    @property
    def current(self) -> str:
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def show_current(self, key: str) -> None:
        """Marks a segment without telling anyone."""
        if key in self._segments:
            self._segments[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = self.keys
        if step and keys:
            key = keys[max(0, min(keys.index(self.current) + step, len(keys) - 1))]
            self._segments[key].setFocus()
            self._segments[key].click()
            return
        super().keyPressEvent(event)
