"""An index of texts that answers while one types: every word somewhere, accents aside, one mistake forgiven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coopdesk.shell.matching import FORGIVEN, plain, spans

T = TypeVar("T")
AROUND = 36  # letters of an excerpt at either side of what was found


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One thing to be found: by its name first, then by what else is said of it."""

    thing: T
    name: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A thing found, how well (0 is best), and what was found elsewhere than in its name."""

    thing: T
    rank: int
    text: str = ""
    words: tuple[str, ...] = ()

    @property
    def excerpt(self) -> str:
        """The piece of its text around what was found; empty when the name says it all."""
        return excerpt(self.text, self.words) if self.words else ""


@dataclass(slots=True)
class Index(Generic[T]):
    """Made once of all entries; asked at each letter."""

    entries: Sequence[Entry[T]]
    _names: list[str] = field(default_factory=list)
    _words: dict[str, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, entry in enumerate(self.entries):
            name = plain(entry.name)
            self._names.append(name)
            for word in f"{name} {plain(entry.more)}".split():
                self._words.setdefault(word, set()).add(at)

    def find(self, query: str) -> list[Hit[T]]:
        """What answers every word of the query, the best first; with a mistake forgiven only where nothing answers it
        as it is typed."""
        wanted = plain(query).split()
        if not wanted:
            return []
        found: set[int] | None = None
        forgiven = False
        for word in wanted:
            places = self._holding(word)
            if not places and len(word) >= FORGIVEN:
                places, forgiven = self._near(word), True
            found = places if found is None else found & places
            if not found:
                return []
        hits = [self._hit(at, wanted, forgiven=forgiven) for at in sorted(found or ())]
        return sorted(hits, key=lambda hit: hit.rank)

    def _holding(self, word: str) -> set[int]:
        """The entries of which some word holds these letters."""
        return set().union(*(places for known, places in self._words.items() if word in known))

    def _near(self, word: str) -> set[int]:
        """The entries of which a word, or its beginning, differs in one letter."""
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - kept off the way to the first screen

        size, distance = len(word), DamerauLevenshtein.distance
        close: list[set[int]] = []
        for known, places in self._words.items():
            if len(known) < size - 1:
                continue
            heads = {known[: size - 1], known[:size], known[: size + 1]}
            if any(distance(word, head, score_cutoff=1) <= 1 for head in heads):
                close.append(places)
        return set().union(*close)

    def _hit(self, at: int, wanted: Sequence[str], *, forgiven: bool) -> Hit[T]:
        entry, name = self.entries[at], self._names[at]
        if forgiven:
            return Hit(entry.thing, 4)
        whole = " ".join(wanted)
        if name.startswith(whole):
            return Hit(entry.thing, 0)
        if f" {whole}" in name:
            return Hit(entry.thing, 1)
        if all(word in name for word in wanted):
            return Hit(entry.thing, 2)
        return Hit(entry.thing, 3, entry.more, tuple(word for word in wanted if word not in name))


def excerpt(text: str, wanted: Sequence[str]) -> str:
    """A piece of a text around the first of these words: “…zes woonzorgcentra zoeken…”."""
    found = min(spans(text, wanted), default=None)
    if found is None:
        return ""
    start, end = max(0, found[0] - AROUND), min(len(text), found[1] + AROUND)
    start = text.find(" ", start, found[0]) + 1 if start else 0
    end = text.rfind(" ", found[1], end) if end < len(text) and text.rfind(" ", found[1], end) > 0 else end
    piece = " ".join(text[start:end].split())
    return f"“{'…' if start else ''}{piece}{'…' if end < len(text) else ''}”"
