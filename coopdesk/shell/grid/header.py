"""The column titles: a click sorts, the funnel filters, with Ctrl or Shift a click selects columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from coopdesk.shell.icons import paint_icon
from coopdesk.shell.theme import current_theme

FUNNEL = 26  # the room of the funnel at the right end of a title
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TitleHeader(QHeaderView):
    """`filter_asked` names the column whose funnel was pressed; `columns_chosen` the column and whether to extend."""

    filter_asked = Signal(int)
    columns_chosen = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.filtered: frozenset[int] = frozenset()
        self._hovered = -1
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)

    def setSelectionModel(self, model: QItemSelectionModel) -> None:
        """A selection of its own, always empty. At every paint Qt asks whether whole columns are selected, cell by cell
        of each, though nothing here shows it."""
        super().setSelectionModel(QItemSelectionModel(model.model(), self))

    def show_filtered(self, columns: frozenset[int]) -> None:
        """The columns whose funnel stands filled."""
        if columns != self.filtered:
            self.filtered = columns
            self.viewport().update()

    def funnel_rect(self, at: int) -> QRect:
        """Where the funnel of a column is pressed."""
        wide = current_theme().px(FUNNEL)
        right = self.sectionViewportPosition(at) + self.sectionSize(at)
        return QRect(right - wide - 3, 0, wide, self.height())

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        painter.save()
        super().paintSection(painter, rect, at)
        painter.restore()
        if at in self.filtered or at == self._hovered:
            theme, room = current_theme(), self.funnel_rect(at)
            side = theme.px(16)
            sorted_here = self.sortIndicatorSection() == at
            x = room.center().x() - side / 2 - (theme.px(12) if sorted_here else 0)
            place = QRectF(x, room.center().y() - side / 2, side, side)
            painter.save()
            on = at in self.filtered
            painter.fillRect(place.adjusted(-3, -3, 3, 3), theme.token("selected" if on else "surface"))
            paint_icon(painter, "filter_20_regular", place, theme.token("accent" if on else "text2"))
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._section(event)
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            if event.modifiers() & _CHOOSING:
                self.columns_chosen.emit(at, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return
            if self.funnel_rect(at).contains(event.position().toPoint()):
                self.filter_asked.emit(at)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._section(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _section(self, event: QMouseEvent) -> int:
        at: QPoint = event.position().toPoint()
        return self.logicalIndexAt(at)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            self.viewport().update()
