"""Shows the pages of the real PDF one under the other, sharp at every zoom, drawing only what is in sight."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from coopdesk.dossier.ui.pages import PdfPages
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

GAP = 16
KEPT = 12
LEAST, MOST = 0.4, 4.0
FIT_WIDTH = 0.0


class PageViewer(QAbstractScrollArea):
    """A column of pages; `page_changed` carries the index of the page that fills most of the sight."""

    page_changed = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._pages: PdfPages | None = None
        self._images: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._zoom = FIT_WIDTH
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.say("Pages of the dossier"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        current_theme().changed.connect(self.viewport().update)

    @property
    def current(self) -> int:
        """The index of the page in sight."""
        return self._current

    @property
    def pages(self) -> PdfPages | None:
        return self._pages

    @property
    def scale(self) -> float:
        """Pixels of the screen's own measure to a point of paper."""
        if self._zoom:
            return self._zoom * self.logicalDpiX() / 72
        widest = max((w for w, _ in self._pages.sizes[:1]), default=595.0) if self._pages else 595.0
        return max((self.viewport().width() - 2 * GAP) / widest, LEAST)

    @property
    def percent(self) -> int:
        """The zoom as people read it; 100 is the size on paper."""
        return round(self.scale * 72 / self.logicalDpiX() * 100)

    def show_pages(self, pages: PdfPages) -> None:
        """Shows another PDF at the same place."""
        at = min(self._current, len(pages) - 1)
        old, self._pages = self._pages, pages
        self._images.clear()
        self._lay_out()
        self.go_to(at)
        if old is not None:
            old.close()
        self.viewport().update()

    def go_to(self, at: int) -> None:
        """Brings a page to the top."""
        if self._pages is not None and 0 <= at < len(self._pages):
            self.verticalScrollBar().setValue(self._tops()[at])
            self._note(at)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, the page in sight stays in sight."""
        self._zoom_to(min(max(self.scale * 72 / self.logicalDpiX() * factor, LEAST), MOST))

    def fit(self) -> None:
        """As wide as the room there is."""
        self._zoom_to(FIT_WIDTH)

    def _zoom_to(self, zoom: float) -> None:
        at, self._zoom = self._current, zoom
        self._images.clear()
        self._lay_out()
        self.go_to(at)
        self.viewport().update()

    def _tops(self) -> list[int]:
        tops, top = [], GAP
        for _, height in self._pages.sizes if self._pages else ():
            tops.append(top)
            top += round(height * self.scale) + GAP
        return [*tops, top]

    def _lay_out(self) -> None:
        view, tops = self.viewport().size(), self._tops()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, tops[-1] - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        widest = max((w for w, _ in self._pages.sizes), default=0.0) if self._pages else 0.0
        horizontal.setRange(0, max(0, round(widest * self.scale) + 2 * GAP - view.width()))
        horizontal.setPageStep(view.width())

    def _rect(self, at: int, tops: list[int]) -> QRect:
        sizes = self._pages.sizes if self._pages else []
        width, height = round(sizes[at][0] * self.scale), round(sizes[at][1] * self.scale)
        left = max(GAP, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRect(left, tops[at] - self.verticalScrollBar().value(), width, height)

    def _image(self, at: int) -> QImage:
        assert self._pages is not None
        sharp = self.scale * self.devicePixelRatioF()
        key = (at, sharp)
        if key not in self._images:
            image = self._pages.image(at, sharp)
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[key] = image
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pages in sight on the ground of the window."""
        theme, painter = current_theme(), QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.token("hover"))
        if self._pages is None:
            return
        painter.setPen(QPen(theme.token("border"), 1))
        tops = self._tops()
        for at in range(len(self._pages)):
            rect = self._rect(at, tops)
            if rect.intersects(self.viewport().rect()):
                painter.drawImage(rect, self._image(at))
                painter.drawRect(rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the page in sight while the room changes."""
        at = self._current
        self._images.clear()
        self._lay_out()
        self.go_to(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page per PgUp or PgDn, the ends with Home and End."""
        last = len(self._pages) - 1 if self._pages else 0
        jumps = {
            Qt.Key.Key_PageDown: self._current + 1,
            Qt.Key.Key_PageUp: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in jumps:
            self.go_to(min(max(jumps[key], 0), last))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
        else:
            super().wheelEvent(event)

    def _scrolled(self) -> None:
        value, tops = self.verticalScrollBar().value(), self._tops()
        seen = value + self.viewport().height() // 3
        self._note(max((at for at in range(len(tops) - 1) if tops[at] <= seen), default=0))
        self.viewport().update()

    def _note(self, at: int) -> None:
        if at != self._current:
            self._current = at
            self.page_changed.emit(at)
