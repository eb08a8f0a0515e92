"""Numbers, money and dates as one language writes them: the same on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import SEASONS, PartialDate, Precision

MISSING = "–"
_SEASON_NAMES = {
    "nl": ("voorjaar", "zomer", "najaar", "winter"),
    "en": ("spring", "summer", "autumn", "winter"),
}
_SHORT_MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
}
_MONTHS = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
}  # fmt: skip
_TO_DUTCH = str.maketrans(",.", ".,")
_PERIOD_WORDS = {
    "nl": ("{n}de kwartaal {year}", "{n}de helft {year}"),
    "en": ("Q{n} {year}", "H{n} {year}"),
}


@dataclass(frozen=True, slots=True)
class Formats:
    """The one way to turn a figure or a date into text. Nothing known reads as an en dash, never as 0."""

    locale: str

    def number(self, value: Decimal | int | None, digits: int = 0) -> str:
        """1.234,5: rounded half up to so many decimals, with a true minus sign."""
        if value is None:
            return MISSING
        rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        text = f"{abs(rounded):,.{digits}f}"
        if self.locale.startswith("nl"):
            text = text.translate(_TO_DUTCH)
        return f"−{text}" if rounded < 0 else text

    def exact(self, value: Decimal | int | None) -> str:
        """A number with all its decimals, none added and none lost."""
        if value is None:
            return MISSING
        exponent = Decimal(value).normalize().as_tuple().exponent
        return self.number(value, max(0, -exponent) if isinstance(exponent, int) else 0)

    def typed(self, value: Decimal | int | None) -> str:
        """A number as one types it, without points between thousands: 1234,5. It reads back as itself."""
        return "" if value is None else self.exact(value).replace("." if self.locale.startswith("nl") else ",", "")

    def rate(self, percent: Decimal | None, digits: int = 1) -> str:
        """A share in percent, 72.6 as 72,6%, without a space."""
        return MISSING if percent is None else f"{self.number(percent, digits)}%"

    def points(self, value: Decimal | None, digits: int = 1, *, prose: bool = False, sign: bool = True) -> str:
        """A difference of two percentages, in percentage points: +1,7 pp, in prose 1,7 procentpunt."""
        if value is None:
            return MISSING
        text = self.number(value, digits)
        unit = {"nl": "procentpunt", "en": "percentage points"}[self.locale[:2]] if prose else "pp"
        return f"{'+' if sign and value > 0 else ''}{text}\u00a0{unit}"

    def money(self, cents: int | None, *, prose: bool = False) -> str:
        """Euros from cents: € 12.500, with decimals only where there are cents."""
        if cents is None:
            return MISSING
        text = self.number(Decimal(cents) / 100, 0 if cents % 100 == 0 else 2)
        return f"{text}\u00a0euro" if prose else f"€\u00a0{text}"

    def day(self, value: date | None) -> str:
        """A day in a list: 31 mei 2026, months in three letters where longer."""
        if value is None:
            return MISSING
        return f"{value.day}\u00a0{_SHORT_MONTHS[self.locale[:2]][value.month - 1]}\u00a0{value.year}"

    def month(self, value: date) -> str:
        """A month on an axis: jan 2026."""
        return f"{_SHORT_MONTHS[self.locale[:2]][value.month - 1]} {value.year}"

    def long_day(self, value: date | None) -> str:
        """A day in prose: 1 januari 2026."""
        if value is None:
            return MISSING
        return f"{value.day} {_MONTHS[self.locale[:2]][value.month - 1]} {value.year}"

    def short_month(self, month: int) -> str:
        """A month above a calendar: mei."""
        return _SHORT_MONTHS[self.locale[:2]][month - 1]

    def field_day(self, value: date) -> str:
        """A day in a field for typing: 31/05/2026."""
        return f"{value.day:02}/{value.month:02}/{value.year:04}"

    def moment(self, value: datetime) -> str:
        """A moment on this computer's clock: 31 mei 2026 10:42."""
        local = value.astimezone()
        return f"{self.day(local.date())} {self.time(local)}"

    def time(self, value: datetime) -> str:
        """A time on this computer's clock: 10:42."""
        return f"{value.astimezone():%H:%M}"

    def partial(self, value: PartialDate | None) -> str:
        """An imprecise date in a list: 31 mei 2026, mei 2026, 3de kwartaal 2026, najaar 2026, 2026."""
        return MISSING if value is None else self._partial(value, self.day)

    def long_partial(self, value: PartialDate | None) -> str:
        """The same in prose, with the month in full."""
        return MISSING if value is None else self._partial(value, self.long_day)

    def field_partial(self, value: PartialDate | None) -> str:
        """The same in a field for typing; `words.reading` reads it back to the same date."""
        return "" if value is None else self._partial(value, self.field_day)

    def _partial(self, value: PartialDate, day: Callable[[date], str]) -> str:
        language, year = self.locale[:2], value.first.year
        quarter, half = _PERIOD_WORDS[language]
        match value.precision:
            case Precision.DAY:
                return day(value.first)
            case Precision.MONTH:
                return f"{_MONTHS[language][value.first.month - 1]} {year}"
            case Precision.QUARTER:
                return _ordinal(quarter, language, (value.first.month + 2) // 3, year)
            case Precision.HALF:
                return _ordinal(half, language, 1 if value.first.month == 1 else 2, year)
            case Precision.SEASON:
                return f"{_SEASON_NAMES[language][SEASONS.index(value.canonical()[5:])]} {year}"
            case Precision.YEAR:
                return str(year)

    def period(self, text: str) -> str:
        """A period of figures as stored (2015, 2015-08, 2015-Q3, 2015-H1) in words; anything else as it stands."""
        try:
            return self.partial(PartialDate.parse(text))
        except Invalid:
            return text

    def listing(self, parts: list[str] | tuple[str, ...]) -> str:
        """Names in a row: Lier, Duffel en Putte."""
        word = {"nl": "en", "en": "and"}[self.locale[:2]]
        return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _ordinal(pattern: str, language: str, n: int, year: int) -> str:
    text = pattern.format(n=n, year=year)
    return text.replace("1de", "1ste") if language == "nl" else text
