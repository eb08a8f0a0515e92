"""Paints a card: title, reason, municipalities, scores and what came of it, as high as its words need."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from coopdesk.opportunity.ui.card import Card
from coopdesk.shell.board.cards import CARD
from coopdesk.shell.board.paint import GAP, PAD, CardPainter, Index, wrapped
from coopdesk.shell.theme import Theme
from coopdesk.words.catalogue import Words

TITLE_LINES, REASON_LINES = 3, 4
SCORES = "  ·  "


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a card, in pixels from its top left corner."""

    text: str
    kind: str
    token: str
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A card laid out for a width."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[str, str, QRectF], ...]
    height: float


class CardDelegate(CardPainter):
    """Paints cards; `decided` carries the id and "accept" or "decline" when a button on a card is clicked."""

    decided = Signal(str, str)

    def __init__(self, theme: Theme, words: Words, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._words = words
        self._known: dict[tuple[Card, int], Layout] = {}
        theme.changed.connect(self._known.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the column, as high as the words."""
        width = self.width()
        return QSize(width, round(self._layout(index.data(CARD), width).height) + self._theme.px(GAP))

    def inside(self, painter: QPainter, area: QRectF, card: Card) -> None:
        """The words of a card and its buttons."""
        theme, layout = self._theme, self._layout(card, self.width())
        for line in layout.lines:
            font = theme.font(line.kind)
            painter.setFont(font)
            painter.setPen(theme.token(line.token))
            base = area.y() + line.y + QFontMetricsF(font).ascent()
            painter.drawText(round(area.x()) + theme.px(PAD), round(base), line.text)
        for _, label, box in layout.buttons:
            self._button(painter, label, box.translated(area.topLeft()))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a button of a card decides on it."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            card: Card = index.data(CARD)
            spot = event.position() - self.area(option).topLeft()
            for key, _, box in self._layout(card, self.width()).buttons:
                if box.contains(spot):
                    self.decided.emit(card.id, key)
                    return True
        return bool(super().editorEvent(event, model, option, index))

    def button_box(self, card: Card, width: int, key: str) -> QRectF:
        """Where a button stands on a card laid out for a width."""
        return next(box for known, _, box in self._layout(card, width).buttons if known == key)

    def _button(self, painter: QPainter, label: str, box: QRectF) -> None:
        """A small button in the look of the others."""
        theme = self._theme
        painter.setPen(QPen(theme.token("control"), 1))
        painter.setBrush(theme.token("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.setPen(theme.token("text"))
        painter.setFont(theme.font("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _layout(self, card: Card, width: int) -> Layout:
        key = (card, width)
        if key not in self._known:
            self._known[key] = self._laid_out(card, width)
        return self._known[key]

    def _laid_out(self, card: Card, width: int) -> Layout:
        theme, pad = self._theme, self._theme.px(PAD)
        room, y = width - 2 * pad, float(pad)
        lines: list[Line] = []
        blocks = (
            (card.title, "strong", "text", TITLE_LINES, 4),
            (card.reason, "small", "text2", REASON_LINES, 6),
            (card.places, "small strong", "text2", 2, 6),
            (self._scores(card, room), "small", "text2", 2, 6),
            (card.footer, "small strong", "warnFg" if card.warns else "okFg", 1, 6),
        )
        for text, kind, token, most, after in blocks:
            if not text:
                continue
            font = theme.font(kind)
            shown = ("⚠ " if card.warns else "→ ") + text if text is card.footer else text
            for piece in wrapped(shown, font, room, most):
                lines.append(Line(piece, kind, token, y))
                y += QFontMetricsF(font).height()
            y += theme.px(after)
        buttons: tuple[tuple[str, str, QRectF], ...] = ()
        if card.undecided:
            buttons = self._buttons(pad, y + theme.px(2))
            y = buttons[0][2].bottom() + theme.px(6)
        return Layout(tuple(lines), buttons, y + pad - theme.px(6))

    def _scores(self, card: Card, room: float) -> str:
        """Both scores on one line, or on a line each where that is too narrow."""
        line = SCORES.join(card.scores)
        fits = QFontMetricsF(self._theme.font("small")).horizontalAdvance(line) <= room
        return line if fits else "\u2028".join(card.scores)

    def _buttons(self, x: float, y: float) -> tuple[tuple[str, str, QRectF], ...]:
        """The yes and no of a proposed card, as wide as their words."""
        metrics = QFontMetricsF(self._theme.font("small"))
        made: list[tuple[str, str, QRectF]] = []
        for key, label in (("accept", self._words.say("Choose")), ("decline", self._words.say("Not now"))):
            wide = metrics.horizontalAdvance(label) + self._theme.px(20)
            made.append((key, label, QRectF(x, y, wide, self._theme.px(28))))
            x += wide + self._theme.px(8)
        return tuple(made)
