"""The Dutch wordings by which columns and states are known, read from word lists that can grow without code."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache

from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.annex.wording import simple
from coopdesk.kernel.resources import resource

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading may mean, and how sure that is: 1 when it is exactly a known wording."""

    meaning: Meaning
    sure: float


@cache
def _headings(kind: str) -> tuple[tuple[str, Meaning], ...]:
    with resource("annex/headings.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter=";") if r["kind"] in ("", kind)]
    # The longest wording first: "naam overeenkomst" is no name of a place.
    return tuple(sorted(((r["wording"], Meaning(r["meaning"])) for r in rows), key=lambda w: -len(w[0])))


@cache
def _statuses() -> dict[str, str]:
    with resource("annex/statuses.csv").open(encoding="utf-8", newline="") as lines:
        return {simple(row["wording"]): row["status"] for row in csv.DictReader(lines, delimiter=";")}


@lru_cache(maxsize=20_000)
def heading_guess(text: str, kind: AnnexKind) -> Guess | None:
    """What a heading means in an annex of this kind; a known wording among other words counts for less."""
    bare = simple(text)
    if not bare or len(bare) > _LONGEST:
        return None
    best: Guess | None = None
    for wording, meaning in _headings(kind):
        if bare == wording:
            return Guess(meaning, 1.0)
        if best is None and len(wording) > 3 and f" {wording} " in f" {bare} ":
            best = Guess(meaning, 0.4 + 0.5 * len(wording) / len(bare))
    return best


def status_of(text: str) -> str | None:
    """planned, running, done, postponed or stopped; None for other words."""
    bare = simple(text)
    known = _statuses()
    if bare in known:
        return known[bare]
    return next((status for words, status in known.items() if len(words) > 5 and bare.startswith(words)), None)
