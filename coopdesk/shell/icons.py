"""Draws the Fluent icons in the colour of the theme, sharp at every size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

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


def paint_icon(painter: QPainter, name: str, rect: QRectF | QRect, colour: QColor, *, filled: bool = False) -> None:
    """Paints an icon in a rectangle: for delegates and own widgets."""
    QSvgRenderer(QByteArray(coloured(name, colour, filled=filled))).render(painter, QRectF(rect))
