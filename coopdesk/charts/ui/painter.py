"""Paints any reportlab Drawing with a QPainter, shape by shape, without SVG."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform
from reportlab.graphics import renderbase
from reportlab.graphics.shapes import Drawing, Path, numericXShift
from reportlab.pdfbase.pdfmetrics import stringWidth

from coopdesk.charts.ui.parts import GRAIN, color_of, dash_pen, path_of, polygon_of, screen_font

_BASE: Any = renderbase  # some of its functions are untyped
_CAPS = (Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap)
_JOINS = (Qt.PenJoinStyle.MiterJoin, Qt.PenJoinStyle.RoundJoin, Qt.PenJoinStyle.BevelJoin)


class _Stack:
    """The little that reportlab's Renderer expects of a canvas."""

    def __init__(self, painter: QPainter) -> None:
        """Wraps the painter."""
        self.painter = painter

    def saveState(self) -> None:
        """Keeps transform and clip."""
        self.painter.save()

    def restoreState(self) -> None:
        """Brings transform and clip back."""
        self.painter.restore()


class QtRenderer(renderbase.Renderer):
    """Walks a Drawing with reportlab's own state rules and paints on a QPainter."""

    _canvas: _Stack
    _tracker: Any

    def drawNode(self, node: Any) -> None:
        """Applies the state and transform of one node, paints it, and restores."""
        clip = isinstance(node, Path) and bool(node.isClipPath)
        delta = _BASE.getStateDelta(node)
        self._tracker.push(delta)
        if not clip:
            self._canvas.painter.save()
        self.applyStateChanges(delta, {})
        self.drawNodeDispatcher(node)
        if not clip:
            self._canvas.painter.restore()
        self._tracker.pop()

    def applyStateChanges(self, delta: Any, newState: Any) -> None:  # noqa: N803
        """Only transforms act at once; pens and brushes are made when needed."""
        if "transform" in delta:
            self._canvas.painter.setTransform(QTransform(*delta["transform"]), combine=True)

    def _tools(self, *, fill: bool = True) -> QPainter:
        """The painter with the pen and brush of the current state."""
        state, painter = self._tracker.getState(), self._canvas.painter
        pen = QPen(Qt.PenStyle.NoPen)
        if state["strokeColor"] is not None:
            thick = float(state["strokeWidth"])
            pen = QPen(color_of(state["strokeColor"], state.get("strokeOpacity")), thick)
            pen.setCapStyle(_CAPS[state["strokeLineCap"] or 0])
            pen.setJoinStyle(_JOINS[state["strokeLineJoin"] or 0])
            pen.setMiterLimit(float(state["strokeMiterLimit"] or 10) / 2)
            dash_pen(pen, state["strokeDashArray"], thick)
        brush = QBrush(Qt.BrushStyle.NoBrush)
        if fill and state["fillColor"] is not None:
            brush = QBrush(color_of(state["fillColor"], state.get("fillOpacity")))
        painter.setPen(pen)
        painter.setBrush(brush)
        return painter

    def drawLine(self, line: Any) -> None:
        """A line."""
        self._tools(fill=False).drawLine(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2))

    def drawRect(self, rect: Any) -> None:
        """A rectangle; reportlab's PDF uses rx for both radii, so this does too."""
        box = QRectF(rect.x, rect.y, rect.width, rect.height)
        if rect.rx or rect.ry:
            self._tools().drawRoundedRect(box, rect.rx, rect.rx)
        else:
            self._tools().drawRect(box)

    def drawCircle(self, circle: Any) -> None:
        """A circle."""
        self._tools().drawEllipse(QPointF(circle.cx, circle.cy), circle.r, circle.r)

    def drawEllipse(self, ellipse: Any) -> None:
        """An ellipse."""
        self._tools().drawEllipse(QPointF(ellipse.cx, ellipse.cy), ellipse.rx, ellipse.ry)

    def drawPolyLine(self, p: Any) -> None:
        """An open line."""
        self._tools(fill=False).drawPolyline(polygon_of(p.points))

    def drawPolygon(self, p: Any) -> None:
        """A closed shape, filled even-odd unless the state says otherwise, as reportlab does."""
        odd = self._tracker.getState().get("fillMode") == 0
        rule = Qt.FillRule.OddEvenFill if odd else Qt.FillRule.WindingFill
        self._tools().drawPolygon(polygon_of(p.points), rule)

    def drawPath(self, path: Any) -> None:
        """Curves, holes and clip paths."""
        figure, closed = path_of(path)
        if path.isClipPath:
            self._canvas.painter.setClipPath(figure, Qt.ClipOperation.IntersectClip)
        else:
            fill = closed or path.autoclose in ("svg", "pdf")  # reportlab leaves open paths empty
            self._tools(fill=fill).drawPath(figure)

    def drawString(self, stringObj: Any) -> None:  # noqa: N803
        """One line of text, exactly as wide as reportlab thinks it is."""
        state, painter, text = self._tracker.getState(), self._canvas.painter, stringObj.text
        if state["fillColor"] is None or not text:
            return
        name, size, anchor = state["fontName"], float(state["fontSize"]), state["textAnchor"]
        wide = stringWidth(text, name, size)
        shift = {"end": wide, "middle": wide / 2}.get(anchor, 0.0)
        if anchor == "numeric":
            shift = numericXShift(anchor, text, wide, name, size, stringObj.encoding)
        font, metrics = screen_font(name)
        drawn = metrics.horizontalAdvance(text) * size / GRAIN
        stretch = wide / drawn if drawn else 1.0
        painter.save()
        painter.translate(stringObj.x - shift, stringObj.y)
        painter.scale(size / GRAIN * stretch, -size / GRAIN)
        painter.setFont(font)
        painter.setPen(color_of(state["fillColor"], state.get("fillOpacity")))
        painter.drawText(QPointF(0, 0), text)
        painter.restore()


def paint(painter: QPainter, drawing: Drawing, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
    """Paints a drawing with its top left corner at x, y."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(x, y + drawing.height * scale)
    painter.scale(scale, -scale)
    QtRenderer().draw(_BASE.renderScaledDrawing(drawing), _Stack(painter), 0, 0, showBoundary=0)
    painter.restore()


def picture(drawing: Drawing, scale: float = 2.0, paper: str = "#FFFFFF") -> QImage:
    """A drawing as an image, for the clipboard and for tests."""
    size = (round(drawing.width * scale), round(drawing.height * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    painter = QPainter(image)
    paint(painter, drawing, scale=scale)
    painter.end()
    return image
