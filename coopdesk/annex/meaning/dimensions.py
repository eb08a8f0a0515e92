"""Columns that split a figure by something else than who people are: by occupation, or by where they work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from coopdesk.annex.wording import simple

OCCUPATION, WORKPLACE = "occupation", "to"
_HEADINGS = {
    OCCUPATION: re.compile(r"^(?:beroep|beroepen|beroepsgroep\w*|beroepencluster\w*|beroepsnaam|occupation|isco\w*)$"),
    WORKPLACE: re.compile(
        r"^(?:werkgemeente|gemeente van (?:tewerkstelling|het werk)|tewerkstellingsgemeente"
        r"|gemeente werkplaats|bestemming|bestemmingsgemeente|workplace|municipality of work)$"
    ),
}
_WHOLE = re.compile(r"^(?:totaal|total|alle?|alle beroepen|alle gemeenten)?$")


def dimension_of(words: Sequence[str]) -> str:
    """The dimension a heading names; empty when it names none."""
    heading = simple(" ".join(words))
    return next((key for key, pattern in _HEADINGS.items() if pattern.match(heading)), "")


def part_in(dimension: str, text: str, place_name: Callable[[str], str]) -> str:
    """The part a cell names ("occupation=Kok"), a municipality by its own name; empty for all together."""
    bare = " ".join(re.sub(r"[;=]+", " ", text).split())
    if _WHOLE.match(simple(bare)):
        return ""
    name = place_name(bare) if dimension == WORKPLACE else bare
    return f"{dimension}={name or bare}"
