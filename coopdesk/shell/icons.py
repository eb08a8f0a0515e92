"""Draws the Fluent icons in the colour of the theme, sharp at every size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from coopdesk.kernel.resources import resource


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


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: tuple[int, int], filled: bool) -> QPixmap:  # noqa: FBT001 - a key
    """An icon as pixels: drawn once for a colour and size, since a list paints the same few at every scroll."""
    picture = QPixmap(*size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(coloured(name, QColor(colour), filled=filled))).render(painter)
    painter.end()
    return picture


def paint_icon(painter: QPainter, name: str, rect: QRectF | QRect, colour: QColor, *, filled: bool = False) -> None:
    """Paints an icon in a rectangle: for delegates and own widgets."""
    room = QRectF(rect)
    device = painter.device()
    if not isinstance(device, QWidget | QPixmap | QImage):  # paper has no pixels to be drawn for
        QSvgRenderer(QByteArray(coloured(name, colour, filled=filled))).render(painter, room)
        return
    ratio = device.devicePixelRatioF()
    size = (max(1, round(room.width() * ratio)), max(1, round(room.height() * ratio)))
    picture = _drawn(name, colour.name(QColor.NameFormat.HexArgb), size, filled)
    # On whole pixels, or it would be blurred.
    corner = QPointF(round(room.x() * ratio) / ratio, round(room.y() * ratio) / ratio)
    painter.drawPixmap(QRectF(corner, QSizeF(size[0] / ratio, size[1] / ratio)), picture, QRectF(picture.rect()))
