"""The calendar above the time line: years and quarters, or quarters and months, today, and the meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from coopdesk.plan.ui.neighbours import Gathering
from coopdesk.plan.ui.timeline.lane import gathering_at, lane_height, paint_lane, paint_title, spoken
from coopdesk.plan.ui.timeline.paint import Stand
from coopdesk.plan.ui.timeline.rows import NAME, TIME
from coopdesk.plan.ui.timeline.scale import Mark, marks
from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words

MIDDLE = Qt.AlignmentFlag.AlignVCenter
YEAR, QUARTER = 12, 3  # months


class CalendarHeader(QHeaderView):
    """Two rows of the calendar, the upper one with its names always in sight; under them the meetings, if there are.
    `gathering_asked` carries the meeting that was pressed."""

    gathering_asked = Signal(object)

    def __init__(self, words: Words, stand: Callable[[], Stand], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._words, self._stand = words, stand
        self.gatherings: Sequence[Gathering] = ()
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        high = QFontMetricsF(theme.font("small")).height()
        return QSize(100, round(high * 2) + theme.px(14) + self._lane())

    def _lane(self) -> int:
        return lane_height() if self.gatherings else 0

    def lane_rect(self) -> QRectF:
        """Where the meetings stand, beside the names."""
        left = self.sectionViewportPosition(TIME)
        return QRectF(left, self.height() - self._lane(), self.viewport().width() - left, self._lane())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = current_theme()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.token("surface"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.token("control"))
        lane = QRectF(rect.x(), rect.bottom() + 1 - self._lane(), rect.width(), self._lane())
        rect = rect.adjusted(0, 0, 0, -self._lane())
        if section == NAME:
            painter.setFont(theme.font("small strong"))
            painter.setPen(theme.token("text2"))
            room = rect.adjusted(theme.px(8), 0, 0, -theme.px(4))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), self._title())
            if self.gatherings:
                paint_title(painter, lane.adjusted(theme.px(8), 0, 0, 0), self._words)
        else:
            self._calendar(painter, QRectF(rect))
            paint_lane(painter, lane, self.gatherings, self._stand())
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        """What a meeting is, where the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = gathering_at(self.gatherings, self.lane_rect(), self._stand(), QPointF(event.pos()))
            if found is not None:
                QToolTip.showText(event.globalPos(), spoken(self._words, [found]), self.viewport())
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = gathering_at(self.gatherings, self.lane_rect(), self._stand(), event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.gathering_asked.emit(found)
        else:
            super().mousePressEvent(event)

    def _title(self) -> str:
        return str(self.model().headerData(NAME, Qt.Orientation.Horizontal))

    def _calendar(self, painter: QPainter, rect: QRectF) -> None:
        theme, stand = current_theme(), self._stand()
        half = rect.height() / 2
        left, right = stand.left, stand.left + rect.width()
        for months, top, kind in (
            (stand.months[0], rect.y(), "small strong"),
            (stand.months[1], rect.y() + half, "small"),
        ):
            painter.setFont(theme.font(kind))
            upper = kind != "small"
            for mark in marks(stand.scale, months, left, right):
                self._stretch(painter, rect, QRectF(0, top, 0, half), mark, stand, upper=upper)
        self._today(painter, rect, stand)

    def _stretch(
        self, painter: QPainter, rect: QRectF, row: QRectF, mark: Mark, stand: Stand, *, upper: bool
    ) -> None:  # fmt: skip
        theme, metrics = current_theme(), QFontMetricsF(painter.font())
        begin = rect.x() + stand.scale.x(mark.begin) - stand.left
        end = rect.x() + stand.scale.x(mark.end) - stand.left
        painter.fillRect(QRectF(round(begin), row.y(), 1, row.height()), theme.token("border"))
        text = self._name(mark, stand.months[0] if upper else stand.months[1])
        wide = metrics.horizontalAdvance(text)
        pad = theme.px(6)
        # A name of the upper row stays in sight while any of its stretch is.
        left = min(max(begin, rect.x()) + pad, end - wide - pad) if upper else (begin + end - wide) / 2
        if wide + 4 <= end - begin:
            painter.setPen(theme.token("text" if upper else "text2"))
            painter.drawText(QRectF(left, row.y(), wide + 2, row.height()), MIDDLE, text)

    def _name(self, mark: Mark, months: int) -> str:
        if months == YEAR:
            return str(mark.begin.year)
        if months == QUARTER:
            quarter = self._words.say("Q{n}", n=(mark.begin.month + 2) // 3)
            upper = self._stand().months[0] == QUARTER
            return f"{quarter} {mark.begin.year}" if upper else quarter
        return self._words.formats.short_month(mark.begin.month)

    def _today(self, painter: QPainter, rect: QRectF, stand: Stand) -> None:
        theme = current_theme()
        x = rect.x() + stand.scale.x(stand.today) - stand.left
        text = self._words.say("today")
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(text) + theme.px(10)
        half = rect.height() / 2
        if not rect.x() - wide < x < rect.right() + wide:
            return
        left = min(max(x - wide / 2, rect.x()), rect.right() - wide)
        box = QRectF(left, rect.y() + half + theme.px(2), wide, half - theme.px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("errFg"))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        painter.setPen(theme.token("surface"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
