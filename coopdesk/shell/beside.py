"""A word beside a widget about what is wrong with it; gone at the next key or click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from coopdesk.shell.labels import Label, Picture
from coopdesk.shell.theme import current_theme

STAYS = 20_000


class Beside(QFrame):
    """A small frame in the window, under the widget it speaks about and never over it."""

    def __init__(self, window: QWidget, near: QWidget, text: str) -> None:
        super().__init__(window)
        self.setObjectName("note")
        self.setProperty("tone", "err")
        self.setAccessibleName(text)
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.addWidget(Picture("error_circle_16_filled", "errFg"))
        words = Label(text, "small", "errFg", wrap=True)
        words.setMinimumWidth(min(current_theme().px(320), words.fontMetrics().horizontalAdvance(text) + 8))
        row.addWidget(words)
        self.adjustSize()
        self._place(window, near)
        self.show()
        self.raise_()
        # The key or click that brought the problem must not take it away again.
        QTimer.singleShot(0, self, self._watch)
        QTimer.singleShot(STAYS, self, self.close)

    def _place(self, window: QWidget, near: QWidget) -> None:
        at = near.mapTo(window, QPoint(0, near.height() + 4))
        if at.y() + self.height() > window.height():
            at.setY(near.mapTo(window, QPoint(0, 0)).y() - self.height() - 4)
        self.move(max(8, min(at.x(), window.width() - self.width() - 8)), at.y())

    def _watch(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            self.close()
            self.deleteLater()
        return False

    def closeEvent(self, event: QEvent) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        super().closeEvent(event)  # type: ignore[arg-type]
