"""A legend of swatches, and the names of classes between limits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill


def legend(sheet: Sheet, y: float, names: Sequence[str], fills: Sequence[Fill]) -> float:
    """Swatches with names from the left edge, wrapped to the width; returns the next free y."""
    look, theme, small = sheet.look, sheet.theme, sheet.look.small
    x, y, side = 0.5, y + 1, look.small * 0.95
    for full, fill in zip(names, fills, strict=True):
        name = shorten(full, look.width - side * 2, small)
        wide = side * 1.6 + width(name, small) + small * 1.4
        if x > 1 and x + wide - small * 1.4 > look.width:
            x, y = 0.5, y + small * 1.6
        sheet.rect(x, y, side, side, fill, theme.edge, 0.6)
        sheet.text(x + side * 1.5, y + side * 0.85, name, small, theme.muted)
        x += wide
    return y + small * 1.6


def class_names(
    look: Look, limits: Sequence[Decimal], text: Callable[[Decimal | None], str] | None = None
) -> list[str]:  # fmt: skip
    """Names of the classes between rounded limits, one more than there are limits; `text` writes what is no rate."""
    texts = [text(v) if text else look.rate(float(v)) for v in limits]
    between = [look.words.say("{low} to {high}", low=a.removesuffix("%"), high=b) for a, b in pairwise(texts)]
    return [
        look.words.say("less than {limit}", limit=texts[0]),
        *between,
        look.words.say("{limit} and more", limit=texts[-1]),
    ]
