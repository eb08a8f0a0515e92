"""A flat button that is a link: left-aligned, and shortened with an ellipsis instead of widening the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from coopdesk.shell.labels import Button
from coopdesk.shell.theme import current_theme


class LinkButton(Button):
    """The whole text is in the tooltip and the accessible name."""

    def __init__(self, text: str, icon: str, run: Callable[[], object], tip: str = "") -> None:
        super().__init__(text, icon, "flat", run, tip or text)
        self._full = text
        self.setAccessibleName(text)
        self.setStyleSheet("text-align:left")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much of the text as fits."""
        super().resizeEvent(event)
        theme = current_theme()
        room = self.width() - theme.px(26) - (0 if self.icon().isNull() else theme.px(24))
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(room, 0)))
