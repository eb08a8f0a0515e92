"""Writes a Drawing as SVG for a web page: the same shapes, with text as text."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics import renderbase
from reportlab.graphics.shapes import Drawing, Path, numericXShift
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

_BASE: Any = renderbase  # some of its functions are untyped
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
_WEIGHTS = {"Semibold": "600", "Bold": "700"}
_STEPS = {0: "M{} {}", 1: "L{} {}", 2: "C{} {} {} {} {} {}", 3: "Z"}
_POINTS = (2, 2, 6, 0)


class _Sink:
    """The little that reportlab's Renderer expects of a canvas: here it takes down elements."""

    def __init__(self) -> None:
        """Starts without elements."""
        self.parts: list[str] = []
        self.clips = 0

    def saveState(self) -> None:
        """Groups close by themselves."""

    def restoreState(self) -> None:
        """Groups close by themselves."""


class SvgRenderer(renderbase.Renderer):
    """Walks a Drawing with reportlab's own state rules; y grows downwards in SVG, so the whole is turned over."""

    _canvas: _Sink
    _tracker: Any

    def drawNode(self, node: Any) -> None:
        """One node as a group of its own when it moves or clips what is in it."""
        delta = _BASE.getStateDelta(node)
        self._tracker.push(delta)
        moved = "transform" in delta
        if moved:
            self._canvas.parts.append(f'<g transform="matrix({" ".join(map(_number, delta["transform"]))})">')
        before = self._canvas.clips
        self.drawNodeDispatcher(node)
        if not (isinstance(node, Path) and node.isClipPath):
            self._canvas.parts.append("</g>" * (self._canvas.clips - before))
            self._canvas.clips = before
        if moved:
            self._canvas.parts.append("</g>")
        self._tracker.pop()

    def applyStateChanges(self, delta: Any, newState: Any) -> None:  # noqa: N803
        """Every shape says its own pen and fill."""

    def _put(self, name: str, *, fill: bool = True, **places: float | str) -> None:
        """An element with the pen and fill of the moment."""
        state = self._tracker.getState()
        entries = {key: value if isinstance(value, str) else _number(value) for key, value in places.items()}
        entries |= _fill(state) if fill else {"fill": "none"}
        entries |= _stroke(state)
        shown = "".join(f" {key.replace('_', '-')}={quoteattr(value)}" for key, value in entries.items())
        self._canvas.parts.append(f"<{name}{shown}/>")

    def drawLine(self, line: Any) -> None:
        """A line."""
        self._put("line", fill=False, x1=line.x1, y1=line.y1, x2=line.x2, y2=line.y2)

    def drawRect(self, rect: Any) -> None:
        """A rectangle, its corners round or not."""
        self._put("rect", x=rect.x, y=rect.y, width=rect.width, height=rect.height, rx=rect.rx or 0)

    def drawCircle(self, circle: Any) -> None:
        """A circle."""
        self._put("circle", cx=circle.cx, cy=circle.cy, r=circle.r)

    def drawEllipse(self, ellipse: Any) -> None:
        """An ellipse."""
        self._put("ellipse", cx=ellipse.cx, cy=ellipse.cy, rx=ellipse.rx, ry=ellipse.ry)

    def drawPolyLine(self, p: Any) -> None:
        """An open line."""
        self._put("polyline", fill=False, points=" ".join(map(_number, p.points)))

    def drawPolygon(self, p: Any) -> None:
        """A closed shape."""
        self._put("polygon", points=" ".join(map(_number, p.points)))

    def drawPath(self, path: Any) -> None:
        """Curves, holes and clip paths."""
        points = iter(path.points)
        found = [_STEPS[k].format(*(_number(next(points)) for _ in range(_POINTS[k]))) for k in path.operators]
        if path.isClipPath:
            # The number of elements so far names the clip: the same drawing gives the same text.
            name = f"k{len(self._canvas.parts)}"
            self._canvas.parts.append(f'<clipPath id="{name}"><path d="{"".join(found)}"/></clipPath>')
            self._canvas.parts.append(f'<g clip-path="url(#{name})">')
            self._canvas.clips += 1
        else:
            closed = "Z" in found or path.autoclose in {"svg", "pdf"}
            self._put("path", fill=closed, d="".join(found))

    def drawString(self, stringObj: Any) -> None:  # noqa: N803
        """One line of text, as wide as the layout took it to be whatever the font of the reader."""
        state, text = self._tracker.getState(), stringObj.text
        if state["fillColor"] is None or not text.strip():
            return
        name, size, anchor = state["fontName"], float(state["fontSize"]), state["textAnchor"]
        wide = stringWidth(text, name, size)
        shift = {"end": wide, "middle": wide / 2}.get(anchor, 0.0)
        if anchor == "numeric":
            shift = numericXShift(anchor, text, wide, name, size, stringObj.encoding)
        weight = next((w for part, w in _WEIGHTS.items() if part in name), "400")
        place = f'transform="translate({_number(stringObj.x - shift)} {_number(stringObj.y)}) scale(1 -1)"'
        look = f'font-size="{_number(size)}" font-weight="{weight}" fill="{_fill(state)["fill"]}"'
        width = f'textLength="{_number(wide)}" lengthAdjust="spacingAndGlyphs"'
        self._canvas.parts.append(f"<text {place} {look} {width}>{escape(text)}</text>")


def svg(drawing: object, title: str, description: str, name: str) -> str:
    """The drawing as an element of a page; `name` is unique on that page, and title and description are read aloud."""
    if not isinstance(drawing, Drawing):
        raise TypeError("only a Drawing can be written as SVG")
    sink = _Sink()
    SvgRenderer().draw(_BASE.renderScaledDrawing(drawing), sink, 0, 0, showBoundary=0)
    wide, high = _number(drawing.width), _number(drawing.height)
    body = "".join(sink.parts).replace('id="k', f'id="{name}k').replace("url(#k", f"url(#{name}k")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(description)}</desc>'
        f'<g transform="translate(0 {high}) scale(1 -1)">{body}</g></svg>'
    )


def _fill(state: Any) -> dict[str, str]:
    colour = state["fillColor"]
    if colour is None:
        return {"fill": "none"}
    rule = {"fill-rule": "evenodd"} if state.get("fillMode") == 0 else {}
    opacity = state.get("fillOpacity")
    return {"fill": _hex(colour), **rule} | ({} if opacity in {None, 1} else {"fill-opacity": _number(opacity)})


def _stroke(state: Any) -> dict[str, str]:
    colour = state["strokeColor"]
    if colour is None:
        return {}
    found = {"stroke": _hex(colour), "stroke-width": _number(state["strokeWidth"])}
    if state["strokeLineCap"]:
        found["stroke-linecap"] = _CAPS[state["strokeLineCap"]]
    if state["strokeLineJoin"]:
        found["stroke-linejoin"] = _JOINS[state["strokeLineJoin"]]
    dashes = state["strokeDashArray"]
    if dashes:
        flat = dashes[0] if isinstance(dashes[0], list | tuple) else dashes
        found["stroke-dasharray"] = " ".join(map(_number, flat))
    return found


def _hex(colour: Color) -> str:
    return f"#{''.join(f'{round(part * 255):02x}' for part in colour.rgb())}"


def _number(value: float) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".") or "0"
