"""Headings that say a time and nothing else: a year, a quarter, a month, the day of a count, with the marks behind."""

from __future__ import annotations

import re
from functools import lru_cache

from coopdesk.words.reading import MONTHS

_Y = r"(?:19|20)\d{2}"
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_QUARTER = r"(?:kwartaal|kwart\.?|kw\.?|trimester|trim\.?|semester|sem\.?|helft|jaarhelft|quarter)"
_BEFORE = (
    r"(?:(?:op|per|situatie|toestand|stand|jaar|kalenderjaar|schooljaar|werkjaar|telling|cijfers?|einde?|begin|in|d\.?d\.?"
    r"|datum|periode|gemiddelde|jaargemiddelde)[ :]+)*"
)
# The first and last days of a year and of its half are those on which is counted.
_DAYS = r"(?:0?1[/.\-]0?1|31[/.\-]12|30[/.\-]0?6|0?1[/.\-]0?7|0?1 januari|31 december|30 juni|0?1 juli)"
_TIME = re.compile(
    rf"{_BEFORE}(?:{_DAYS}[/.\- ]+{_Y}|{_Y}-(?:01-01|12-31|06-30)|{_Y}(?: ?[-–/] ?'?(?:{_Y}|\d{{2}}))?"
    rf"|{_Y}[ \-_/.]*(?:[qkths] ?|{_QUARTER} ?)[1-4]|(?:[qkths] ?|{_QUARTER} ?)[1-4][ \-_/.']*{_Y}"
    rf"|{_Y}[ \-_/.]*[1-4] ?(?:e|de|ste)? ?{_QUARTER}"
    rf"|(?:[1-4] ?(?:e|de|ste)?|eerste|tweede|derde|vierde) ?{_QUARTER}[ \-/,]*(?:van )?{_Y}"
    rf"|(?:{_NAMES})\.?[ /'’.\-]+(?:{_Y}|\d{{2}})|{_Y}[ /\-]+(?:{_NAMES})\.?|(?:0[1-9]|1[0-2])[/\-]{_Y}"
    rf"|{_Y}[/m\-](?:0[1-9]|1[0-2]))"
    r"(?: ?(?:\*+|\((?:[a-z]|\d|\*|voorlopig\w*|definitief|raming|prognose)\)|[-–] ?(?:totaal|alle leeftijden)"
    r"|totaal|voorlopig))*",
    re.IGNORECASE,
)
_LONGEST = 50


@lru_cache(maxsize=20_000)
def is_time(text: str) -> bool:
    """Whether a heading says a time and nothing else."""
    bare = " ".join(text.split())
    return len(bare) <= _LONGEST and _TIME.fullmatch(bare) is not None
