"""Shows the pages of the real PDF, sharp at every zoom, side by side where there is room, drawing only what is seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from coopdesk.dossier.ui.pages import POINTS_PER_INCH, PdfPages
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

GAP = 16
KEPT = 12
LEAST, MOST = 0.25, 4.0
A4 = (595.0, 842.0)


class Fit(StrEnum):
    """How large a page is without a zoom chosen."""

    WIDTH = "width"
    PAGE = "page"
    SPREAD = "spread"


class PageViewer(QAbstractScrollArea):
    """Pages in rows; `page_changed` carries the index of the page in sight, `scaled` tells of another size."""

    page_changed = Signal(int)
    scaled = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._images: OrderedDict[tuple[Hashable, float], QImage] = OrderedDict()
        self._zoom = 0.0
        self._fit = Fit.PAGE
        self._grey = False
        self._places: list[QRect] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.say("Pages of the dossier"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        current_theme().changed.connect(self.viewport().update)
        QCoreApplication.instance().aboutToQuit.connect(self.let_go)  # type: ignore[union-attr]  # a widget has one

    @property
    def current(self) -> int:
        """The index of the page in sight."""
        return self._current

    @property
    def places(self) -> list[QRect]:
        """Where the pages lie, before scrolling."""
        return list(self._places)

    @property
    def pages(self) -> PdfPages | None:
        """The PDF on show."""
        return self._pages

    @property
    def scale(self) -> float:
        """Pixels of the screen's own measure to a point of paper."""
        if self._zoom:
            return self._zoom * self.logicalDpiX() / POINTS_PER_INCH
        width, height = self._pages.sizes[0] if self._pages else A4
        beside = 2 if self._fit is Fit.SPREAD else 1
        wide = (self.viewport().width() - (1 + beside) * GAP) / width / beside
        high = (self.viewport().height() - 2 * GAP) / height
        return max(wide if self._fit is Fit.WIDTH else min(wide, high), LEAST)

    @property
    def fitted(self) -> Fit | None:
        """What the size follows from; None while a zoom is chosen."""
        return None if self._zoom else self._fit

    @property
    def percent(self) -> int:
        """The zoom as people read it; 100 is the size on paper."""
        return round(self.scale * POINTS_PER_INCH / self.logicalDpiX() * 100)

    def show_pages(self, pages: PdfPages) -> None:
        """Shows another PDF at the same place."""
        at = min(self._current, len(pages) - 1)
        old, self._pages = self._pages, pages
        self._again(at)
        if old is not None:
            old.close()

    def let_go(self) -> None:
        """Closes the PDF."""
        if self._pages is not None:
            self._pages.close()
            self._pages, self._places = None, []

    def go_to(self, at: int) -> None:
        """Brings a page to the top."""
        if 0 <= at < len(self._places):
            self.verticalScrollBar().setValue(self._places[at].top() - GAP)
            self._note(at)

    def show_grey(self, *, on: bool) -> None:
        """The pages as a printer without colour makes them."""
        self._grey = on
        self._images.clear()
        self._again(self._current)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller; the page in sight stays in sight."""
        self.zoom_to(self.scale * POINTS_PER_INCH / self.logicalDpiX() * factor)

    def zoom_to(self, zoom: float) -> None:
        """So many times the size on paper."""
        self._zoom = min(max(zoom, LEAST), MOST)
        self._again(self._current)

    def fit(self, fit: Fit) -> None:
        """As wide as the room, the whole page in sight, or two of them beside each other."""
        self._zoom, self._fit = 0.0, fit
        self._again(self._current)

    def _again(self, at: int) -> None:
        self._lay_out()
        self.scaled.emit()
        self.go_to(at)
        self.viewport().update()

    def _page_scale(self, at: int) -> float:
        """That of all pages, less for a landscape page that would not fit; a chosen zoom holds for all."""
        assert self._pages is not None
        room = (self.viewport().width() - 2 * GAP) / self._pages.sizes[at][0]
        return self.scale if self._zoom else max(min(self.scale, room), 0.05)

    def _lay_out(self) -> None:
        """Places the pages in rows of as many as fit, and sets the scroll bars to what that takes."""
        view, rows = self.viewport().size(), list[list[QRect]]()
        for at, (width, height) in enumerate(self._pages.sizes if self._pages else ()):
            scale = self._page_scale(at)
            rect = QRect(0, 0, round(width * scale), round(height * scale))
            if not rows or not self._has_room(rows[-1], rect.width()):
                rows.append([])
            rows[-1].append(rect)
        top, widest = GAP, 0
        for row in rows:
            whole = sum(r.width() for r in row) + GAP * (len(row) - 1)
            left = max(GAP, (view.width() - whole) // 2)
            for rect in row:
                rect.moveTo(left, top)
                left += rect.width() + GAP
            top += max(r.height() for r in row) + GAP
            widest = max(widest, whole + 2 * GAP)
        self._places = [rect for row in rows for rect in row]
        self.verticalScrollBar().setRange(0, max(0, top - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, widest - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def _has_room(self, row: list[QRect], width: int) -> bool:
        """Whether one more page goes beside these: two pages are never three, nor apart for a rounded pixel."""
        pair = self._fit is Fit.SPREAD and not self._zoom
        room = self.viewport().width() + (2 if pair else 0)
        return sum(r.width() + GAP for r in row) + width + 2 * GAP <= room and not (pair and len(row) == 2)

    def _image(self, at: int) -> QImage:
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        key = (self._pages.looks[at], self._page_scale(at) * ratio)
        if key not in self._images:
            image = self._pages.image(at, key[1], grey=self._grey)
            image.setDevicePixelRatio(ratio)
            self._images[key] = image
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
        self._images.move_to_end(key)
        return self._images[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the pages in sight on the ground of the window."""
        theme, painter = current_theme(), QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.token("hover"))
        painter.setPen(QPen(theme.token("control"), 1))
        for at, place in enumerate(self._places):
            rect = place.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            if rect.intersects(self.viewport().rect()):
                painter.drawImage(rect, self._image(at))
                painter.drawRect(rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the page in sight while the room changes."""
        self._again(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page per PgUp or PgDn, the ends with Home and End."""
        last = len(self._places) - 1
        jumps = {
            Qt.Key.Key_PageDown: self._current + 1,
            Qt.Key.Key_PageUp: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in jumps:
            self.go_to(min(max(jumps[Qt.Key(event.key())], 0), last))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
        else:
            super().wheelEvent(event)

    def _scrolled(self) -> None:
        """Notes the page at the top, unless the page noted is in sight whole."""
        value, high = self.verticalScrollBar().value(), self.viewport().height()
        noted = self._places[self._current] if self._current < len(self._places) else QRect()
        if noted.isEmpty() or noted.top() < value or noted.bottom() > value + high:
            seen = value + high // 3
            self._note(next((at for at, r in enumerate(self._places) if r.bottom() >= seen), 0))
        self.viewport().update()

    def _note(self, at: int) -> None:
        if at != self._current:
            self._current = at
            self.page_changed.emit(at)
