"""What is seen first: the empty frame of the window in its colours and its place, while the rest is being imported."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coopdesk.settings.file import Settings
from coopdesk.shell.tokens import DARK, LIGHT

SIDE, TOP, MENU = 212, 44, 30  # as wide and high as the navigation, the top bar and the menu bar at 100%


class FirstSight(QWidget):
    """Stands there until the real window does; `seen` comes once, after it was painted."""

    seen = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._seen = False
        self.setWindowTitle("Coopdesk")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._colours = DARK if _is_dark(settings) else LIGHT
        kept = settings.get("window")
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode()))):
            room = self.screen().availableGeometry()
            self.resize(min(1440, round(room.width() * 0.92)), min(860, round(room.height() * 0.92)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width, height = self.width(), self.height()
        for token, rect in (
            ("window", self.rect()),
            ("sidebar", QRect(0, MENU, SIDE, height - MENU)),
            ("surface", QRect(0, 0, width, MENU)),
            ("surface", QRect(SIDE, MENU, width - SIDE, TOP)),
        ):
            painter.fillRect(rect, QColor(self._colours[token]))
        painter.end()
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.seen.emit)

    def give_way(self, window: QWidget) -> None:
        """The real window is there."""
        window.raise_()
        self.close()
        self.deleteLater()


def _is_dark(settings: Settings) -> bool:
    mode = settings.chosen("theme")
    return mode == "dark" or (mode == "system" and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark)
