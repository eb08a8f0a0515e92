"""Content and detail pane side by side: docked where there is room, over the content in a small window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from coopdesk.shell.detail import DOCKED, NARROW, DetailPane
from coopdesk.shell.memory import ViewMemory
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

WIDE, OVERLAY = 1400, 1100  # logical width of the window from which the pane is wide, and below which it overlays


class Panes(QWidget):
    """A splitter that remembers its width per screen; the detail pane is made when first asked for."""

    def __init__(self, content: QWidget, name: str, words: Words, memory: ViewMemory, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._words, self._memory = name, words, memory
        self.content = content
        self._detail: DetailPane | None = None
        self._overlaid = False
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(content)
        self._split.splitterMoved.connect(self._remember)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    @property
    def has_detail(self) -> bool:
        return self._detail is not None

    @property
    def detail(self) -> DetailPane:
        if self._detail is None:
            self._detail = DetailPane(self._words)
            self._detail.left.connect(self._leave)
            self._detail.closed.connect(self._leave)
            self._split.addWidget(self._detail)
            self._split.setStretchFactor(0, 1)
            self._split.setStretchFactor(1, 0)
            self.arrange()
        return self._detail

    @property
    def overlaid(self) -> bool:
        """Whether the pane covers part of the content, for want of room."""
        return self._overlaid

    def arrange(self) -> None:
        """Docks or overlays the pane for the width the window has now."""
        if self._detail is None:
            return
        theme, width = current_theme(), self.window().width()
        self._detail.setMinimumWidth(theme.px(300))
        overlay = width < theme.px(OVERLAY)
        if overlay != self._overlaid:
            self._overlaid = overlay
            self._move(self._detail)
        if overlay:
            self._place_over(self._detail)
        else:
            wanted = int(self._memory.get(f"{self._name}.detail") or 0)
            wanted = wanted or theme.px(DOCKED if width >= theme.px(WIDE) else NARROW)
            self._split.setSizes([max(1, self.width() - wanted), wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _move(self, detail: DetailPane) -> None:
        detail.floating = self._overlaid
        shown = not self._overlaid and (detail.wanted or not detail.isHidden())
        if self._overlaid:
            detail.setParent(self)
        else:
            self._split.addWidget(detail)
        detail.setVisible(shown)
        detail.raise_()
        # With another parent, Qt's style sheets give texts back the size they had before the last zoom.
        current_theme().changed.emit()

    def _place_over(self, detail: DetailPane) -> None:
        width = min(current_theme().px(NARROW), self.width())
        detail.setGeometry(self.width() - width, 0, width, self.height())
        detail.raise_()

    def _remember(self) -> None:
        if self._detail is not None and not self._overlaid:
            self._memory.put(f"{self._name}.detail", str(self._split.sizes()[1]))

    def _leave(self) -> None:
        if self._overlaid and self._detail is not None:
            self._detail.hide()
        for child in self.content.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return
