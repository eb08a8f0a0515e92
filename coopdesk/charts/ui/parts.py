"""Colours, dashes, paths and fonts of reportlab in the words of Qt."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainterPath, QPen, QPolygonF

from coopdesk.charts.fonts import FACES, Face

GRAIN = 100  # fonts are laid out at this pixel size and scaled, so widths stay linear


@lru_cache(maxsize=32)
def screen_font(name: str) -> tuple[QFont, QFontMetricsF]:
    """Qt font and metrics for a reportlab font name, without hinting, kerning or ligatures."""
    face = FACES.get(name, Face())
    font = QFont(face.family)
    font.setPixelSize(GRAIN)
    font.setWeight(QFont.Weight(face.weight))
    font.setItalic(face.italic)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font, QFontMetricsF(font)


def color_of(color: Any, opacity: float | None) -> QColor:
    """A reportlab colour as QColor; an explicit opacity wins over the colour's own."""
    alpha = getattr(color, "alpha", 1.0) if opacity is None else opacity
    red, green, blue = color.rgb() if hasattr(color, "rgb") else (0, 0, 0)
    return QColor.fromRgbF(red, green, blue, 1.0 if alpha is None else alpha)


def dash_pen(pen: QPen, dash: Any, thick: float) -> None:
    """Dashes in Qt count in pen widths, in PDF in points."""
    if not dash:
        return
    phase = 0.0
    if len(dash) == 2 and isinstance(dash[1], (list, tuple)):
        phase, dash = float(dash[0]), dash[1]
    lengths = [float(d) / (thick or 1.0) for d in dash]
    pen.setDashPattern(lengths if len(lengths) % 2 == 0 else lengths * 2)
    pen.setDashOffset(phase / (thick or 1.0))


def polygon_of(flat: Any) -> QPolygonF:
    """A flat list of coordinates as Qt points."""
    return QPolygonF([QPointF(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)])


def path_of(path: Any) -> tuple[QPainterPath, bool]:
    """A reportlab path as Qt path, and whether every part of it was closed."""
    figure, values, opened, closed = QPainterPath(), iter(path.points), 0, 0
    for operator in path.operators:
        if operator == 0:
            if path.autoclose == "pdf" and closed < opened:
                figure.closeSubpath()
            figure.moveTo(next(values), next(values))
            opened += 1
        elif operator == 1:
            figure.lineTo(next(values), next(values))
        elif operator == 2:
            figure.cubicTo(*[next(values) for _ in range(6)])
        else:
            figure.closeSubpath()
            closed += 1
    odd = path.fillMode == 0
    figure.setFillRule(Qt.FillRule.OddEvenFill if odd else Qt.FillRule.WindingFill)
    return figure, opened == closed
