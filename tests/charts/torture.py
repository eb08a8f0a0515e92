"""A drawing with every shape, state and transform that the painter must understand."""

from __future__ import annotations

from typing import Any, Literal

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Ellipse,
    Group,
    Hatching,
    Line,
    Path,
    Polygon,
    PolyLine,
    Rect,
    String,
    Wedge,
)
from reportlab.lib.colors import Color, HexColor

BLUE, RED, GREY = HexColor("#0B5A73"), HexColor("#D55E00"), HexColor("#D9DFE6")


def _rect(x: float, y: float, wide: float, high: float, **looks: Any) -> Rect:
    """A rectangle; the published types of Rect do not know its looks."""
    shape = Rect(x, y, wide, high)
    for name, value in looks.items():
        setattr(shape, name, value)
    return shape


def torture() -> Drawing:  # noqa: PLR0915 - a list of shapes, not a calculation
    """All shapes once, with odd states."""
    d = Drawing(420, 260)
    d.add(_rect(10, 200, 60, 45, fillColor=GREY, strokeColor=BLUE, strokeWidth=2))
    d.add(_rect(80, 200, 60, 45, rx=10, ry=10, fillColor=BLUE, strokeColor=None))
    d.add(_rect(150, 200, 60, 45, fillColor=None, strokeColor=RED, strokeDashArray=[6, 2, 1, 2]))
    d.add(Circle(245, 222, 20, fillColor=Color(0.8, 0.3, 0, 0.4), strokeColor=BLUE))
    d.add(Circle(262, 222, 20, fillColor=BLUE, fillOpacity=0.3, strokeColor=RED, strokeOpacity=0.5))
    d.add(Ellipse(320, 222, 30, 16, fillColor=GREY, strokeColor=None))
    d.add(Wedge(385, 222, 24, 20, 160, fillColor=RED, strokeColor=BLUE))
    d.add(Wedge(385, 216, 24, 200, 340, radius1=12, annular=True, fillColor=BLUE, strokeColor=None))
    ring = Path(fillColor=GREY, strokeColor=BLUE, strokeWidth=1.5)
    for side in (0, 14):
        ring.moveTo(10 + side, 130 + side)
        ring.lineTo(70 - side, 130 + side)
        ring.lineTo(70 - side, 190 - side)
        ring.lineTo(10 + side, 190 - side)
        ring.closePath()
    d.add(ring)
    curve = Path(fillColor=None, strokeColor=RED, strokeWidth=3, strokeLineCap=1)
    curve.moveTo(80, 140)
    curve.curveTo(100, 210, 130, 110, 150, 180)
    d.add(curve)
    star = Polygon([180, 130, 200, 190, 220, 130, 170, 168, 230, 168], fillColor=RED, strokeColor=None)
    d.add(star)
    box = [240.0, 130, 300, 130, 300, 190, 240, 190]
    d.add(Polygon(box, fillColor=None, strokeColor=BLUE))
    d.add(Hatching([4.0, 4.0], [45, 135], [box], strokeColor=BLUE, strokeWidth=0.6))
    zig = PolyLine([310, 130, 325, 190, 340, 130, 355, 190], strokeColor=BLUE, strokeWidth=5)
    zig.strokeLineJoin = 0
    d.add(zig)
    d.add(Line(370, 130, 410, 190, strokeColor=RED, strokeWidth=6, strokeLineCap=2))
    clipped = Group()
    window = Path(isClipPath=1, fillColor=None, strokeColor=None)
    window.moveTo(370, 60)
    window.lineTo(410, 60)
    window.lineTo(390, 110)
    window.closePath()
    clipped.add(window)
    clipped.add(_rect(360, 60, 60, 25, fillColor=BLUE, strokeColor=None))
    d.add(clipped)
    words = "Wervik fluit: 1.234 à 72,6% · Œuvre fi ffl AVATAR"
    faces: tuple[tuple[str, Literal["start", "middle", "end"]], ...] = (
        ("SourceSans3", "start"),
        ("SourceSans3-Semibold", "middle"),
        ("SourceSans3-It", "end"),
    )
    for i, (face, anchor) in enumerate(faces):
        x = {"start": 10, "middle": 180, "end": 350}[anchor]
        line = String(x, 108 - 15 * i, words, fontName=face, fontSize=10.5, fillColor=BLUE)
        line.textAnchor = anchor
        d.add(line)
    for i, amount in enumerate(("1.234", "12,5", "7")):
        d.add(String(60, 55 - 13 * i, amount, fontName="SourceSans3", fontSize=10, textAnchor="numeric"))
    turned = Group()
    turned.translate(150, 12)
    turned.rotate(25)
    turned.scale(1.2, 0.9)
    turned.add(String(0, 0, "gedraaid en geschaald", fontName="SourceSans3-Bold", fontSize=14, fillColor=RED))
    turned.add(_rect(-4, -5, 150, 20, fillColor=None, strokeColor=GREY))
    d.add(turned)
    return d
