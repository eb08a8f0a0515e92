"""How a text is painted in a cell that is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from coopdesk.shell.grid.paint import paint_text
from coopdesk.shell.theme import Theme

WORD = "Samenwerkingsovereenkomst"


def lowest(theme: Theme, text: str, width: int) -> int:
    """The last row of pixels in which something of a text stands, in a cell of 60 high."""
    image = QImage(width, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(theme.font("body"))
    paint_text(painter, QRectF(0, 0, width, 60), text, lines=2)
    painter.end()
    return max(y for x in range(width) for y in range(60) if image.pixelColor(x, y).red() < 128)


def test_a_word_wider_than_its_column_goes_on_below_instead_of_being_cut(qapp: QApplication) -> None:
    theme = Theme(qapp, "light", contrast=lambda: False)
    high = QFontMetrics(theme.font("body")).height()
    assert lowest(theme, WORD, 120) > 30 + high / 2
    assert lowest(theme, WORD, 400) <= 30 + high / 2
