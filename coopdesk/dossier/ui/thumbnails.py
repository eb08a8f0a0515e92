"""Small pictures of all pages; choosing one goes there."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.words.catalogue import Words

HIGH = 104
_AT_ONCE = 4


class Thumbnails(QListWidget):
    """One column of pages; they are drawn a few at a time, so that a long dossier does not hold up the window."""

    chosen = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._pages: PdfPages | None = None
        self._next = 0
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(HIGH, HIGH))
        # Every cell has its size before its picture is there.
        self.setGridSize(QSize(HIGH + 12, HIGH + self.fontMetrics().height() + 16))
        self.setAccessibleName(words.say("Pages in small"))
        self.setFixedWidth(HIGH + 30)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw_some)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(row) if row >= 0 else None)

    def show_pages(self, pages: PdfPages) -> None:
        """Lists the pages of a PDF."""
        self._pages, self._next = pages, 0
        quiet = QSignalBlocker(self)
        self.clear()
        for at in range(len(pages)):
            item = QListWidgetItem(str(at + 1), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._words.say("Page {page}", page=at + 1))
        quiet.unblock()
        self._later.start()

    def show_current(self, at: int) -> None:
        """Marks the page in sight, without going there."""
        quiet = QSignalBlocker(self)
        self.setCurrentRow(at)
        quiet.unblock()

    def _draw_some(self) -> None:
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        for at in range(self._next, min(self._next + _AT_ONCE, len(self._pages))):
            image = self._pages.image(at, HIGH * ratio / max(self._pages.sizes[at]))
            image.setDevicePixelRatio(ratio)
            self.item(at).setIcon(QIcon(QPixmap.fromImage(image)))
        self._next += _AT_ONCE
        if self._next < len(self._pages):
            self._later.start()
