"""A widget that shows a chart: it follows the width, theme and zoom around it, and its marks can be walked over and
heard. Importing this module imports reportlab; pages do so when they are built, after the window is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coopdesk.charts.framed import framed
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Way, mark_at, next_mark
from coopdesk.charts.themes import DARK, LIGHT, Theme
from coopdesk.charts.ui.painter import paint, picture
from coopdesk.words.catalogue import Words

Draw = Callable[[Look], Chart]
BASE_POINTS = 11.0  # the size of body text at 100%
ON_SCREEN = 1.06  # body text of a figure is then as large as the small text of the window around it
LEAST_WIDTH = 240.0  # points; narrower is cut off rather than unreadable
MOST_WIDTH = 860.0  # points; wider only makes the eye travel
_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class ChartView(QWidget):
    """Draws again when its width, palette or font changes, paints into a pixmap once, and walks over the marks.

    Signals carry the key of a mark: `pointed` when the mouse or an arrow key reaches it ("" when left), `chosen` on a
    click or Enter. `drawn` tells that another Chart is shown.
    """

    pointed = Signal(str)
    chosen = Signal(str)
    drawn = Signal()

    def __init__(self, words: Words, draw: Draw | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._draw = words, draw
        self._cache: QPixmap | None = None
        self.chart: Chart | None = None
        self.current: int | None = None
        self._under: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_chart(draw)

    @property
    def theme(self) -> Theme:
        """Light or dark, whichever the window around it is."""
        return DARK if self.palette().base().color().lightness() < 128 else LIGHT

    @property
    def zoom(self) -> float:
        """How much larger text is than at 100%."""
        return self.font().pointSizeF() / BASE_POINTS

    @property
    def scale(self) -> float:
        """Logical pixels in a point."""
        return 96 / 72

    def show_chart(self, draw: Draw | None) -> None:
        """Another chart, as the function that draws it; None shows nothing."""
        self._draw, self.current = draw, None
        self._make()

    def look(self) -> Look:
        """For which medium, width and text size the chart is drawn now."""
        width = min(max(self.width() / self.scale, LEAST_WIDTH), MOST_WIDTH * self.zoom)
        return Look(self.theme, self._words, width, self.zoom * ON_SCREEN)

    def _make(self) -> None:
        self._cache, self._under = None, None
        self.chart = None if self._draw is None else self._draw(self.look())
        if self.chart is not None:
            if self.current is not None and self.current >= len(self.chart.marks):
                self.current = None
            self.setAccessibleName(self.chart.title)
            self.setAccessibleDescription(self.chart.alt_text)
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        """The size of the drawing in pixels."""
        if self.chart is None:
            return QSize(round(LEAST_WIDTH * self.scale), 0)
        drawing = self.chart.drawing
        return QSize(round(drawing.width * self.scale), round(drawing.height * self.scale))

    def minimumSizeHint(self) -> QSize:
        """As narrow as stays readable."""
        return QSize(round(LEAST_WIDTH * self.scale), self.sizeHint().height())

    def _pixmap(self, chart: Chart) -> QPixmap:
        """The drawing at the resolution of the screen, painted once."""
        ratio = self.devicePixelRatioF()
        if self._cache is None or self._cache.devicePixelRatio() != ratio:
            cache = QPixmap(self.size() * ratio)
            cache.setDevicePixelRatio(ratio)
            cache.fill(Qt.GlobalColor.transparent)
            painter = QPainter(cache)
            paint(painter, chart.drawing, scale=self.scale)
            painter.end()
            self._cache = cache
        return self._cache

    def mark_rect(self, index: int) -> QRectF:
        """A mark in widget pixels."""
        if self.chart is None:
            return QRectF()
        box, high, k = self.chart.marks[index].box, self.chart.drawing.height, self.scale
        return QRectF(box.x * k, (high - box.y - box.height) * k, box.width * k, box.height * k)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing, what lies under the mouse, and a ring around the current mark."""
        if self.chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._pixmap(self.chart))
        if self._under is not None:
            painter.setPen(QPen(QColor(self.theme.edge), 1.2))
            painter.drawRoundedRect(self._ring(self._under), 3, 3)
        if self.current is not None and self.hasFocus():
            for color, thick in ((self.theme.paper, 4.0), (self.theme.accent, 2.0)):
                painter.setPen(QPen(QColor(color), thick))
                painter.drawRoundedRect(self._ring(self.current), 3, 3)
        elif self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _ring(self, index: int) -> QRectF:
        """A mark's rectangle kept inside the widget, so that its ring is never cut."""
        return self.mark_rect(index).intersected(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))

    def go(self, index: int) -> None:
        """Makes a mark current and says its datum."""
        if self.chart is None:
            return
        self.current = index
        mark = self.chart.marks[index]
        self.setAccessibleDescription(mark.spoken)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.spoken))
        QToolTip.showText(self.mapToGlobal(self.mark_rect(index).bottomLeft().toPoint()), mark.spoken, self)
        self.pointed.emit(mark.key)
        self.update()

    def leave(self) -> None:
        """Back from the marks to the chart as a whole."""
        self.current = None
        if self.chart is not None:
            self.setAccessibleDescription(self.chart.alt_text)
        QToolTip.hideText()
        self.pointed.emit("")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk, Home and End jump, Enter chooses, Escape leaves the marks."""
        marks, key = () if self.chart is None else self.chart.marks, event.key()
        if key in _WAYS and marks:
            self.go(0 if self.current is None else next_mark(marks, self.current, _WAYS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and marks:
            self.go(0 if key == Qt.Key.Key_Home else len(marks) - 1)
        elif self.current is not None and key == Qt.Key.Key_Escape:
            self.leave()
        elif self.current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(marks[self.current].key)
        else:
            super().keyPressEvent(event)

    def hit(self, spot: QPoint) -> int | None:
        """Index of the mark under a widget position."""
        if self.chart is None:
            return None
        return mark_at(self.chart.marks, spot.x() / self.scale, self.chart.drawing.height - spot.y() / self.scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes a mark current and chooses it."""
        found = self.hit(event.position().toPoint())
        if found is not None and self.chart is not None:
            self.go(found)
            self.chosen.emit(self.chart.marks[found].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the mouse gets a thin edge."""
        found = self.hit(event.position().toPoint())
        if found != self._under and self.chart is not None:
            self._under = found
            self.pointed.emit("" if found is None else self.chart.marks[found].key)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse went elsewhere."""
        self._under = None
        self.update()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without focus there is no ring."""
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another drawing; its text keeps its size."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make()

    def changeEvent(self, event: QEvent) -> None:
        """Dark mode and zoom."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._make()

    def event(self, event: QEvent) -> bool:
        """The datum under the mouse as tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.chart is not None:
            found = self.hit(event.pos())
            QToolTip.showText(event.globalPos(), "" if found is None else self.chart.marks[found].spoken, self)
            return True
        return super().event(event)

    def copied(self, subtitle: str = "", source: str = "") -> QImage:
        """The figure with title and source as a picture for a document: always light, twice as sharp as the screen."""
        if self._draw is None:
            return QImage()
        look = Look(LIGHT, self._words)
        return picture(framed(look, self._draw(look), subtitle, source), 3.0)

    def copy_picture(self, subtitle: str = "", source: str = "") -> None:
        """Puts that picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.copied(subtitle, source))
