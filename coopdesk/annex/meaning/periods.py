"""The year, quarter or month that a heading, a title or a cell of figures is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from coopdesk.words.reading import MONTHS

_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_Y = r"(?P<y>(?:19|20)\d{2})"
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_QUARTER_WORD = r"(?:kwartaal|kwart|kw|quarter|trimester|trim)\.?"
_QUARTERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_Y}[ \-_/.]*[qk](?P<q>[1-4])\b",
        rf"\b[qk](?P<q>[1-4])[ \-_/.']*{_Y}",
        rf"\b(?P<q>[1-4]) ?(?:e|de|ste)? ?{_QUARTER_WORD}[ \-/,]*(?:van )?{_Y}",
        rf"\b(?P<o>eerste|tweede|derde|vierde) {_QUARTER_WORD}[ \-/,]*(?:van )?{_Y}",
        rf"\b{_QUARTER_WORD} ?(?P<q>[1-4])[ \-/,]*(?:van )?{_Y}",
        rf"{_Y}[ \-/,]*(?:(?P<q>[1-4]) ?(?:e|de|ste)? ?{_QUARTER_WORD}|{_QUARTER_WORD} ?(?P<p>[1-4])\b)",
    )
)
_HALVES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_Y}[ \-_/.]*[hs](?P<q>[12])\b",
        rf"\b[hs](?P<q>[12])[ \-_/.']*{_Y}",
        rf"\b(?P<q>[12]) ?(?:e|de|ste)? ?(?:semester|jaarhelft|helft)[ \-/,]*(?:van )?{_Y}",
        rf"\b(?P<o>eerste|tweede) (?:semester|jaarhelft|helft)[ \-/,]*(?:van )?{_Y}",
    )
)
_MONTHS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<y>(?:19|20)\d{2})[m\-/.](?P<m>0[1-9]|1[0-2])(?![\d\-/.])",
        r"(?<![\d/.\-])(?P<m>0[1-9]|1[0-2])[\-/.](?P<y>(?:19|20)\d{2})(?!\d)",
        # A day before the name of the month makes it the date of a count: "op 1 januari 2022" is about the year.
        rf"(?<![\w.])(?<!\d )(?P<w>{_NAMES})\.?[ \-/']*(?P<y>(?:19|20)\d{{2}})(?!\d)",
        rf"^(?P<w>{_NAMES})\.?[ \-/']+(?P<s>\d{{2}})$",
        rf"{_Y}[ \-/]+(?P<w>{_NAMES})\b",
    )
)
_DAY = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{2,4}|\d{4}-\d{2}-\d{2}.*")
# The day of a count without "op" in front may as well be the begin of something.
_COUNTED_ON = re.compile(rf"\d{{1,2}}(?:e|ste|de)? (?:{_NAMES})\.? \d{{4}}", re.IGNORECASE)
_MARKED = re.compile(r"(?<=\d)\s*(?:\*+|\((?:[a-z]|\d|\*|voorlopig\w*)\))$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


# 2020-2021, 2020/21 and 2015-2020, but not the month 2020-12.
_SPAN = re.compile(r"(?<![\d/.\-])((?:19|20)\d{2}) ?[-–/] ?'?((?:19|20)\d{2}|1[3-9]|[2-9]\d)(?![\d/.\-])")


@lru_cache(maxsize=20_000)
def spans_years(text: str) -> bool:
    """Whether a text names several years at once, such as a school year, which no single year stands for."""
    found = _SPAN.search(text)
    return found is not None and int(found[1][-2:]) != int(found[2][-2:])


@lru_cache(maxsize=20_000)
def read_period(text: str) -> str:
    """A year, a quarter (2022-Q1), half a year (2022-H1) or a month (2022-01); empty when none is named."""
    for sign, patterns in (("Q", _QUARTERS), ("H", _HALVES)):
        for pattern in patterns:
            if found := pattern.search(text):
                parts = found.groupdict()
                number = parts.get("q") or parts.get("p") or _ORDINALS[parts["o"].lower()]
                return f"{parts['y']}-{sign}{number}"
    for pattern in _MONTHS:
        if found := pattern.search(text):
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else MONTHS[parts["w"].lower()]
            return f"{parts.get('y') or '20' + parts['s']}-{month:02}"
    years = _YEAR.findall(text)
    return years[0] if years else ""


@lru_cache(maxsize=20_000)
def is_period(text: str) -> bool:
    """Whether a cell says a period and nothing else."""
    bare = text.strip()
    if not bare or len(bare) > 30 or _DAY.fullmatch(bare) or not read_period(bare):
        return False
    bare = _MARKED.sub("", bare)
    if _COUNTED_ON.fullmatch(bare):
        return False
    rest = re.sub(rf"\d+|\b(?:{_NAMES})\b|{_QUARTER_WORD}|semester|jaarhelft|helft|van|jaar", " ", bare.lower())
    return not re.sub(
        r"\b(?:op|per|situatie|toestand|stand|totaal|voorlopig|[qkmhs]|e|de|ste|eerste|tweede|derde|vierde)\b|[\W_]",
        " ",
        rest,
    ).strip()


def joined_period(told: Sequence[tuple[str, str]]) -> str:
    """A period told by several columns, each with its heading: the finest that one of them says itself, else the year
    with the number or name of a month or a quarter beside it."""
    read = [read_period(text) for _, text in told]
    best = max(read, key=len)
    if len(best) != 4:
        return best
    for heading, text in told:
        number = int(text) if text.isdecimal() else MONTHS.get(text.lower().rstrip("."), 0)
        if re.search(r"kwartaal|quarter|trimester", heading, re.IGNORECASE) and (q := re.search(r"[1-4]", text)):
            return f"{best}-Q{q[0]}"
        if 1 <= number <= 12 and (re.search(r"maand|month", heading, re.IGNORECASE) or not text.isdecimal()):
            return f"{best}-{number:02}"
    return best
