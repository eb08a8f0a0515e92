"""What changes in a cell: the old value struck through, the new one underlined, in red and green and with signs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coopdesk.annex.merge.sides import Difference, Side
from coopdesk.annex.telling import value_text
from coopdesk.shell.theme import Theme
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words

DELTA = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Delta:
    """A change as finished text. `taken` says that the new value will stand; otherwise the old one stays."""

    old: str
    new: str
    taken: bool
    asked: bool

    def spoken(self, words: Words) -> str:
        """The same for a screen reader."""
        if self.taken:
            return words.say("was {old}, becomes {new}", old=self.old or "–", new=self.new)
        return words.say("stays {old}; the file says {new}", old=self.old or "–", new=self.new)


def delta_of(words: Words, gazetteer: Gazetteer, one: Difference) -> Delta:
    """How a difference is shown."""
    old, new = (value_text(words, gazetteer, one.field, value) for value in (one.mine, one.new))
    return Delta(old, new, one.taken, one.side is Side.BOTH and not one.taken)


class DeltaDelegate(QStyledItemDelegate):
    """Paints cells with a Delta; other cells as the style does."""

    def __init__(self, theme: Theme) -> None:
        """Colours come from the theme, so that they follow light and dark."""
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        delta = index.data(DELTA)
        if not isinstance(delta, Delta):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text, style = "", option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        room = QRectF(option.rect).adjusted(4, 2, -4, -2)
        for text, tone, crossed in self._parts(delta):
            room.setLeft(self._word(painter, room, text, tone, crossed=crossed))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        delta = index.data(DELTA)
        if isinstance(delta, Delta):
            metrics = QFontMetrics(self._theme.font("body"))
            width = sum(metrics.horizontalAdvance(text) + 16 for text, _, _ in self._parts(delta))
            return QSize(width + 8, size.height())
        return size

    def _parts(self, delta: Delta) -> list[tuple[str, str, bool]]:
        """Texts with their tone, and whether they are struck through: what stands is never struck through."""
        if delta.taken:
            old = [(f"− {delta.old}", "err", True)] if delta.old else []
            return [*old, (f"+ {delta.new}", "ok", False)]
        return [(delta.old, "warn" if delta.asked else "neutral", False), (f"− {delta.new}", "err", True)]

    def _word(self, painter: QPainter, room: QRectF, text: str, tone: str, *, crossed: bool) -> float:
        font = QFont(self._theme.font("body"))
        font.setStrikeOut(crossed)
        font.setUnderline(not crossed and tone == "ok")
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(room.width()) - 8))
        width = metrics.horizontalAdvance(shown) + 8
        if not shown or room.width() < 12:
            return room.left()
        box = QRectF(room.left(), room.center().y() - metrics.height() / 2, width, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.token(f"{tone}Bg")))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self._theme.token(f"{tone}Fg")))
        painter.setFont(font)
        painter.drawText(box.adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return float(box.right() + 6)
