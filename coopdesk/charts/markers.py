"""Marker shapes that tell series apart without colour."""

from __future__ import annotations

from reportlab.graphics.shapes import Circle, Polygon

from coopdesk.charts.themes import Shape


def marker_shape(kind: Shape, x: float, y: float, size: float) -> Circle | Polygon:
    """Circle, square, triangle or diamond of equal visual weight around a point."""
    if kind == "circle":
        return Circle(x, y, size)
    if kind == "square":
        s = size * 0.9
        return Polygon([x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s])
    if kind == "triangle":
        s = size * 1.15
        return Polygon([x - s, y - s * 0.75, x + s, y - s * 0.75, x, y + s])
    s = size * 1.25
    return Polygon([x - s, y, x, y - s, x + s, y, x, y + s])
