"""The Dutch wordings by which columns and states are known, read from word lists that can grow without code."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from coopdesk.annex.model import AnnexKind, Meaning
from coopdesk.annex.wording import simple
from coopdesk.kernel.resources import resource
from coopdesk.plan.spellings import status_spellings

_LONGEST = 90
_PATTERNED = 0.8
_MOST_WORDS = 8
_NUMBER_SIGNS = ("#", "N°", "Nº", "n°")
_HYPHENATED = re.compile(r"(?<=\w)[-\u00ad]\s*[\r\n]+\s*(?=[a-z])")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIDES = re.compile(r"\s*[/|]\s+|\s+[/|]\s*|\s+[-–—]\s+|[\r\n]+")
# A year or a day in a heading says no more of the column: "Budget 2024", "Status op 30/06".
_DATED = re.compile(r" (?:op |per |in )?(?:\d{1,2} \d{1,2} ?)?(?:19|20)\d{2}$| (?:op |per )\d{1,2} \d{1,2}$")
# Not in front: "van" alone is a begin.
_FILLERS = re.compile(r"(?<= )(?:de|het|een|van|der|den|vd|v d|l|la|le|du)\b")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading may mean, and how sure that is: 1 when it is exactly a known wording."""

    meaning: Meaning
    sure: float


@cache
def _headings(kind: str) -> tuple[tuple[str, Meaning], ...]:
    with resource("annex/headings.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter=";") if r["kind"] in ("", kind)]
    # What holds for this kind alone goes first, and the longest wording: "naam overeenkomst" is no name of a place.
    rows.sort(key=lambda row: (-len(row["wording"]), not row["kind"]))
    return tuple((row["wording"], Meaning(row["meaning"])) for row in rows)


@cache
def _exactly(kind: str) -> dict[str, Meaning]:
    """The known wordings without spaces and small words: "Begin-datum" and "Datum van het begin" vary in those."""
    known = {wording.replace(" ", ""): meaning for wording, meaning in reversed(_headings(kind))}
    for wording, meaning in _headings(kind):
        known.setdefault(_tight(wording), meaning)
    return known


@cache
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    with resource("annex/heading_patterns.csv").open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter=";") if kind in r["kind"].split("|") or not r["kind"]]
    return tuple((re.compile(r["pattern"]), Meaning(r["meaning"])) for r in rows)


@cache
def _statuses() -> dict[str, str]:
    return {simple(one): status.value for status, wordings in status_spellings().items() for one in wordings}


@lru_cache(maxsize=20_000)
def heading_guess(text: str, kind: AnnexKind) -> Guess | None:
    """What a heading means in an annex of this kind: a known wording, one of the two languages of "Gemeente / Commune",
    a word that only such headings have, or a known wording among other words, which counts for less."""
    if (sign := _sign(text.strip(), kind)) is not None:
        return Guess(sign, 1.0)
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return None
    whole = _HYPHENATED.sub("", text)
    outside = _BRACKETS.sub(" ", whole)
    sides = {meaning for side in _sides(outside) if (meaning := _known(side, kind))}
    meaning = Meaning.TERM if sides == {Meaning.BEGIN, Meaning.END} else _named(whole, outside, kind)
    if meaning is not None or len(sides) == 1:
        return Guess(meaning or sides.pop(), 1.0)
    bare = simple(_BRACKETS.sub(" ", whole)) or simple(whole)
    return _patterned(bare, kind) or _among(bare, kind)


def _sign(text: str, kind: AnnexKind) -> Meaning | None:
    """What a sign stands for, alone or behind a word: numbers of rows, or how far an action is."""
    if kind is AnnexKind.ACTIONS and text.endswith(_NUMBER_SIGNS) and len(text) <= _LONGEST:
        return Meaning.CODE
    if text in _NUMBER_SIGNS:
        return Meaning.IGNORE
    return Meaning.PROGRESS if text == "%" and kind is AnnexKind.ACTIONS else None


def _named(whole: str, outside: str, kind: AnnexKind) -> Meaning | None:
    """The known wording that a heading is: as it stands, without what is in brackets, or without its year."""
    texts = (whole, outside, _DATED.sub("", simple(outside)))
    return next((meaning for text in texts if (meaning := _known(text, kind))), None)


def _sides(text: str) -> list[str]:
    """Both sides of a heading in two languages; none for a heading that says two things."""
    sides = [side for side in _SIDES.split(text) if simple(side)]
    return sides if len(sides) == 2 else []


def _known(text: str, kind: AnnexKind) -> Meaning | None:
    bare = simple(text)
    known = _exactly(kind)
    return known.get(bare.replace(" ", "")) or known.get(_tight(bare)) if bare else None


def _tight(bare: str) -> str:
    return _FILLERS.sub("", bare).replace(" ", "")


def _patterned(bare: str, kind: AnnexKind) -> Guess | None:
    bare = _DATED.sub("", bare).strip()
    if not bare or re.search(r"\d", bare) or bare.count(" ") >= _MOST_WORDS:
        return None
    for pattern, meaning in _patterns(kind):
        if pattern.search(bare):
            return Guess(meaning, _PATTERNED)
    return None


def _among(bare: str, kind: AnnexKind) -> Guess | None:
    within = f" {bare} "
    for wording, meaning in _headings(kind):
        # The bare wording first: it is seldom there, and costs no new text to look for.
        if wording in bare and len(wording) > 3 and f" {wording} " in within:
            return Guess(meaning, 0.4 + 0.5 * len(wording) / len(bare))
    return None


def status_of(text: str) -> str | None:
    """planned, running, done, postponed or stopped; None for other words, and for words that say two things. What
    stands behind a dash or a colon is a remark."""
    first, *remark = re.split(r"\s[-–—]\s|[:;]", text, maxsplit=1)
    return _statuses().get(simple(first)) or _state_within(text) if remark else _state_within(text)


def _state_within(text: str) -> str | None:
    bare = simple(text)
    known = _statuses()
    if bare in known or len(bare.split()) > _MOST_WORDS:
        return known.get(bare)
    found: set[str] = set()
    rest = f" {bare} "
    # The longest first: "niet gestart" has the words of another state in it.
    for words in sorted(known, key=len, reverse=True):
        if f" {words} " in rest:
            found.add(known[words])
            rest = rest.replace(f" {words} ", " | ")
    denied = re.search(r"\b(?:niet|geen|nooit)\b", rest)
    return found.pop() if len(found) == 1 and not denied else None
