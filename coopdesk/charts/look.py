"""What a chart is drawn for: a medium, a language, a width and a size of text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.themes import Theme
from coopdesk.words.catalogue import Words
from coopdesk.words.formats import Formats

BODY, SMALL = 9.5, 8.5


@dataclass(frozen=True, slots=True)
class Look:
    """Medium, language, width in points and text zoom of one figure."""

    theme: Theme
    words: Words
    width: float = 482.0
    zoom: float = 1.0

    @property
    def body(self) -> float:
        """Size of normal text."""
        return BODY * self.zoom

    @property
    def small(self) -> float:
        """Size of axis text and notes."""
        return SMALL * self.zoom

    @property
    def row(self) -> float:
        """Height of one row of body text with air around it."""
        return self.body * 2.1

    @property
    def formats(self) -> Formats:
        """How this language writes figures."""
        return self.words.formats

    def rate(self, value: float) -> str:
        """An axis value in percent, without decimals it does not need."""
        return self.formats.rate(Decimal(str(value)), 0 if value == int(value) else 1)
