"""A begin and an end in one cell: "2022-2025", "van 15/10/2021 tot en met 30/06/2025", "vanaf 2021", "5 jaar"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coopdesk.annex.meaning.dates import NO_YEAR, UNREADABLE, LimitRead, plain, read_limit, read_text
from coopdesk.annex.model import Limit, LimitState
from coopdesk.annex.sheet.model import Cell, CellKind

DURATION = "duration_without_start"
DURATION_ONLY = "duration_only"
REVERSED = "end_before_begin"
_UNTIL = r"(?:tot en met|tot & met|t\.?e\.?m\.?|t/m|tot aan|tot uiterlijk|tot|t\.m\.|until)"
# "Begin 2022" and "eind 2025" are vague; "begin: 2022" and "einde 31/12/2025" only say which of the two it is.
_DAY_NEXT = r"(?= \d{1,2}[ /.\-])"
_FROM = (
    r"(?:(?:loopt |lopende? |loop |geldig |actief |in voege |van kracht )?(?:vanaf|van|sinds|sedert)"
    r"|(?:ge)?start(?:datum)?(?: op)?|ingaand(?: op)?|ingang|met ingang van|m\.?i\.?v\.?"
    rf"|gaat in op|in werking(?: sinds| vanaf| op)?|loopt vanaf|begin(?:t|datum)?(?: op)?(?:(?=:)|{_DAY_NEXT}))"
)
_CALLED = re.compile(
    r"(?<!onbepaalde )(?<!onbep\. )"
    r"(?:looptijd|periode|termijn|geldig(?:heid(?:sduur)?)?|loopt|duur|kalenderjaren|jaren)(?: van)?:? (?=.*\d{4})"
)
# "Ja, vanaf 2021", "ja (2021-2024)": that there is one, and then when.
_YES = re.compile(
    r"(?:ja|yes|oui|lopende?|actief|afgesloten|ondertekend)(?: ?\((?P<in>[^()]*\d[^()]*)\)$|[ ,;:]+(?=[^\d(]*\d))"
)
_STOP = rf"(?:einde?|einddatum|eindigt op|eindigend op|stop(?:datum)?|afloop)(?:(?=:)|{_DAY_NEXT})"
_BETWEEN = re.compile(
    rf"(?:{_FROM}:? )?(?P<a>.+?) ?(?:(?: - | ?[-=]+> ?| ?→ ?| ?>+ ?| ?[;|] ?| / )(?:(?:{_UNTIL}|{_STOP}):? )?"
    rf"|(?<=\d)-(?=[a-z?]{{2,}}$)|[ ,]+(?:en )?(?:{_UNTIL}|{_STOP}):? )(?P<b>.+)"
)
_AMONG = re.compile(r"(?:(?:loopt|geldig) )?tussen (?P<a>.+?) (?:en|tot|t\.?e\.?m\.?) (?P<b>.+)")
_YEARS = re.compile(r"(?P<a>(?:19|20)\d{2}) ?[-/] ?(?P<b>(?:19|20)?\d{2})")
_DAY = r"\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4}"
_DATES = re.compile(rf"(?P<a>{_DAY})[- ]+(?P<b>{_DAY})")
_MONTH = r"\d{1,2}[/.](?:19|20)\d{2}|[a-z]{3,9}\.?[ /](?:\d{4}|\d{2})"
_MONTHS = re.compile(rf"(?P<a>{_MONTH})-(?P<b>{_MONTH})")
_PART = r"(?:[qkt][1-4]|[1-4](?:e|de|ste)? kwartaal|[a-z]{3,9}\.?)"
_WITHIN = re.compile(rf"(?:{_FROM}:? )?(?P<a>{_PART}) ?[-/] ?(?P<b>{_PART} (?:19|20)\d{{2}})")
_BEGIN = re.compile(rf"{_FROM}:? (?P<a>.+)")
_END = re.compile(rf"(?:(?:lopend|loopt|geldig) )?(?:{_UNTIL}|{_STOP}):? (?P<b>.+)")
_DANGLING = re.compile(rf"(?:{_FROM}:? )?(?P<a>.*\d) ?(?:-|→|[-=]*>|/|{_UNTIL})")
_OPENLY = re.compile(r"(?P<a>.+?),? \(?(?:voor )?(?:een )?(?:onbepaalde (?:duur|tijd)|onbep\.? duur|onbepaald)\)?")
_OPEN_SINCE = re.compile(
    rf"(?:voor )?(?:een )?(?:onbepaalde (?:duur|tijd)|onbep\.? duur|onbepaald),? \(?(?P<a>{_FROM}:? [^)]+)\)?"
)
_COUNT = r"(?:\d{1,3}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)"
_UNIT = r"(?:jaar|jaren|j|maand(?:en)?|mnd|m|schooljaren|schooljaar|werkjaren)\b\.?"
_DURATION = re.compile(
    rf"(?:voor |duur:? |looptijd:? |gedurende |termijn van |minstens |minimum |max\.? |maximaal )*"
    rf"(?:een (?:duur|periode|termijn) van )?(?:{_COUNT} ?(?:à|-|tot|of) ?)?{_COUNT} ?{_UNIT}"
    rf"(?:(?: (?:na|vanaf|te rekenen|verlengbaar|hernieuwbaar)|,| \(| ?\+)(?!.*\d{{4}}).*)?"
    r"|.*\b(?:legislatuur\w*|bestuursperiode|beleidsperiode)\b.*"
)
_DURATION_FROM = re.compile(rf"(?P<n>{_COUNT} ?{_UNIT}),? (?:te rekenen )?(?:{_FROM}:? )(?P<a>.+)")
_FROM_DURATION = re.compile(rf"(?:{_FROM}:? )?(?P<a>.+?),? (?:voor |\(|gedurende )(?P<n>{_COUNT} ?{_UNIT})\)?")


@dataclass(frozen=True, slots=True)
class TermRead:
    """Begin and end as read, with the doubt of the whole."""

    begin: Limit
    end: Limit
    doubt: str = ""


def is_duration(text: str) -> bool:
    """Whether this says how long and not until when."""
    return _DURATION.fullmatch(plain(text)) is not None


def read_end(cell: Cell, *, date1904: bool = False) -> LimitRead:
    """An end; "5 jaar" here says how long, which only a person may turn into a date, and "tot" in front is no news."""
    if cell.kind is CellKind.TEXT:
        if is_duration(cell.text) or _DURATION_FROM.fullmatch(plain(cell.text)):
            return LimitRead(Limit(text=cell.text.strip()), DURATION_ONLY)
        found = _END.fullmatch(plain(cell.text))
        if found:
            return _kept(read_text(found["b"]), cell.text)
    return read_limit(cell, date1904=date1904)


def read_begin(cell: Cell, *, date1904: bool = False) -> LimitRead:
    """A begin; "vanaf" in front is no news."""
    if cell.kind is CellKind.TEXT:
        found = _BEGIN.fullmatch(plain(cell.text))
        if found and (read := read_text(found["a"])).limit.state is LimitState.DATE:
            return _kept(read, cell.text)
    return read_limit(cell, date1904=date1904)


def read_term(cell: Cell, *, date1904: bool = False) -> TermRead:
    """A begin and an end from one cell; a single date is a begin."""
    if cell.kind is not CellKind.TEXT:
        alone = read_limit(cell, date1904=date1904)
        return TermRead(alone.limit, Limit(), alone.doubt)
    bare = _YES.sub(lambda found: found["in"] or "", plain(cell.text), count=1)
    bare = _CALLED.sub("", bare, count=1)
    if _DURATION.fullmatch(bare):
        unknown = Limit(text=cell.text.strip())
        return TermRead(unknown, unknown, DURATION)
    for read in (lambda _bare: _two_lines(cell.text), _two_sides, _with_duration, _one_side):
        found = read(bare)
        if found is not None:
            return replace(found, begin=_text(found.begin, cell.text), end=_text(found.end, cell.text))
    alone = read_limit(cell, date1904=date1904)
    if alone.limit.state is LimitState.OPEN:
        return TermRead(Limit(text=cell.text.strip()), alone.limit, alone.doubt)
    return TermRead(alone.limit, Limit(text=cell.text.strip()), alone.doubt)


def _two_sides(bare: str) -> TermRead | None:
    if found := _YEARS.fullmatch(bare):
        end = found["b"] if len(found["b"]) == 4 else found["a"][:2] + found["b"]
        if len(found["b"]) == 4 or int(found["b"]) > 12:
            return _pair(read_text(found["a"]), read_text(end))
    for pattern in (_AMONG, _DATES, _MONTHS, _WITHIN, _BETWEEN):
        found = pattern.fullmatch(bare)
        if found is None:
            continue
        begin, end = read_text(found["a"]), read_text(found["b"])
        if begin.doubt == NO_YEAR and end.limit.date is not None:
            begin = read_text(f"{found['a']} {end.limit.date.first.year}")  # "van maart tot juni 2024"
        if UNREADABLE not in (begin.doubt, end.doubt) and begin.limit.state is not LimitState.OPEN:
            return _pair(begin, end)
    return None


def _two_lines(text: str) -> TermRead | None:
    """A begin on one line and its end on the next."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) != 2:
        return None
    begin, end = (read(Cell(CellKind.TEXT, line)) for read, line in zip((read_begin, read_end), lines, strict=True))
    dated = LimitState.DATE is begin.limit.state and end.limit.state is not LimitState.UNKNOWN
    return _pair(begin, end) if dated else None


def _with_duration(bare: str) -> TermRead | None:
    for pattern in (_DURATION_FROM, _FROM_DURATION):
        if found := pattern.fullmatch(bare):
            begin = read_text(found["a"])
            if begin.limit.state is LimitState.DATE:
                return TermRead(begin.limit, Limit(text=found["n"]), DURATION_ONLY)
    return None


def _one_side(bare: str) -> TermRead | None:
    if found := _END.fullmatch(bare):
        end = read_text(found["b"])
        if end.limit.state is not LimitState.UNKNOWN:
            return TermRead(Limit(), end.limit, end.doubt)
    opened = _OPENLY.fullmatch(bare) or _OPEN_SINCE.fullmatch(bare)
    found = opened or _DANGLING.fullmatch(bare) or _BEGIN.fullmatch(bare)
    if found is None:
        return None
    since = _BEGIN.fullmatch(found["a"])
    begin = read_text(since["a"] if since else found["a"])
    if begin.limit.state is not LimitState.DATE:
        return None
    return TermRead(begin.limit, Limit(LimitState.OPEN) if opened else Limit(), begin.doubt)


def _pair(begin: LimitRead, end: LimitRead) -> TermRead:
    doubt = begin.doubt or end.doubt or (REVERSED if reversed_limits(begin.limit, end.limit) else "")
    return TermRead(begin.limit, end.limit, doubt)


def reversed_limits(begin: Limit, end: Limit) -> bool:
    """Whether an end lies wholly before its begin."""
    return begin.date is not None and end.date is not None and end.date.last < begin.date.first


def _kept(read: LimitRead, text: str) -> LimitRead:
    return LimitRead(_text(read.limit, text), read.doubt)


def _text(limit: Limit, text: str) -> Limit:
    return replace(limit, text=text.strip())
