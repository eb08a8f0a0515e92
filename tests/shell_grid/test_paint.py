"""How a text is painted in a cell that is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coopdesk.shell.grid.paint import paint_text
from coopdesk.shell.theme import Theme

WORD = "Samenwerkingsovereenkomst"


def ink(theme: Theme, text: str, width: int, lines: int) -> list[bool]:
    """Whether anything stands in the upper and in the lower half of the cell, and in its last pixels at the right."""
    image = QImage(width, 48, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(theme.font("body"))
    paint_text(painter, QRectF(0, 0, width - 4, 48), text, lines=lines)
    painter.end()
    dark = [(x, y) for x in range(width) for y in range(48) if image.pixelColor(x, y).red() < 128]
    return [any(y < 24 for _, y in dark), any(y > 26 for _, y in dark), any(x >= width - 4 for x, _ in dark)]


def test_a_word_wider_than_its_column_goes_on_below_instead_of_being_cut(qapp: QApplication) -> None:
    theme = Theme(qapp, "light", contrast=lambda: False)
    assert ink(theme, f"{WORD} VDAB", 120, 2) == [True, True, False]
    assert ink(theme, f"{WORD} met de hele streek en de omliggende gemeenten", 120, 2) == [True, True, False]
