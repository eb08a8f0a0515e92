"""What stands above a column of figures: which indicator, of which year, for which ages, in which unit."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coopdesk.annex.wording import simple
from coopdesk.kernel.resources import resource

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_QUARTER = re.compile(r"((?:19|20)\d{2})[ \-]?[qk]([1-4])\b|\b[qk]([1-4])[ \-]?((?:19|20)\d{2})", re.IGNORECASE)
_MONTH = re.compile(r"\b((?:19|20)\d{2})[m\-](0[1-9]|1[0-2])\b", re.IGNORECASE)
_BAND = re.compile(
    r"(?<!\d)(\d{1,2}) ?(?:-|–|_|tot(?: en met)?|t\.?e\.?m\.?"
    r"|t/m) ?(\d{1,2})(?!\d)(?: ?-? ?jar(?:igen|ige)| ?jaar| ?j\.)?"
)
_UP = re.compile(r"(?<!\d)(\d{2}) ?(?:\+|plus|_plus|-?plussers| jaar en (?:ouder|meer))|(?<!\d)(\d{2})_plus")
_RATE = re.compile(r"%|\bprocent|graad\b|aandeel|percentage|\bratio\b|_rate\b|\brate\b", re.IGNORECASE)
_EURO = re.compile(r"€|\beuro\b|\beur\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """The reading of a heading; every part is empty when the heading does not say it. `band` is "20-64" or "65+"."""

    indicator: str = ""
    period: str = ""
    band: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: re.Pattern[str]
    bands: tuple[str, ...]
    indicator: str
    unit: str


@cache
def _known() -> tuple[_Known, ...]:
    with resource("annex/indicators.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            _Known(re.compile(row["pattern"]), tuple(row["bands"].split("|")), row["indicator"], row["unit"])
            for row in csv.DictReader(lines, delimiter=";")
        )


def read_series(words: Sequence[str], around: str = "") -> Series:
    """The series of a column; `around` are the titles of the table, asked only for what the heading leaves open."""
    heading = " ".join(words)
    period = read_period(" ".join(reversed(words)))
    band = read_band(_YEAR.sub(" ", heading))
    unit = read_unit(heading)
    found = _lookup(heading, band)
    if found is None and _says_little(heading, band):
        band = band or read_band(_YEAR.sub(" ", around))
        found = _lookup(f"{heading} {around}", band)
    if found is None:
        return Series("", period, band, unit)
    return Series(found.indicator, period, band, unit or found.unit)


def read_period(text: str) -> str:
    """A year, a quarter (2022-Q1) or a month (2022-01) in a heading; the last one named, empty when none is."""
    if found := _QUARTER.search(text):
        return f"{found[1] or found[4]}-Q{found[2] or found[3]}"
    if found := _MONTH.search(text):
        return f"{found[1]}-{found[2]}"
    years = _YEAR.findall(text)
    return years[0] if years else ""


def read_band(text: str) -> str:
    """An age band such as 20-64 or 65+; empty when there is none."""
    for found in _BAND.finditer(text):
        low, high = int(found[1]), int(found[2])
        if low < high <= 99:
            return f"{low}-{high}"
    up = _UP.search(text)
    return f"{up[1] or up[2]}+" if up else ""


def read_unit(text: str) -> str:
    """ "%" or "euro" where the heading says so."""
    if _RATE.search(text):
        return "%"
    return "euro" if _EURO.search(text) else ""


def _says_little(heading: str, band: str) -> bool:
    """Whether a heading names only a year or an age, so that what is counted must stand elsewhere."""
    bare = simple(_BAND.sub(" ", _YEAR.sub(" ", heading)))
    return not re.sub(
        r"\b(jaar|jarigen|plus|totaal|total|pop|waarde|aantal|cijfer|value)\b|\d", " ", bare
    ).strip() or bool(band)


def _lookup(text: str, band: str) -> _Known | None:
    bare = simple(text)
    for known in _known():
        if known.pattern.search(bare) and band in known.bands:
            return known
    return None
