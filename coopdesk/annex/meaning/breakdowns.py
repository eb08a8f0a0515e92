"""Which part of the population a figure is about: women, people with a low level of education, those without a job for
over a year. A figure of a part must never pass for one of the whole."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from coopdesk.annex.wording import simple
from coopdesk.kernel.resources import resource

_WHOLE = re.compile(r"^(?:totaal|total|alle?n?|beide\w*|t|iedereen|algemeen|m v|m v x|mannen en vrouwen|man en vrouw)$")
# Both sexes in one heading are the whole again.
_BOTH = re.compile(r"\b(?:mannen|man|m) (?:en|plus|v) ?(?:vrouwen|vrouw|v)?\b|\bm v\b")


@cache
def _parts() -> tuple[tuple[re.Pattern[str], str], ...]:
    with resource("annex/breakdowns.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((re.compile(row["pattern"]), row["part"]) for row in csv.DictReader(lines, delimiter=";"))


@lru_cache(maxsize=20_000)
def part_of(text: str) -> str:
    """The part of the population a text names ("sex=f"), several joined by ";"; empty for the whole."""
    bare = _BOTH.sub(" ", simple(text.replace("+", " plus ")))
    found = dict.fromkeys(part for pattern, part in _parts() if pattern.search(bare))
    return ";".join(sorted(found))


@lru_cache(maxsize=20_000)
def without_part(text: str) -> str:
    """The text without the words that name a part, so that what is counted can be looked up."""
    bare = simple(text)
    for pattern, _ in _parts():
        bare = pattern.sub(" ", bare)
    return bare


def says_whole(text: str) -> bool:
    """Whether a cell of a column of parts stands for everyone."""
    return _WHOLE.match(simple(text)) is not None
