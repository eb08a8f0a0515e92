"""Paints one of two texts in a cell, with the words in which it differs from the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from coopdesk.shell.difference import dressed
from coopdesk.shell.grid.looks import Compared
from coopdesk.shell.theme import Theme
from coopdesk.words.differing import Fate, Piece


def paint_compared(
    painter: QPainter, rect: QRectF, text: str, look: Compared, theme: Theme, sought: Sequence[str] = ()
) -> None:
    """As many lines as fit; the last one ends in an ellipsis when there is more."""
    high = painter.fontMetrics().height()
    most = max(1, int(rect.height() // high))
    shown = _one_line(look.pieces)
    layout = _laid_out(painter, shown, rect.width())
    while layout.lineCount() > most:
        shown = _cut(shown, layout.lineAt(most).textStart() - 2)
        layout = _laid_out(painter, shown, rect.width())
    painter.setPen(theme.token("text2" if look.quiet else "text"))
    layout.draw(painter, QPointF(rect.x(), rect.center().y() - layout.lineCount() * high / 2))


def _one_line(pieces: Sequence[Piece]) -> list[Piece]:
    return [Piece(piece.text.replace("\n", " "), piece.fate) for piece in pieces]


def _laid_out(painter: QPainter, pieces: Sequence[Piece], width: float) -> QTextLayout:
    layout = QTextLayout("".join(piece.text for piece in pieces), painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(pieces)))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += painter.fontMetrics().height()
    layout.endLayout()
    return layout


def _formats(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for piece in pieces:
        if piece.fate is not Fate.SAME:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, len(piece.text.rstrip())
            one.format = dressed(piece.fate)
            found.append(one)
        start += len(piece.text)
    return found


def _cut(pieces: Sequence[Piece], length: int) -> list[Piece]:
    """The beginning of the pieces, so many letters, with an ellipsis."""
    found: list[Piece] = []
    for piece in pieces:
        found.append(Piece(piece.text[: max(length, 0)], piece.fate))
        length -= len(piece.text)
    return [*found, Piece("…")]
