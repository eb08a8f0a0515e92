"""The list of chapters: number, name, conclusion, a miniature of the figures, state, age and place in the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coopdesk.analysis.model import ChapterKind, ChartKind
from coopdesk.analysis.queries.overview import ChapterRow
from coopdesk.analysis.ui.wording import STATE_LOOKS, STATE_NAMES
from coopdesk.shell.theme import Theme
from coopdesk.shell.widgets import paint_pill
from coopdesk.words.catalogue import Words

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NUMBER, MINI, STATE, AGE, DOSSIER = 34, 96, 130, 128, 92


class ChapterRows(QAbstractListModel):
    """The chapters, each with the words a screen reader says for its row."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._rows = words, list[ChapterRow]()

    @property
    def rows(self) -> list[ChapterRow]:
        """The chapters from first to last."""
        return list(self._rows)

    def show_rows(self, rows: Sequence[ChapterRow]) -> None:
        """Other chapters; ones that only changed keep their place."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """The number of chapters."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row for the painter, its words for everything else."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return f"{row.number} {row.name}" if role == Qt.ItemDataRole.DisplayRole else None

    def spoken(self, row: ChapterRow) -> str:
        """The whole row in words."""
        words = self._words
        parts = [f"{row.number} {row.name}", row.title, words.say(STATE_NAMES[row.chapter.state])]
        parts += [age_text(row, words), stale_text(row, words)]
        parts.append(words.say("In the dossier") if row.chapter.in_dossier else words.say("Not in the dossier"))
        return ". ".join(part for part in parts if part)


def age_text(row: ChapterRow, words: Words) -> str:
    """How old the figures of a chapter are."""
    if row.year:
        return words.say("Figures of {year}", year=row.year)
    return "" if row.chapter.chart is ChartKind.NONE else words.say("No figures")


def stale_text(row: ChapterRow, words: Words) -> str:
    """How many quoted figures changed."""
    return words.count("{n} figure changed", "{n} figures changed", row.stale) if row.stale else ""


class ChapterDelegate(QStyledItemDelegate):
    """Paints one chapter per row."""

    def __init__(self, theme: Theme, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        body, small = (QFontMetrics(self._theme.font(kind)).height() for kind in ("strong", "small"))
        return QSize(200, body + small + self._theme.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Number and texts at the left; miniature, state, age and dossier at the right."""
        row: ChapterRow = index.data(ROW)
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.token("selected" if chosen else "hover"))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRectF(area.x(), area.y(), theme.px(3), area.height()), theme.token("accent"))
        painter.setPen(QPen(theme.token("border"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        pad = theme.px(14)
        right = self._right(painter, row, QRectF(area.x(), area.y(), area.width() - pad, area.height()))
        texts = QRectF(area.x() + pad, area.y(), right - area.x() - 2 * pad, area.height())
        self._texts(painter, row, texts)
        painter.restore()

    def dossier_box(self, area: QRectF) -> QRectF:
        """Where a click puts a chapter in or out of the dossier."""
        wide = self._theme.px(DOSSIER) + self._theme.px(14)
        return QRectF(area.right() - wide, area.y(), wide, area.height())

    def _texts(self, painter: QPainter, row: ChapterRow, area: QRectF) -> None:
        theme = self._theme
        strong, small = theme.font("strong"), theme.font("small")
        high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
        second = " · ".join(part for part in (stale_text(row, self._words), row.title) if part)
        top = area.y() + (area.height() - high - (low if second else 0)) / 2
        painter.setFont(strong)
        painter.setPen(theme.token("text2"))
        painter.drawText(QPointF(area.x(), top + QFontMetrics(strong).ascent()), str(row.number))
        x, wide = area.x() + theme.px(NUMBER), area.width() - theme.px(NUMBER)
        painter.setPen(theme.token("text"))
        name = QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QPointF(x, top + QFontMetrics(strong).ascent()), name)
        painter.setFont(small)
        painter.setPen(theme.token("warnFg" if row.stale else "text2"))
        told = QFontMetrics(small).elidedText(second, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(QPointF(x, top + high + QFontMetrics(small).ascent()), told)

    def _right(self, painter: QPainter, row: ChapterRow, area: QRectF) -> float:
        """The columns at the right, from the edge inwards; where the texts have to end."""
        theme, words = self._theme, self._words
        narrow = area.width() < theme.px(760)
        x = area.right()
        painter.setFont(theme.font("small"))
        x -= theme.px(DOSSIER)
        self._tick(painter, QRectF(x, area.y(), theme.px(DOSSIER), area.height()), on=row.chapter.in_dossier)
        if not narrow:
            x -= theme.px(AGE)
            painter.setPen(theme.token("text2"))
            box = QRectF(x, area.y(), theme.px(AGE), area.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), age_text(row, words))
        x -= theme.px(STATE)
        icon, tone = STATE_LOOKS[row.chapter.state]
        pill = QRectF(x, area.y(), theme.px(STATE), area.height())
        paint_pill(painter, pill, words.say(STATE_NAMES[row.chapter.state]), icon, tone)
        if not narrow:
            x -= theme.px(MINI + 20)
            self._miniature(painter, row, QRectF(x, area.center().y() - theme.px(14), theme.px(MINI), theme.px(28)))
        return x

    def _tick(self, painter: QPainter, area: QRectF, *, on: bool) -> None:
        theme = self._theme
        side = theme.px(16)
        box = QRectF(area.x() + 0.5, area.center().y() - side / 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(theme.token("accent" if on else "control"), 1))
        painter.setBrush(theme.token("accent" if on else "surface"))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if on:
            painter.setPen(QPen(theme.token("onAccent"), theme.px(2)))
            points = [(0.22, 0.52), (0.42, 0.72), (0.78, 0.3)]
            painter.drawPolyline([QPointF(box.x() + box.width() * a, box.y() + box.height() * b) for a, b in points])
        painter.setPen(theme.token("text2"))
        text = area.adjusted(side + theme.px(6), 0, 0, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), self._words.say("Dossier"))

    def _miniature(self, painter: QPainter, row: ChapterRow, area: QRectF) -> None:
        """The values as small bars, dots for the gap, or a line."""
        values = [float(v) for v in row.miniature][:12]
        if not values:
            return
        accent = self._theme.token("accent")
        step = area.width() / len(values)
        if row.chapter.chart is ChartKind.LINE or row.chapter.kind is ChapterKind.GAP:
            low, high = min(values), max(values)
            reach = (high - low) or 1.0
            spots = [
                QPointF(area.x() + step * (at + 0.5), area.bottom() - 3 - (area.height() - 6) * (v - low) / reach)
                for at, v in enumerate(values)
            ]
            painter.setPen(QPen(accent, 1.6))
            painter.setBrush(accent)
            if row.chapter.kind is ChapterKind.GAP:
                for spot in spots:
                    painter.drawEllipse(spot, 2.4, 2.4)
            else:
                painter.drawPolyline(spots)
            return
        top = max(values) or 1.0
        for at, value in enumerate(values):
            tall = max(1.5, area.height() * value / top)
            painter.fillRect(QRectF(area.x() + step * at, area.bottom() - tall, max(2.0, step - 2), tall), accent)
