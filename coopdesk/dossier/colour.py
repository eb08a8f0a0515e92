"""Colours as #RRGGBB: how well text on one can be read."""

from __future__ import annotations

WHITE, INK = "#FFFFFF", "#18212B"


def contrast(one: str, other: str) -> float:
    """The contrast between two colours as WCAG computes it: 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(ground: str) -> tuple[str, float]:
    """White or ink, whichever reads best on a ground, and its contrast; the lesser of any ground is 4,5 or nearly."""
    return max(((text, contrast(ground, text)) for text in (WHITE, INK)), key=lambda pair: pair[1])


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
