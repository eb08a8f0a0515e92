"""Paints the card of an action: code and title, who leads it, when it ends and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from coopdesk.plan.ui import wording
from coopdesk.plan.ui.board.cards import ActionCard
from coopdesk.shell.board.paint import GAP, PAD, CardPainter, Index, wrapped
from coopdesk.shell.grid.looks import Bar
from coopdesk.shell.grid.paint import paint_bar, paint_text
from coopdesk.shell.icons import paint_icon

LINES = 2  # of a title


class ActionPainter(CardPainter):
    """All cards are equally high: two lines of title, then three lines of what matters in a meeting."""

    uniform = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        strong, small = QFontMetricsF(theme.font("strong")), QFontMetricsF(theme.font("small"))
        high = LINES * strong.height() + 3 * small.height() + theme.px(2 * PAD - 4 + 12)
        return QSize(self.width(), round(high) + theme.px(GAP))

    def inside(self, painter: QPainter, area: QRectF, card: ActionCard) -> None:
        theme, row = self._theme, card.row
        room = area.adjusted(theme.px(PAD), theme.px(PAD - 2), -theme.px(PAD), -theme.px(PAD - 2))
        strong, small = QFontMetricsF(theme.font("strong")), QFontMetricsF(theme.font("small"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.token("text"))
        y = room.y()
        for line in wrapped(card.title, theme.font("strong"), room.width(), LINES):
            painter.drawText(QRectF(room.x(), y, room.width(), strong.height()), Qt.AlignmentFlag.AlignVCenter, line)
            y += strong.height()
        y = room.y() + LINES * strong.height() + theme.px(4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.token("text2"))
        paint_text(painter, QRectF(room.x(), y, room.width(), small.height()), card.lead)
        y += small.height() + theme.px(4)
        self._state(painter, QRectF(room.x(), y, room.width(), small.height()), card)
        y += small.height() + theme.px(4)
        done = Bar(row.action.progress / 100, full=row.action.progress == 100)
        paint_bar(painter, QRectF(room.x(), y, room.width(), small.height()), f"{row.action.progress}%", done, theme)

    def _state(self, painter: QPainter, rect: QRectF, card: ActionCard) -> None:
        """The status as an icon, and the end: red with a clock when it is late."""
        theme, side = self._theme, self._theme.px(15)
        look = wording.STATUS_LOOKS[card.row.action.status]
        mark = QRectF(rect.x(), rect.center().y() - side / 2, side, side)
        paint_icon(painter, look.icon, mark, theme.token(f"{look.tone}Fg"))
        rest = rect.adjusted(side + theme.px(6), 0, 0, 0)
        if card.row.days_late:
            paint_icon(painter, "clock_16_filled", QRectF(rest.x(), mark.y(), side, side), theme.token("errFg"))
            rest.setLeft(rest.left() + side + theme.px(4))
            painter.setFont(theme.font("small strong"))
            painter.setPen(theme.token("errFg"))
        else:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.token("text2"))
        paint_text(painter, rest, card.when)
