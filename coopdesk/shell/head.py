"""The top of every page: title, facts, the switch of views, tools and the one primary button, in the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from coopdesk.shell.action import Action
from coopdesk.shell.labels import Label
from coopdesk.shell.segmented import SegmentedControl
from coopdesk.shell.widgets import action_button
from coopdesk.words.catalogue import Words

SIDE, TOP, BOTTOM, GAP = 24, 14, 8, 8


@dataclass(frozen=True, slots=True)
class Shape:
    """How the head is laid out: everything beside the words, or the switch and tools under the primary button; and
    whether the views not on show are icons only."""

    stacked: bool = False
    compact: bool = False


SHAPES = (Shape(), Shape(stacked=True), Shape(stacked=True, compact=True))


class PageHead(QWidget):
    """Title and one line of facts at the left; views, tools and the primary button at the right. Where the words would
    be squeezed into a narrow column, they get a row of their own."""

    view_chosen = Signal(str)

    def __init__(self, words: Words, views: QStackedWidget) -> None:
        super().__init__()
        self._words, self._views, self._keys = words, views, list[str]()
        self._title, self._facts = Label("", "title", wrap=True), Label("", "body", "text2", wrap=True)
        self._segments = SegmentedControl(words.say("View"))
        self._segments.hide()
        self._segments.chosen.connect(self.show_view)
        self._aside, self._first = QWidget(), QWidget()
        aside = QHBoxLayout(self._aside)
        aside.addWidget(self._segments)
        self.tools = QHBoxLayout()
        aside.addLayout(self.tools)
        self._primary = QHBoxLayout(self._first)
        for row in (aside, self.tools, self._primary):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP)
        self._shape = SHAPES[0]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, TOP, SIDE, BOTTOM)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._lay_out()

    @property
    def title(self) -> str:
        return self._title.text()

    def set_title(self, text: str) -> None:
        self._title.setText(text)

    def set_facts(self, text: str) -> None:
        self._facts.setText(text)
        self._facts.setVisible(bool(text))

    def add_view(self, key: str, title: str, icon: str, widget: QWidget) -> None:
        """One more way to see the page; the switch appears with the second one. `title` is finished text."""
        self._segments.add(key, title, icon)
        self._keys.append(key)
        self._views.addWidget(widget)
        self._views.show()
        self._segments.setVisible(len(self._keys) > 1)

    def show_switch(self, *, on: bool) -> None:
        """The switch between views, away while there is nothing to see in any of them."""
        self._segments.setVisible(on and len(self._keys) > 1)

    @property
    def view(self) -> str:
        """The key of the view on show."""
        return self._segments.current

    def show_view(self, key: str) -> None:
        if key in self._keys:
            self._segments.show_current(key)
            self._views.setCurrentIndex(self._keys.index(key))
            self.view_chosen.emit(key)

    def set_primary(self, action: Action | None) -> None:
        """The one filled button of the screen, or none."""
        while (item := self._primary.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if action is not None:
            self._primary.addWidget(action_button(action, self._words, "primary"))

    # In the room there is --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """The lowest shape; one with fewer words only where it saves a line."""
        line = self._facts.fontMetrics().height()
        best = min(SHAPES, key=lambda shape: self._height(shape) + (line * 3 // 4 if shape.compact else 0))
        if best != self._shape:
            self._shape = best
            self._segments.show_compact(on=best.compact)
            self._lay_out()

    def _height(self, shape: Shape) -> int:
        """How high the head would be."""
        room = self.width() - 2 * SIDE
        first, high = self._first.sizeHint().width() + GAP, self._first.sizeHint().height()
        aside = self._beside(shape) + GAP
        if not shape.stacked:
            left = room - first - aside
            return max(self._high(left, (self._title, self._facts)), high, self._aside.sizeHint().height())
        top = max(self._high(room - first, (self._title,)), high)
        return top + max(self._high(room - aside, (self._facts,)), self._aside.sizeHint().height())

    def _beside(self, shape: Shape) -> int:
        wide = self._aside.sizeHint().width()
        if self._segments.isHidden():
            return wide
        return wide - self._segments.sizeHint().width() + self._segments.wide(compact=shape.compact)

    def _high(self, wide: int, labels: Sequence[Label]) -> int:
        """The height of these words in so much room; a width without room for a word is as bad as it gets."""
        return sum(label.heightForWidth(max(wide, 40)) for label in labels if not label.isHidden())

    def _lay_out(self) -> None:
        grid, middle = self._grid, Qt.AlignmentFlag.AlignVCenter
        for part in (self._title, self._facts, self._aside, self._first):
            grid.removeWidget(part)
        if self._shape.stacked:
            grid.addWidget(self._title, 0, 0, 1, 2)
            grid.addWidget(self._first, 0, 2, middle | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self._facts, 1, 0)
            grid.addWidget(self._aside, 1, 1, 1, 2, middle | Qt.AlignmentFlag.AlignRight)
        else:
            grid.addWidget(self._title, 0, 0, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(self._facts, 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._aside, 0, 1, 2, 1, middle)
            grid.addWidget(self._first, 0, 2, 2, 1, middle)
