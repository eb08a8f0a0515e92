"""Two by two matrix with numbered dots and the list that explains them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Circle, Group, String

from coopdesk.charts.fonts import REGULAR, STRONG, width, wrap
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.scale import Linear
from coopdesk.charts.sheet import Point, Sheet, ink
from coopdesk.charts.themes import Fill, text_on


@dataclass(frozen=True, slots=True)
class Option:
    """One opportunity, scored on both axes, from 1."""

    name: str
    across: Decimal
    up: Decimal
    chosen: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    left: float
    top: float
    side: float
    most: int

    @property
    def radius(self) -> float:
        return self.sheet.look.body * 0.82


def matrix(
    look: Look, options: Sequence[Option], axes: tuple[str, str], corners: tuple[str, str, str, str], *, title: str,
    most: int = 5,
) -> Chart:  # fmt: skip
    """`axes` name across and up; corners are named top left, top right, bottom left, bottom right; scores go from 1 to
    `most`."""
    frame = _Frame(Sheet(look), look.small * 2.2, look.body * 0.5, min(look.width * 0.52, look.body * 30), most)
    sheet = frame.sheet
    _field(frame, axes, corners)
    for i, (option, (x, y)) in enumerate(zip(options, _spots(frame, options), strict=True), 1):
        _dot(sheet, (x, y), frame.radius, str(i), chosen=option.chosen)
        size = 2 * frame.radius
        sheet.mark(x - frame.radius, y - frame.radius, size, size, _spoken(look, i, option, axes), option.key or str(i))
    end = _list(frame, options)
    drawing, marks = sheet.build(max(frame.top + frame.side + look.small * 2.1, end))
    say, number = look.words.say, look.formats.number
    rows = tuple(
        (str(i), o.name, number(o.across, 1), number(o.up, 1), say("yes") if o.chosen else say("no"))
        for i, o in enumerate(options, 1)
    )
    header = (say("No."), say("Opportunity"), *axes, say("Chosen"))
    return Chart(drawing, marks, title, _told(look, options, axes), Table(header, rows))


def _field(frame: _Frame, axes: tuple[str, str], corners: tuple[str, str, str, str]) -> None:
    """The four quarters with their names, and the names of the axes."""
    sheet, theme, small = frame.sheet, frame.sheet.theme, frame.sheet.look.small
    left, top, side, half = frame.left, frame.top, frame.side, frame.side / 2
    sheet.rect(left + half, top, half, half, Fill(theme.soft))
    sheet.rect(left, top, side, side, None, theme.edge, 0.8)
    sheet.line(left, top + half, left + side, top + half, theme.edge, 0.8)
    sheet.line(left + half, top, left + half, top + side, theme.edge, 0.8)
    for k, name in enumerate(corners):
        x, y = left + (k % 2) * half, top + (k // 2) * half
        for n, line in enumerate(wrap(name, half - small, small, strong=True)):
            sheet.text(x + small * 0.5, y + small * (1.25 + 1.15 * n), line, small, theme.muted, strong=True)
    sheet.text(left + half, top + side + small * 1.5, f"{axes[0]} →", small, theme.muted, "middle")
    turned = Group()
    turned.translate(small * 1.1, -(top + half))
    turned.rotate(90)
    label = String(0, 0, f"{axes[1]} →", fontName=REGULAR, fontSize=small)
    label.textAnchor, label.fillColor = "middle", ink(theme.muted)
    turned.add(label)
    sheet.add(turned)


def _spots(frame: _Frame, options: Sequence[Option]) -> list[Point]:
    """Where the dots go: inside the field, below the names of the corners, not over each other."""
    left, top, side = frame.left, frame.top, frame.side
    x, y = Linear(1, frame.most, left, left + side), Linear(1, frame.most, top + side, top)
    pad, head = frame.radius * 1.25, frame.sheet.look.small * 3.2
    found = []
    for option in options:
        spot_x = min(max(x(float(option.across)), left + pad), left + side - pad)
        spot_y = min(max(y(float(option.up)), top + pad), top + side - pad)
        found.append((spot_x, max(spot_y, (top if spot_y < top + side / 2 else top + side / 2) + head)))
    return _apart(found, frame.radius * 2.25)


def _apart(spots: list[Point], gap: float) -> list[Point]:
    """Pushes overlapping dots apart, a little at a time."""
    here = list(spots)
    for _ in range(40):
        for i in range(len(here)):
            for j in range(i):
                here[i] = _pushed(here[i], here[j], gap)
    return here


def _pushed(one: Point, other: Point, gap: float) -> Point:
    dx, dy = one[0] - other[0], one[1] - other[1]
    far = math.hypot(dx, dy)
    if far >= gap:
        return one
    across, up = (dx / far, dy / far) if far > 0.01 else (1.0, 0.3)
    return one[0] + across * (gap - far) / 2, one[1] + up * (gap - far) / 2


def _list(frame: _Frame, options: Sequence[Option]) -> float:
    """The names beside the field and the meaning of the dots; returns the next free y."""
    sheet, look, radius = frame.sheet, frame.sheet.look, frame.radius
    body, small = look.body, look.small
    start = frame.left + frame.side + body * 1.6
    y = frame.top + radius
    for i, option in enumerate(options, 1):
        _dot(sheet, (start + radius, y), radius, str(i), chosen=option.chosen)
        lines = wrap(option.name, look.width - start - radius * 2.8, body, strong=option.chosen)
        for n, line in enumerate(lines):
            sheet.text(start + radius * 2.8, y + body * (0.33 + 1.15 * n), line, body, strong=option.chosen)
        y += body * 1.15 * len(lines) + body * 0.75
    y += body * 0.4
    for chosen, meaning in ((True, look.words.say("chosen")), (False, look.words.say("not chosen"))):
        _dot(sheet, (start + radius, y), radius * 0.55, "", chosen=chosen)
        sheet.text(start + radius * 2.8, y + small * 0.33, meaning, small, sheet.theme.muted)
        y += small * 1.6
    return y


def _dot(sheet: Sheet, spot: Point, radius: float, text: str, *, chosen: bool) -> None:
    """A numbered dot, filled when chosen and hollow when not."""
    theme, (x, y) = sheet.theme, spot
    fill = theme.accent if chosen else theme.paper
    sheet.add(Circle(x, -y, radius, fillColor=ink(fill), strokeColor=ink(theme.accent), strokeWidth=1.3))
    if text:
        size = sheet.look.small
        shift = width(text, size, strong=True) / 2
        label = String(x - shift, -y - size * 0.33, text, fontName=STRONG, fontSize=size)
        label.fillColor = ink(text_on(fill) if chosen else theme.ink)
        sheet.add(label)


def _spoken(look: Look, number: int, option: Option, axes: tuple[str, str]) -> str:
    score = look.formats.number
    told = f"{number}. {option.name}: {axes[0]} {score(option.across, 1)}, {axes[1]} {score(option.up, 1)}"
    return f"{told}, {look.words.say('chosen')}" if option.chosen else told


def _told(look: Look, options: Sequence[Option], axes: tuple[str, str]) -> str:
    parts = [
        look.words.count("Matrix of {n} opportunity by {across} and {up}.",
                         "Matrix of {n} opportunities by {across} and {up}.", len(options), across=axes[0], up=axes[1])
    ]  # fmt: skip
    if chosen := [f"{i}. {o.name}" for i, o in enumerate(options, 1) if o.chosen]:
        parts.append(look.words.say("Chosen: {names}.", names=look.formats.listing(chosen)))
    if options:
        best = max(options, key=lambda o: o.up + o.across)
        parts.append(look.words.say("Highest on both together: {name}.", name=best.name))
    return " ".join(parts)
