"""Paints the rows of the time line: names at the left, bars with their done part, milestones and today at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coopdesk.plan.model import ActionStatus
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.timeline.bar import Bar, bar_of, beside
from coopdesk.plan.ui.timeline.rows import LINE, NAME
from coopdesk.plan.ui.timeline.scale import Scale, marks
from coopdesk.shell.grid.paint import CHEVRON, paint_group, paint_text
from coopdesk.shell.theme import Theme, current_theme
from coopdesk.words.catalogue import Words

Index = QModelIndex | QPersistentModelIndex
_TONES = {
    ActionStatus.PLANNED: "infoFg", ActionStatus.RUNNING: "accent", ActionStatus.DONE: "okFg",
    ActionStatus.POSTPONED: "warnFg", ActionStatus.STOPPED: "neutralFg",
}  # fmt: skip
_GROUNDS = {
    ActionStatus.PLANNED: "infoBg", ActionStatus.RUNNING: "selected", ActionStatus.DONE: "okBg",
    ActionStatus.POSTPONED: "warnBg", ActionStatus.STOPPED: "neutralBg",
}  # fmt: skip
BAR, DIAMOND, STUB, GAP = 18, 6, 26, 6


@dataclass(frozen=True, slots=True)
class Stand:
    """How the time line stands at a moment: its scale, how far it is scrolled, and what is chosen or dragged."""

    scale: Scale
    left: float
    today: date
    months: tuple[int, int]
    folded: frozenset[str] = frozenset()
    current: int = -1
    focused: bool = False
    chosen: Callable[[int], bool] = lambda row: False
    dragged: tuple[int, Bar] | None = None


class TimeDelegate(QStyledItemDelegate):
    """`stand` is asked at every paint; the view owns it."""

    def __init__(self, words: Words, stand: Callable[[], Stand], parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._stand = words, stand

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, stand, theme = index.data(LINE), self._stand(), current_theme()
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = index.row() == stand.current or stand.chosen(index.row())
        if line.group is not None:
            painter.fillRect(rect, theme.token("selected" if chosen else "window"))
            self._group(painter, rect, index, stand, theme)
        elif index.column() == NAME:
            painter.fillRect(rect, theme.token("selected" if chosen else "surface"))
            self._name(painter, rect, line.row, theme, current=index.row() == stand.current)
        else:
            painter.fillRect(rect, theme.token("selected" if chosen else "surface"))
            self._time(painter, rect, line.row, index.row(), stand, theme)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.token("border"))
        self._ring(painter, rect, index, stand, theme)
        painter.restore()

    def _group(self, painter: QPainter, rect: QRectF, index: Index, stand: Stand, theme: Theme) -> None:
        group = index.data(LINE).group
        if index.column() == NAME:
            told = replace(group, facts=group.right, right="")
            paint_group(painter, rect, told, folded=group.id in stand.folded, theme=theme)
            return
        self._grid(painter, rect, stand, theme)

    def _name(self, painter: QPainter, rect: QRectF, row: ActionRow, theme: Theme, *, current: bool) -> None:
        if current:
            painter.fillRect(QRectF(rect.x(), rect.y(), theme.px(3), rect.height()), theme.token("accent"))
        room = rect.adjusted(theme.px(CHEVRON), 0, -theme.px(8), 0)
        title, small = QFontMetricsF(theme.font("body")), QFontMetricsF(theme.font("small"))
        high = title.height() + (small.height() if row.action.lead else 0)
        top = room.center().y() - high / 2
        painter.setFont(theme.font("body"))
        code = row.action.code
        painter.setPen(theme.token("text2"))
        wide: float = max(title.horizontalAdvance("0.00"), title.horizontalAdvance(code)) + theme.px(8) if code else 0.0
        paint_text(painter, QRectF(room.x(), top, wide, title.height()), code)
        painter.setPen(theme.token("text"))
        paint_text(painter, QRectF(room.x() + wide, top, room.width() - wide, title.height()), row.action.title)
        if row.action.lead:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.token("text2"))
            below = QRectF(room.x() + wide, top + title.height(), room.width() - wide, small.height())
            paint_text(painter, below, row.action.lead)

    def _time(self, painter: QPainter, rect: QRectF, row: ActionRow, at: int, stand: Stand, theme: Theme) -> None:
        self._grid(painter, rect, stand, theme)
        bar = stand.dragged[1] if stand.dragged is not None and stand.dragged[0] == at else bar_of(row)
        if bar.dated:
            box = box_of(bar, rect, stand, theme)
            self._bar(painter, box, bar, theme)
            self._behind(painter, box, beside(self._words, row), row, rect, stand, theme)
        else:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.token("text2"))
            paint_text(painter, rect.adjusted(theme.px(8), 0, 0, 0), self._words.say("no dates yet"))
        for one in row.milestones:
            if one.due is not None:
                late = not one.done and one.due.last < stand.today
                self._diamond(painter, diamond_of(one.due.last, rect, stand), theme, done=one.done, late=late)

    def _grid(self, painter: QPainter, rect: QRectF, stand: Stand, theme: Theme) -> None:
        """Lines between the stretches of the calendar, and today."""
        tones = {strong: theme.token("control" if strong else "border") for strong in (True, False)}
        for tone in tones.values():
            tone.setAlphaF(0.6)
        for x, strong in _lines(stand.scale, stand.months, stand.left, rect.width()):
            painter.fillRect(QRectF(round(rect.x() + x), rect.y(), 1, rect.height()), tones[strong])
        now = rect.x() + stand.scale.x(stand.today) - stand.left
        painter.fillRect(QRectF(round(now), rect.y(), 2, rect.height()), theme.token("errFg"))

    def _bar(self, painter: QPainter, box: QRectF, bar: Bar, theme: Theme) -> None:
        tone = theme.token(_TONES[bar.status])
        radius = theme.px(3)
        painter.setPen(QPen(tone, 1))
        painter.setBrush(theme.token(_GROUNDS[bar.status]) if bar.whole else Qt.BrushStyle.NoBrush)
        if bar.whole:
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            self._done(painter, box, bar, tone, radius)
            if bar.late:
                self._late(painter, box, bar, theme)
            return
        # Only one side is known: a bracket there, fading out to where nothing is said.
        fading = QPen(tone, 2, Qt.PenStyle.DotLine)
        painter.setPen(fading)
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        edge = box.left() if bar.end is None else box.right() - theme.px(3)
        painter.fillRect(QRectF(edge, box.y(), theme.px(3), box.height()), theme.token("errFg") if bar.late else tone)

    def _done(self, painter: QPainter, box: QRectF, bar: Bar, tone: QColor, radius: float) -> None:
        if bar.share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawRoundedRect(QRectF(box.x(), box.y(), box.width() * bar.share, box.height()), radius, radius)

    def _late(self, painter: QPainter, box: QRectF, bar: Bar, theme: Theme) -> None:
        """What should have been done is hatched, and the end is red."""
        rest = QRectF(box)
        rest.setLeft(box.left() + box.width() * bar.share)
        hatch = QBrush(theme.token("errFg"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(rest.adjusted(0, 1, 0, -1), theme.token("errBg"))
        painter.fillRect(rest.adjusted(0, 1, 0, -1), hatch)
        edge = theme.px(3)
        painter.fillRect(QRectF(box.right() - edge, box.y() - 1, edge, box.height() + 2), theme.token("errFg"))

    def _behind(
        self, painter: QPainter, box: QRectF, text: str, row: ActionRow, rect: QRectF, stand: Stand, theme: Theme
    ) -> None:  # fmt: skip
        """Words behind the bar, past milestones that come later; before it where there is no more room."""
        if not text:
            return
        painter.setFont(theme.font("small strong" if row.days_late else "small"))
        painter.setPen(theme.token("errFg" if row.days_late else "text2"))
        wide = painter.fontMetrics().horizontalAdvance(text) + 2
        left = box.right() + theme.px(GAP)
        if left < rect.left():  # the bar lies before what is on show: its words would be cut in two
            if not row.days_late:
                return
            left = rect.left() + theme.px(GAP)
        for spot in sorted(diamond_of(one.due.last, rect, stand).x() for one in row.milestones if one.due is not None):
            past = spot + theme.px(2 * DIAMOND + GAP)
            if spot < left + wide and past > left:
                left = past
        if left + wide > rect.right() and box.left() - wide - theme.px(GAP) > rect.left():
            left = box.left() - wide - theme.px(GAP)
        painter.drawText(QRectF(left, rect.y(), wide, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _diamond(self, painter: QPainter, box: QRectF, theme: Theme, *, done: bool, late: bool) -> None:
        middle = box.center()
        shape = QPolygonF([
            QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()), QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ])  # fmt: skip
        edge = theme.token("errFg" if late else "text")
        painter.setPen(QPen(theme.token("surface"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(edge if done else theme.token("surface"))
        painter.drawPolygon(shape)

    def _ring(self, painter: QPainter, rect: QRectF, index: Index, stand: Stand, theme: Theme) -> None:
        """Round the whole row: it is chosen as one thing."""
        if index.row() != stand.current or not stand.focused:
            return
        painter.setPen(QPen(theme.token("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        sides = rect.adjusted(1, 1, 8, -2) if index.column() == NAME else rect.adjusted(-8, 1, -1, -2)
        painter.drawRect(sides)


@lru_cache(maxsize=4)
def _lines(scale: Scale, months: tuple[int, int], left: float, width: float) -> tuple[tuple[float, bool], ...]:
    """Where the stretches of the calendar begin in a cell, and whether one of the upper row does: the same in every
    row."""
    upper = {mark.begin for mark in marks(scale, months[0], left, left + width)}
    lower = marks(scale, months[1], left, left + width)
    return tuple((scale.x(mark.begin) - left, mark.begin in upper) for mark in lower)


def box_of(bar: Bar, rect: QRectF, stand: Stand, theme: Theme) -> QRectF:
    """Where a bar stands in its cell; one of which a side is not known is a stub on the side that is."""
    high, stub = theme.px(BAR), theme.px(STUB)
    begin = None if bar.begin is None else rect.x() + stand.scale.x(bar.begin) - stand.left
    end = None if bar.end is None else rect.x() + stand.scale.x(bar.end + timedelta(days=1)) - stand.left
    left: float = begin if begin is not None else (end or 0.0) - stub
    right: float = end if end is not None else left + stub
    return QRectF(left, rect.center().y() - high / 2, max(right - left, theme.px(4)), high)


def diamond_of(when: date, rect: QRectF, stand: Stand) -> QRectF:
    """Where a milestone stands in its cell: in the middle of its day."""
    half = current_theme().px(DIAMOND)
    x = rect.x() + stand.scale.x(when) + stand.scale.day / 2 - stand.left
    return QRectF(x - half, rect.center().y() - half, 2 * half, 2 * half)
