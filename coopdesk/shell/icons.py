"""Draws the Fluent icons in the colour of the theme at the moment of painting, sharp at every size."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coopdesk.kernel.resources import resource

Colour = Callable[[str], QColor]


def file_name(name: str, *, filled: bool = False) -> str:
    """The file of an icon: "home" is home_20_regular; a name with a size ("clock_16_filled") stands as it is."""
    if name.endswith(("_regular", "_filled")):
        return name
    return f"{name}_20_filled" if filled and has_icon(f"{name}_20_filled") else f"{name}_20_regular"


@lru_cache(maxsize=512)
def has_icon(file: str) -> bool:
    """Whether there is such a drawing."""
    return resource(f"icons/{file}.svg").exists()


@lru_cache(maxsize=256)
def _source(file: str) -> str:
    return resource(f"icons/{file}.svg").read_text(encoding="utf-8")


def coloured(name: str, colour: QColor, *, filled: bool = False) -> bytes:
    """The drawing of an icon in one colour, as SVG."""
    return _source(file_name(name, filled=filled)).replace("<path ", f'<path fill="{colour.name()}" ').encode()


def paint_icon(painter: QPainter, name: str, rect: QRectF | QRect, colour: QColor, *, filled: bool = False) -> None:
    """Paints an icon in a rectangle: for delegates and own widgets."""
    QSvgRenderer(QByteArray(coloured(name, colour, filled=filled))).render(painter, QRectF(rect))


class TokenIcon(QIconEngine):
    """An icon that asks for its colour each time, so that a theme switch needs no new icons."""

    def __init__(self, name: str, token: str, colour: Colour) -> None:
        super().__init__()
        self._name, self._token, self._colour = name, token, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "disabled" if mode == QIcon.Mode.Disabled else self._token
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._name, square, self._colour(token), filled=state == QIcon.State.On)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return TokenIcon(self._name, self._token, self._colour)
