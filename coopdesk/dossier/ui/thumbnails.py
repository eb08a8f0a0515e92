"""Small pictures of all pages; choosing one goes there."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

_HIGH, _BESIDE, _AIR = 104, 26, 8
_PICTURE = Qt.ItemDataRole.UserRole
_AT_ONCE = 4

Index = QModelIndex | QPersistentModelIndex


class _PageDelegate(QStyledItemDelegate):
    """A page with an edge, as white paper needs on any ground, its number below; a frame around the one in sight."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, image, room = current_theme(), index.data(_PICTURE), QRect(option.rect)
        high, air = theme.px(_HIGH), theme.px(_AIR)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(image, QImage):
            size = image.size().scaled(high, high, Qt.AspectRatioMode.KeepAspectRatio)
            left = room.left() + (room.width() - size.width()) // 2
            place = QRectF(left, room.top() + air + high - size.height(), size.width(), size.height())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)
            painter.setPen(QPen(theme.token("accent" if chosen else "control"), 3 if chosen else 1))
            painter.drawRect(place.adjusted(-1, -1, 1, 1) if chosen else place)
        below = QRect(room.left(), room.top() + air + high, room.width(), room.height() - air - high)
        painter.setFont(theme.font("strong" if chosen else "small"))
        painter.setPen(theme.token("text" if chosen else "text2"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data(Qt.ItemDataRole.DisplayRole))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_HIGH), theme.px(_HIGH + _AIR + _BESIDE))


class Thumbnails(QListWidget):
    """One column of pages; they are drawn a few at a time, so that a long dossier does not hold up the window."""

    chosen = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._pages: PdfPages | None = None
        self._looks: list[Hashable] = []
        self._wanted: list[int] = []
        self.setItemDelegate(_PageDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._words.say("Pages in small"))
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw_some)
        self.currentRowChanged.connect(lambda row: self.chosen.emit(row) if row >= 0 else None)
        current_theme().changed.connect(self._measure)
        self._measure()

    def show_pages(self, pages: PdfPages) -> None:
        """Lists the pages of a PDF; those that look as they did keep their picture, and the list keeps its place."""
        known = {look: self.item(at).data(_PICTURE) for at, look in enumerate(self._looks) if at not in self._wanted}
        self._pages, self._looks = pages, pages.looks
        quiet = QSignalBlocker(self)
        while self.count() > len(pages):
            self.takeItem(self.count() - 1)
        for at in range(self.count(), len(pages)):
            item = QListWidgetItem(str(at + 1), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._words.say("Page {page}", page=at + 1))
        for at, look in enumerate(self._looks):
            if look in known:
                self.item(at).setData(_PICTURE, known[look])
        quiet.unblock()
        self._wanted = [at for at, look in enumerate(self._looks) if look not in known]
        self._later.start()

    @property
    def busy(self) -> bool:
        """Whether pictures are still to be drawn."""
        return bool(self._wanted)

    def show_nothing(self) -> None:
        """No pages."""
        self._pages, self._looks, self._wanted = None, [], []
        self.clear()

    def show_current(self, at: int) -> None:
        """Marks the page in sight, without going there."""
        quiet = QSignalBlocker(self)
        self.setCurrentRow(at)
        quiet.unblock()

    def _draw_some(self) -> None:
        if self._pages is None or not self._pages.is_open:
            return
        high = current_theme().px(_HIGH) * self.devicePixelRatioF()
        now, self._wanted = self._wanted[:_AT_ONCE], self._wanted[_AT_ONCE:]
        for at in now:
            image = self._pages.image(at, high / max(self._pages.sizes[at]))
            self.item(at).setData(_PICTURE, image)
        if self._wanted:
            self._later.start()

    def _measure(self) -> None:
        """As wide as a landscape page; with another zoom every page is drawn at its new size."""
        self.setFixedWidth(current_theme().px(_HIGH + 36))
        self._wanted = list(range(len(self._looks)))
        self._later.start()
        self.scheduleDelayedItemsLayout()
