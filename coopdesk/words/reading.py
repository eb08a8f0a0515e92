"""Reads what people type: numbers, money, percentages and dates, the way they type them; the reverse of `formats`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, month_later

_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_SPACE = re.compile(r"[\s\u00a0\u202f]+")
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_POINT_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january", "februari feb february", "maart mrt mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "augustus aug august", "september sep sept", "oktober okt oct october",
            "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASON_WORDS = {
    "voorjaar": "spring", "lente": "spring", "spring": "spring", "zomer": "summer", "summer": "summer",
    "najaar": "autumn", "herfst": "autumn", "autumn": "autumn", "winter": "winter",
}  # fmt: skip
_NUMERIC_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORD_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\.?(?:\s+(\d{4}|\d{2}))?")
_WORD_MONTH = re.compile(r"([a-z]+)\.?\s+(\d{4})")
_NUMERIC_MONTH = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_QUARTER = re.compile(r"(?:[qk]\s*([1-4])|([1-4])(?:e|de|ste)?\s*(?:kwartaal|kw\.?|quarter))\s*(\d{4})")
_HALF = re.compile(r"(?:h\s*([12])|([12])(?:e|de|ste)?\s*(?:helft|semester|jaarhelft))\s*(\d{4})")
_LATER = re.compile(r"\+\s*(\d{1,3})\s*([dwmjy])")


def two_ways(text: str) -> tuple[str, str] | None:
    """The two spellings a figure such as 1.234 may stand for, thousands first; None when it has one meaning."""
    bare = _SPACE.sub("", text).replace("−", "-").removesuffix("%")
    if not _TWO_WAYS.fullmatch(bare):
        return None
    return bare.replace(".", ""), bare.replace(".", ",")


def read_number(text: str) -> Decimal:
    """A number typed as 1234,5 or 1.234,5 or 1 234,5 or 1234.5. A lone point before exactly three digits could be
    either thousands or decimals and is refused: nothing is guessed."""
    bare = _SPACE.sub("", text).replace("−", "-")
    if (both := two_ways(bare)) is not None:
        raise Invalid("“{text}” can be read in two ways. Type {whole} or {broken}.", text=text.strip(),
                      whole=both[0], broken=both[1])  # fmt: skip
    if _POINT_GROUPS.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    raise Invalid("“{text}” is not a number. Type for example 1234,5.", text=text.strip())


def read_percentage(text: str) -> Decimal:
    """A percentage typed as 45, 45% or 45,5 %; a lone point before three digits is refused as in a number."""
    if two_ways(text) is not None:
        return read_number(_SPACE.sub("", text).removesuffix("%"))
    try:
        return read_number(_SPACE.sub("", text).removesuffix("%"))
    except Invalid as error:
        raise Invalid("“{text}” is not a percentage. Type for example 45%.", text=text.strip()) from error


def read_money(text: str) -> int:
    """An amount in euro as cents; a point before three digits stands for thousands, as everyone writes money. More than
    two decimals are refused: 12,345 may be a slip for 12.345, a thousand times as much."""
    bare = _SPACE.sub("", text.lower().replace("€", "").replace("−", "-"))
    bare = bare.removesuffix("euro").removesuffix("eur").removeprefix("eur").removesuffix(",-")
    try:
        if _TWO_WAYS.fullmatch(bare):
            bare = bare.replace(".", "")
        cents = read_number(bare) * 100
        if cents == cents.to_integral_value():
            return int(cents)
    except Invalid as error:
        raise _no_amount(text) from error
    raise _no_amount(text)


def _no_amount(text: str) -> Invalid:
    return Invalid("“{text}” is not an amount. Type an amount in euro, for example 12.500.", text=text.strip())


def read_date(text: str, today: date) -> PartialDate:
    """A date typed as 31/5/2026, 31-5-26, 31.5, 31 mei, mei 2026, 2026, Q3 2026, najaar 2026, vandaag or +2w.

    A day without a year is in the year of `today`; two-digit years are of this century.
    """
    bare = _SPACE.sub(" ", text.strip().lower())
    for read in (_relative, _day, _longer):
        try:
            found = read(bare, today)
        except ValueError as error:
            raise Invalid("“{text}” is not a day on the calendar.", text=text.strip()) from error
        if found is not None:
            return PartialDate(found.first, found.last, found.precision, text.strip())
    raise Invalid("“{text}” is not a date. Type for example 31/5/2026, May 2026 or 2026.", text=text.strip())


def _relative(bare: str, today: date) -> PartialDate | None:
    words = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "gisteren": -1, "yesterday": -1}
    if bare in words:
        return PartialDate.day(today + timedelta(days=words[bare]))
    found = _LATER.fullmatch(bare)
    if found is None:
        return None
    n, unit = int(found[1]), found[2]
    if unit in "dw":
        return PartialDate.day(today + timedelta(days=n * (7 if unit == "w" else 1)))
    return PartialDate.day(month_later(today, n * (1 if unit == "m" else 12)))


def _day(bare: str, today: date) -> PartialDate | None:
    if found := _ISO_DAY.fullmatch(bare):
        return PartialDate.day(date(int(found[1]), int(found[2]), int(found[3])))
    if found := _NUMERIC_DAY.fullmatch(bare):
        return PartialDate.day(date(_year(found[3], today), int(found[2]), int(found[1])))
    found = _WORD_DAY.fullmatch(bare)
    if found and found[2] in MONTHS:
        return PartialDate.day(date(_year(found[3], today), MONTHS[found[2]], int(found[1])))
    return None


def _longer(bare: str, today: date) -> PartialDate | None:
    if re.fullmatch(r"[12]\d{3}", bare):
        return PartialDate.year(int(bare))
    if found := _NUMERIC_MONTH.fullmatch(bare):
        return PartialDate.month(int(found[2]), int(found[1]))
    for pattern, make in ((_QUARTER, PartialDate.quarter), (_HALF, PartialDate.half)):
        if found := pattern.fullmatch(bare):
            return make(int(found[3]), int(found[1] or found[2]))
    found = _WORD_MONTH.fullmatch(bare)
    if found and found[1] in MONTHS:
        return PartialDate.month(int(found[2]), MONTHS[found[1]])
    if found and found[1] in _SEASON_WORDS:
        return PartialDate.season(int(found[2]), _SEASON_WORDS[found[1]])
    return None


def _year(typed: str | None, today: date) -> int:
    if typed is None:
        return today.year
    return int(typed) if len(typed) == 4 else 2000 + int(typed)
