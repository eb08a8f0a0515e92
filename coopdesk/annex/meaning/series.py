"""What stands above a column of figures: which indicator, of which year, for which ages, in which unit."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coopdesk.annex.layout.times import is_time
from coopdesk.annex.meaning.breakdowns import part_of, without_part
from coopdesk.annex.meaning.periods import is_period, read_period
from coopdesk.annex.wording import simple
from coopdesk.kernel.resources import resource

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_COUNTER = re.compile(r"\d+(?:e|de|ste)?|(?:q|k|t|h|s|kw)\d")
# The mark behind a year that is not final yet: 2023 (p), 2023*.
_FOOTED = re.compile(r"(?<=(?<!\d)(?:19|20)\d{2})\s*(?:\*+|\((?:[a-z]|\d|\*|voorlopig\w*)\))", re.IGNORECASE)
_BAND = re.compile(
    r"(?<!\d)(\d{1,2})(?:-| jaar)? ?(?:-|–|_|tot(?: en met)?|t\.?e\.?m\.?"
    r"|t/m) ?(\d{1,2})(?!\d)(?: ?-? ?jar(?:igen|ige)| ?jaar| ?j\.)?"
)
_UP = re.compile(r"(?<!\d)(\d{2}) ?(?:\+|plus|_plus|-?plus(?:sers)?\b| jaar en (?:ouder|meer))|(?<!\d)(\d{2})_plus")
_RATE = re.compile(r"%|\bprocent|graad\b|aandeel|percentage|\bratio\b|_rate\b|\brate\b", re.IGNORECASE)
# What is computed from a count is another figure than the count.
_DERIVED = re.compile(
    r"\bper (?:1 ?000|100|10 ?000|duizend|honderd|km|inwoner)\b|\w*dichtheid|\w*groei\b|prognose|saldo"
)
_EURO = re.compile(r"€|\beuro\b|\beur\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """The reading of a heading; every part is empty when the heading does not say it. `band` is "20-64" or "65+",
    `breakdown` the part of the population, "sex=f"."""

    indicator: str = ""
    period: str = ""
    band: str = ""
    unit: str = ""
    breakdown: str = ""


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


def read_series(words: Sequence[str], around: str = "", part: str = "") -> Series:
    """The series of a column; `around` are the titles of the table, asked only for what the heading leaves open; `part`
    is what a column of its own says about the population: an age band, a sex."""
    words = [_FOOTED.sub("", word) for word in words]
    heading = " ".join([word for word in words if not is_time(word)] or words)
    # Levels of a heading say a period together ("2023", "Q1") or one of them by itself ("jan/23").
    period = max((read_period(" ".join(reversed(words))), *map(read_period, reversed(words))), key=len)
    named = _YEAR.sub(" ", heading)
    breakdown = _joined(part_of(named), part_of(part), other_part(part))
    counted = without_part(named) if breakdown else heading
    band = read_band(_YEAR.sub(" ", f"{counted} {part}")) or read_band(named)
    unit = read_unit(heading)
    found = _lookup(counted, band, unit, alone=True)
    if found is None and (_says_little(counted, band) or part):
        band = band or read_band(_YEAR.sub(" ", around))
        found = _in_titles("" if is_time(counted) else counted, around, band, unit)
        breakdown = breakdown or part_of(around)
    if found is None:
        return Series("", period, band, unit, breakdown)
    return Series(found.indicator, period, band, unit or found.unit, breakdown)


def _in_titles(counted: str, around: str, band: str, unit: str) -> _Known | None:
    """The indicator that the titles name, a line each: the one that is a title by itself, else the only one that any of
    them speaks of."""
    titles = around.split("\n")
    whole = unit or read_unit(around)
    for alone in (True, False):
        found = {known.indicator: known for title in titles
                 if (known := _lookup(f"{counted} {title}", band, whole, alone=alone))}  # fmt: skip
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return _lookup(f"{counted} {around}", band, whole) if len(titles) > 1 else None


def _joined(*parts: str) -> str:
    return ";".join(sorted({one for part in parts if part for one in part.split(";")}))


def other_part(part: str) -> str:
    """What a column about the population says beside the parts and the age bands that are known ("other=0 4")."""
    rest = re.sub(r"\b(?:jaar|jarigen|jarige|plus)\b", " ", simple(_UP.sub(" ", _BAND.sub(" ", without_part(part)))))
    return f"other={simple(rest)}" if rest.strip() else ""


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
    if is_period(heading) or is_time(heading):
        return True
    bare = simple(_BAND.sub(" ", _YEAR.sub(" ", heading)))
    return not re.sub(
        r"\b(jaar|jarigen|plus|totaal|total|pop|waarde|aantal|cijfers?|value|obs|resultaat|meetwaarde|getal|score)\b|\d",
        " ",
        bare,
    ).strip() or bool(band)


def _lookup(text: str, band: str, unit: str, *, alone: bool = False) -> _Known | None:
    """The indicator a text names. A heading names nothing else beside it (`alone`): "leefloners per 1.000 inwoners" is
    neither of the two, and a share of something counted is no count."""
    bare = simple(text)
    for known in _known():
        found = known.pattern.search(bare)
        if found is None or band not in known.bands or (unit == "%" and not known.unit):
            continue
        rest = f"{bare[: found.start()]} {bare[found.end() :]}"
        if _DERIVED.search(rest) is None and not (alone and _says_more(rest)):
            return known
    return None


def _says_more(rest: str) -> bool:
    return any(not _COUNTER.fullmatch(word) and word not in _neutral() for word in rest.split())


@cache
def _neutral() -> frozenset[str]:
    with resource("annex/neutral.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))
