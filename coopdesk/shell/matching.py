"""How a typed word finds a text: without accents and capitals, every word somewhere, one mistake forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_ACCENTS = re.compile("[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff]")  # as signs of their own, after NFKD
FORGIVEN = 4  # letters from which one mistake in a word is forgiven


def plain(text: str) -> str:
    """A text without capitals, accents and doubled spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold())).split())


def rank(query: str, text: str) -> int | None:
    """How well a text answers a query, 0 best: begins with it, a word begins with it, holds it, nearly; None not."""
    wanted, found = plain(query), plain(text)
    if not wanted:
        return 0
    if found.startswith(wanted):
        return 0
    if f" {wanted}" in found:
        return 1
    if all(word in found for word in wanted.split()):
        return 2
    if all(_nearly(word, found) for word in wanted.split()):
        return 3
    return None


def _nearly(word: str, text: str) -> bool:
    if word in text:
        return True
    if len(word) < FORGIVEN:
        return False
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - kept off the way to the first screen

    return any(DamerauLevenshtein.distance(word, other[: len(word) + 1]) <= 1
               or DamerauLevenshtein.distance(word, other[: len(word)]) <= 1 for other in text.split())  # fmt: skip


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where plain words stand in a text as it is written, as places of the text itself."""
    folded, places = "", []
    for at, letter in enumerate(text):
        bare = "".join(c for c in unicodedata.normalize("NFKD", letter.casefold()) if not unicodedata.combining(c))
        folded += bare
        places += [at] * len(bare)
    found = []
    for word in words:
        start = folded.find(word) if word else -1
        while start >= 0:
            found.append((places[start], places[start + len(word) - 1] + 1))
            start = folded.find(word, start + len(word))
    return found
