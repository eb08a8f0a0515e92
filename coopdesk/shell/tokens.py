"""The colours and type sizes of the program, light and dark, and the contrast every pair must keep."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType({
    "window": "#F4F6F8", "surface": "#FFFFFF", "sidebar": "#EBEFF3", "hover": "#E6EBF0", "selected": "#D6E8EF",
    "stripe": "#F8FAFB", "border": "#D9DFE6", "control": "#75818F", "text": "#18212B", "text2": "#46525F",
    "disabled": "#8B95A1", "accent": "#0B5A73", "accentHover": "#084659", "onAccent": "#FFFFFF", "focus": "#0B5A73",
    "link": "#0B5A73", "okFg": "#12683C", "okBg": "#E1F2E8", "warnFg": "#7A4A00", "warnBg": "#FCEFD6",
    "errFg": "#A61B1B", "errBg": "#FBE6E4", "infoFg": "#12508F", "infoBg": "#E3EEFA", "neutralFg": "#46525F",
    "neutralBg": "#E6EBF0",
})  # fmt: skip
DARK: Mapping[str, str] = MappingProxyType({
    "window": "#12171C", "surface": "#1A2027", "sidebar": "#151B21", "hover": "#252E37", "selected": "#163F4E",
    "stripe": "#1D242C", "border": "#303A45", "control": "#7D8996", "text": "#E7ECF1", "text2": "#B3BDC8",
    "disabled": "#6C7783", "accent": "#6FC3DD", "accentHover": "#8FD2E7", "onAccent": "#04212B", "focus": "#6FC3DD",
    "link": "#6FC3DD", "okFg": "#7FD6A4", "okBg": "#17342A", "warnFg": "#F3C077", "warnBg": "#3A2D14",
    "errFg": "#FF9C92", "errBg": "#41201F", "infoFg": "#8FC1F7", "infoBg": "#172F49", "neutralFg": "#B3BDC8",
    "neutralBg": "#2A333D",
})  # fmt: skip

# Foreground, background and the least contrast of WCAG 2.2 AA: 4.5 for text, 3 for the edges of controls.
PAIRS = (
    *(("text", ground, 4.5) for ground in ("surface", "window", "sidebar", "hover", "selected", "stripe")),
    *(("text2", ground, 4.5) for ground in ("surface", "window", "sidebar", "hover", "selected")),
    *(("onAccent", ground, 4.5) for ground in ("accent", "accentHover")),
    *(("link", ground, 4.5) for ground in ("surface", "window", "selected")),
    *(("control", ground, 3.0) for ground in ("surface", "window")),
    *(("focus", ground, 3.0) for ground in ("surface", "window", "selected", "sidebar")),
    *((f"{tone}Fg", f"{tone}Bg", 4.5) for tone in ("ok", "warn", "err", "info", "neutral")),
    *((f"{tone}Fg", "surface", 4.5) for tone in ("ok", "warn", "err", "info")),
    *(("text", f"{tone}Bg", 4.5) for tone in ("ok", "warn", "err", "info", "neutral")),
)

BASE_POINTS = 11.0
# Kind of text: times the base size, weight.
TYPE: Mapping[str, tuple[float, int]] = MappingProxyType({
    "caption": (0.88, 400), "small": (0.92, 400), "small strong": (0.92, 600), "body": (1.0, 400),
    "strong": (1.0, 600), "subtitle": (1.27, 600), "title": (1.73, 600), "kpi": (2.2, 600),
})  # fmt: skip
ZOOMS = (100, 115, 130, 150)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written #RRGGBB, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
