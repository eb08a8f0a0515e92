"""Dates and terms the way annexes write them: "eind 2025", "Q3 2024", "01/09/22", "5 jaar", "vanaf 2021".

Dates are read day first, as Belgians write them. What is vague, impossible or without a year is never mended in
silence: it comes back with a doubt, and with the best reading there is.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from coopdesk.annex.model import Limit, LimitState
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.kernel.resources import resource
from coopdesk.words.reading import MONTHS

IMPRECISE = "imprecise_date"
NO_YEAR = "date_without_year"
IMPOSSIBLE = "invalid_date"
UNREADABLE = "unreadable_date"
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 15_000, 75_000
_OPENLY = re.compile(r"(?:voor |van |tot |verlengd )*(?:een )?(?P<w>.+?)(?: contract| overeenkomst)?(?: \([^)\d]*\))?")
# "Nog te bevestigen", "wordt nog afgesproken", "niet meegedeeld": nobody knows yet.
_NOT_YET = re.compile(
    r"(?:in (?:bespreking|onderhandeling|overleg|behandeling)|(?:info|datum|data|gegevens) volg(?:t|en))\.?"
    r"|(?=.*\b(?:nog|niet|te|wordt|worden|moet|later)\b)"
    r"(?:datum |einddatum |begindatum |is |zijn |wordt |moet(?:en)? )?"
    r"(?:(?:nog|later|nader|niet|meer|exact|precies|door \w+) )*"
    r"(?:(?:af|vast|na|in|aan|mee|over|door)? ?te )?"
    r"(?:bepalen|bevestigen|beslissen|bespreken|spreken|leggen|vullen|kijken|gaan|vragen|delen|geven|overleggen|onderhandelen"
    r"|bepaald|bevestigd|beslist|besproken|afgesproken|vastgelegd|ingevuld|aangevuld|nagekeken|nagevraagd|nagegaan"
    r"|meegedeeld|gekend|bekend|onbekend|gekozen|vermeld|opgegeven|beschikbaar|ontvangen|geweten|bezorgd|doorgegeven)"
    r"(?: worden)?(?: (?:door|met|na|in|op|aan|bij) [^\d]*)?\.?"
)
_SEASONS = {
    "voorjaar": "spring", "lente": "spring", "zomer": "summer", "najaar": "autumn", "herfst": "autumn",
    "winter": "winter",
}  # fmt: skip
_VAGUE = (
    r"(?:eind(?:e)?|tegen|eindejaar|begin|medio|midden|half(?:weg)?|rond|ca\.?|circa|ongeveer|vermoedelijk|streefdatum"
    r"|(?:in )?de loop van|loop van|uiterlijk|vroeg|laat|±|~)"
)
_YEAR = r"(?P<y>[12]\d{3})"
_SHORT_YEAR = re.compile(r"(?<!\w)['’](\d{2})(?!\d)")
_WEEKDAY = re.compile(r"^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)\.?,? ")
_CLOCK = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?$")
_NUMERIC = re.compile(r"(?P<d>\d{1,2}) ?[/.\- ] ?(?P<m>\d{1,2}) ?[/.\- ] ?(?P<y>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<y>[12]\d{3})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)")
_WORDED = re.compile(r"(?P<d>\d{1,2})(?:e|ste|de)?[ .\-/]*(?P<w>[a-z]+)[ .\-/']*(?P<y>\d{4}|\d{2})")
_ROMAN = re.compile(r"(?P<d>\d{1,2})[ /.\-](?P<r>[ivx]+)[ /.\-](?P<y>\d{4}|\d{2})")
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
           "xii": 12}  # fmt: skip
_MONTH = re.compile(r"(?P<w>[a-z]+)[ .\-/']*(?P<y>\d{4}|\d{2})")
_MONTH_NUMBER = re.compile(r"(?P<m>\d{1,2}) ?[/.\-] ?(?P<y>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<y>[12]\d{3}) ?[-/.m ] ?(?P<m>\d{1,2})")
_YEAR_WORD = re.compile(r"(?P<y>[12]\d{3})[ .\-/]+(?P<w>[a-z]+)\.?")
_QUARTER_WORD = r"(?:kwartaal|kwart|kw\.?|trimester|trim\.?)"
_QUARTER = re.compile(
    rf"(?:[qkt] ?(?P<a>[1-4])|(?P<b>[1-4])(?:e|de|ste)? ?{_QUARTER_WORD}|{_QUARTER_WORD} ?(?P<c>[1-4])"
    rf"|(?P<e>eerste|tweede|derde|vierde|laatste) {_QUARTER_WORD})(?: ?[ /\-] ?(?:van )?{_YEAR})?"
)
_QUARTER_LAST = re.compile(rf"{_YEAR}[ /\-]*(?:[qkt](?P<a>[1-4])|(?P<b>[1-4])(?:e|de|ste)? ?{_QUARTER_WORD})")
_HALF = re.compile(
    rf"(?:[hs] ?(?P<a>[12])|(?P<b>[12])(?:e|de|ste)? ?(?:helft|semester|sem\.?|jaarhelft)"
    rf"|(?P<e>eerste|tweede) (?:helft|semester|jaarhelft))(?: (?:van )?{_YEAR})?"
)
_SEASON = re.compile(rf"(?:(?:in het|in de|het|de) )?(?P<s>{'|'.join(_SEASONS)})(?:[ /\-']+{_YEAR})?")
_VAGUE_DATE = re.compile(rf"{_VAGUE} (?P<rest>.+)")
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}


@dataclass(frozen=True, slots=True)
class LimitRead:
    """A begin or end as read, with the doubt a person should settle, or none."""

    limit: Limit
    doubt: str = ""


def read_limit(cell: Cell, *, date1904: bool = False) -> LimitRead:
    """The date, openness or silence of a cell."""
    match cell.kind:
        case CellKind.DATE:
            return _from_day(cell)
        case CellKind.NUMBER:
            return _from_number(cell, date1904=date1904)
        case CellKind.TEXT:
            return read_text(cell.text)
        case CellKind.BLANK:
            return LimitRead(Limit())
        case _:
            return LimitRead(Limit(text=cell.text), UNREADABLE)


def _from_day(cell: Cell) -> LimitRead:
    day = date.fromisoformat(cell.text)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return LimitRead(Limit(text=cell.text), IMPOSSIBLE)
    if cell.shape == "year":
        return _dated(PartialDate.year(day.year, cell.text), cell.text)
    if cell.shape == "month":
        return _dated(PartialDate.month(day.year, day.month, cell.text), cell.text)
    return _dated(PartialDate.day(day, cell.text), cell.text)


def _from_number(cell: Cell, *, date1904: bool) -> LimitRead:
    if not cell.text.isdecimal():
        return LimitRead(Limit(text=cell.text), UNREADABLE)
    value = int(cell.text)
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return _dated(PartialDate.year(value, cell.text), cell.text)
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        start = date(1904, 1, 1) if date1904 else _DAY_ZERO
        return _dated(PartialDate.day(start + timedelta(days=value), cell.text), cell.text)
    return read_text(cell.text)


@lru_cache(maxsize=50_000)
def read_text(text: str) -> LimitRead:
    """A begin or end written in words or figures."""
    bare = plain(text)
    state = _state(bare)
    if state is not None:
        return LimitRead(Limit(state, None, text.strip()))
    try:
        found = read_partial(bare)
    except ValueError:
        return LimitRead(Limit(text=text.strip()), IMPOSSIBLE)
    if found is None:
        return LimitRead(Limit(text=text.strip()), UNREADABLE)
    partial, doubt = found
    if partial is None:
        return LimitRead(Limit(text=text.strip()), doubt)
    return LimitRead(Limit(LimitState.DATE, _with_text(partial, text), text.strip()), doubt)


def _state(bare: str) -> LimitState | None:
    """Open or unknown, where the words say so: "voor onbepaalde duur", "nog te bepalen"."""
    known = LimitState.UNKNOWN if not bare or _NOT_YET.fullmatch(bare) else _states().get(bare)
    found = _OPENLY.fullmatch(bare)
    openly = found is not None and _states().get(found["w"]) is LimitState.OPEN
    return known or (LimitState.OPEN if openly else None)


@cache
def _states() -> dict[str, LimitState]:
    with resource("annex/limits.csv").open(encoding="utf-8", newline="") as lines:
        return {row["wording"]: LimitState(row["state"]) for row in csv.DictReader(lines, delimiter=";")}


def plain(text: str) -> str:
    """Small letters, plain spaces, no marks of a footnote, no weekday, no time of day."""
    bare = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "").lower()
    bare = re.sub(r"[‐-―−]", "-", bare)
    bare = _SHORT_YEAR.sub(r"20\1", bare)
    bare = re.sub(r"\s+", " ", bare).strip(" *;,¹²³⁽⁾")
    # What stands in brackets behind a date is a remark, unless it has a date of its own.
    bare = re.sub(rf"^(\d{{4}}) ?\(((?:{'|'.join(_SEASONS)})|[qk][1-4])\)$", r"\2 \1", bare)
    bare = re.sub(r"(?<=\d) ?\((?!onbep)(?:[^)\d?]*|\d)\)$", "", bare)
    return _CLOCK.sub("", _WEEKDAY.sub("", bare))


def read_partial(bare: str) -> tuple[PartialDate | None, str] | None:
    """A date in plain small letters with its doubt; None when it is no date; ValueError for 31/11/2021."""
    for read in (_serial, _exact, _period, _vague):
        found = read(bare)
        if found is not None:
            return found
    return None


def _serial(bare: str) -> tuple[PartialDate | None, str] | None:
    """The number of a day: a file of text that was saved from a sheet whose dates were shown as numbers."""
    if re.fullmatch(r"\d{5}", bare) and _FIRST_SERIAL <= int(bare) <= _LAST_SERIAL:
        return PartialDate.day(_DAY_ZERO + timedelta(days=int(bare))), ""
    return None


def _exact(bare: str) -> tuple[PartialDate | None, str] | None:
    if re.fullmatch(r"(?:in |het jaar |jaar )?[12]\d{3}", bare):
        return PartialDate.year(_year(bare[-4:])), ""
    for pattern in (_ISO, _COMPACT, _NUMERIC):
        if found := pattern.fullmatch(bare):
            return PartialDate.day(date(_year(found["y"]), int(found["m"]), int(found["d"]))), ""
    found = _WORDED.fullmatch(bare)
    if found and found["w"] in MONTHS:
        return PartialDate.day(date(_year(found["y"]), MONTHS[found["w"]], int(found["d"]))), ""
    found = _ROMAN.fullmatch(bare)
    if found and found["r"] in _ROMANS:
        return PartialDate.day(date(_year(found["y"]), _ROMANS[found["r"]], int(found["d"]))), ""
    return _exact_month(bare)


def _exact_month(bare: str) -> tuple[PartialDate | None, str] | None:
    for pattern in (_MONTH_NUMBER, _MONTH_FIRST):
        if found := pattern.fullmatch(bare):
            return PartialDate.month(_year(found["y"]), int(found["m"])), ""
    for pattern in (_MONTH, _YEAR_WORD):
        found = pattern.fullmatch(bare)
        if found and found["w"] in MONTHS:
            return PartialDate.month(_year(found["y"]), MONTHS[found["w"]]), ""
    return (None, NO_YEAR) if bare.rstrip(".") in MONTHS or _day_without_year(bare) else None


def _day_without_year(bare: str) -> bool:
    found = re.fullmatch(r"\d{1,2} ([a-z]+)\.?|\d{1,2}/\d{1,2}", bare)
    return found is not None and (found[1] is None or found[1] in MONTHS)


def _period(bare: str) -> tuple[PartialDate | None, str] | None:
    for pattern in (_QUARTER, _QUARTER_LAST):
        if found := pattern.fullmatch(bare):
            parts = found.groupdict()
            number = next((int(parts[k]) for k in "abc" if parts.get(k)), 0) or _ORDINALS[parts["e"]]
            return (PartialDate.quarter(_year(parts["y"]), number), IMPRECISE) if parts["y"] else (None, NO_YEAR)
    if found := _HALF.fullmatch(bare):
        number = int(found["a"] or found["b"] or 0) or _ORDINALS[found["e"]]
        return (PartialDate.half(_year(found["y"]), number), IMPRECISE) if found["y"] else (None, NO_YEAR)
    if found := _SEASON.fullmatch(bare):
        if not found["y"]:
            return None, NO_YEAR
        return PartialDate.season(_year(found["y"]), _SEASONS[found["s"]]), IMPRECISE
    return None


def _vague(bare: str) -> tuple[PartialDate | None, str] | None:
    found = _VAGUE_DATE.fullmatch(bare) or re.fullmatch(r"(?P<rest>.+?) ?(?:\?+|\(\?\)|ongeveer)", bare)
    if found is None:
        return None
    rest = _exact(found["rest"]) or _period(found["rest"]) or _vague(found["rest"])
    if rest is None:
        return None
    return rest[0], rest[1] or IMPRECISE


def _year(text: str) -> int:
    value = int(text)
    if len(text) == 2:
        value += 2000 if value < 70 else 1900
    if not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise ValueError(text)
    return value


def _dated(value: PartialDate, text: str) -> LimitRead:
    return LimitRead(Limit(LimitState.DATE, value, text))


def _with_text(value: PartialDate, text: str) -> PartialDate:
    return PartialDate(value.first, value.last, value.precision, text.strip())
