"""Colours, hatches and marker shapes for two screens and two printers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Shape = Literal["circle", "square", "triangle", "diamond"]


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel lines, drawn as lines so that screen and paper agree."""

    spacing: float
    angles: tuple[float, ...] = (45.0,)
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour with an optional hatch over it."""

    color: str
    hatch: Hatch | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """How one of at most four series looks, recognisable without colour."""

    color: str
    shape: Shape
    solid: bool
    dash: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """All looks of one medium."""

    name: str
    paper: str
    ink: str
    muted: str
    grid: str
    accent: str
    quiet: str
    ghost: str
    soft: str
    band: str
    target: str
    target_text: str
    warn: str
    series: tuple[Series, ...]
    ramp: tuple[Fill, ...]
    states: tuple[Fill, ...]
    missing: Fill
    partial: Fill
    edge: str

    @property
    def printed(self) -> bool:
        """Whether fills get an outline because they go on paper."""
        return self.name in ("print", "black")

    @property
    def plain(self) -> bool:
        """Whether there is no colour at all."""
        return self.name == "black"


def _series(*colors: str) -> tuple[Series, ...]:
    """Four series that differ in colour, shape, filling and dash."""
    shapes: tuple[Shape, ...] = ("circle", "square", "triangle", "diamond")
    dashes: tuple[tuple[float, ...], ...] = ((), (5.0, 2.0), (1.5, 2.0), (6.0, 2.0, 1.5, 2.0))
    return tuple(Series(c, s, i == 0, d) for i, (c, s, d) in enumerate(zip(colors, shapes, dashes, strict=True)))


def _fills(*colors: str) -> tuple[Fill, ...]:
    """Plain fills."""
    return tuple(Fill(c) for c in colors)


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    ink="#18212B",
    muted="#46525F",
    grid="#D9DFE6",
    accent="#0B5A73",
    quiet="#8A939D",
    ghost="#CBD3DB",
    soft="#D6E8EF",
    band="#EBEFF3",
    target="#D55E00",
    target_text="#A84300",
    warn="#A61B1B",
    series=_series("#0B5A73", "#D55E00", "#009E73", "#B35C93"),
    ramp=_fills("#EFF3FF", "#BDD7E7", "#6BAED6", "#3182BD", "#08519C"),
    states=(
        Fill("#0B5A73"),
        Fill("#8CC3D4"),
        Fill("#FFFFFF", Hatch(3.2, (45.0,), 1.1), "#D55E00"),
        Fill("#E6EBF0"),
    ),
    missing=Fill("#FFFFFF", Hatch(4.0), "#9AA5B1"),
    partial=Fill("#D6E8EF"),
    edge="#75818F",
)
DARK = replace(
    LIGHT,
    name="dark",
    paper="#1A2027",
    ink="#E7ECF1",
    muted="#B3BDC8",
    grid="#303A45",
    accent="#6FC3DD",
    quiet="#7D8996",
    ghost="#4A5663",
    soft="#163F4E",
    band="#252E37",
    target="#FF9B4A",
    target_text="#FFB273",
    warn="#FF9C92",
    series=_series("#6FC3DD", "#FF9B4A", "#4FD1A5", "#E3A3C9"),
    ramp=_fills("#23313F", "#2C506E", "#3A78A6", "#6FAFDB", "#CFE7F7"),
    states=(
        Fill("#6FC3DD"),
        Fill("#2D6B80"),
        Fill("#1A2027", Hatch(3.2, (45.0,), 1.1), "#FF9B4A"),
        Fill("#2C3641"),
    ),
    missing=Fill("#1A2027", Hatch(4.0), "#6C7783"),
    partial=Fill("#163F4E"),
    edge="#7D8996",
)
PRINT = replace(LIGHT, name="print", muted="#3A444F", grid="#C9D0D8")
BLACK = replace(
    LIGHT,
    name="black",
    ink="#000000",
    muted="#333333",
    grid="#BFBFBF",
    accent="#000000",
    quiet="#6E6E6E",
    ghost="#B8B8B8",
    soft="#E2E2E2",
    band="#E6E6E6",
    target="#000000",
    target_text="#000000",
    warn="#000000",
    series=_series("#000000", "#000000", "#000000", "#000000"),
    ramp=(
        Fill("#FFFFFF"),
        Fill("#FFFFFF", Hatch(3.8, (45.0,), 0.6), "#000000"),
        Fill("#FFFFFF", Hatch(3.0, (45.0, 135.0), 0.5), "#000000"),
        Fill("#8A8A8A"),
        Fill("#000000"),
    ),
    states=(
        Fill("#6E6E6E"),
        Fill("#C4C4C4"),
        Fill("#FFFFFF", Hatch(3.2, (45.0,), 0.9), "#000000"),
        Fill("#FFFFFF"),
    ),
    missing=Fill("#FFFFFF", Hatch(4.0, (135.0,), 0.5), "#6E6E6E"),
    partial=Fill("#FFFFFF", Hatch(3.4, (45.0,), 0.6), "#000000"),
    edge="#000000",
)
THEMES = (LIGHT, DARK, PRINT, BLACK)


def luminance(color: str) -> float:
    """Relative luminance of a colour, 0 black to 1 white."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """Near-black or white, whichever reads best on a fill."""
    dark = "#0E151B"
    return dark if contrast(dark, fill) >= contrast("#FFFFFF", fill) else "#FFFFFF"
