"""The names an annex may use for a municipality, and what each may mean on a day."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date

_SAINT = re.compile(r"\b(?:st|sint|saint|ste|sinte)\b\.?[- ]*")
_ON = re.compile(r"\b(?:o/d|o\. ?d\.?|op de|op den)\b\.?[- ]*")
_ALIKE, _LIKELY = 78, 60
_BRUSSELS = "21"  # how the NIS codes of the Brussels region begin
_NO_LETTER = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality under one NIS code; `first` and `last` are inclusive, None where it has no end."""

    nis: str
    name: str
    province: str = ""
    arrondissement: str = ""
    first: date | None = None
    last: date | None = None
    successor: str = ""

    def on(self, day: date) -> bool:
        """Whether it existed on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-municipality and the municipality it lies in today; `qualifier` is what tells it from its namesakes."""

    name: str
    nis: str
    qualifier: str = ""


def fold(name: str) -> str:
    """The form in which two spellings of a name are equal: no case, accents, hyphens, spaces; St. is Sint."""
    bare = name.lower()
    if not name.isascii():
        bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
        bare = "".join(c for c in bare if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    bare = _ON.sub("opden ", _SAINT.sub("sint ", bare.replace("’", "'")))
    return _NO_LETTER.sub("", bare)


class Register:
    """Finds municipalities, former ones too, by code or by any of their names."""

    def __init__(
        self,
        municipalities: Iterable[Municipality],
        alternatives: Iterable[tuple[str, str]] = (),
        parts: Iterable[Part] = (),
        outside: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`alternatives` pairs a name with a NIS code: French, bilingual or older names; so does `outside` for the rest
        of Belgium."""
        self.by_nis = {m.nis: m for m in municipalities}
        self._named: dict[str, list[Municipality]] = defaultdict(list)
        self._own: set[str] = set()
        self._parts: dict[str, list[Part]] = defaultdict(list)
        for one in self.by_nis.values():
            key = fold(one.name)
            self._named[key].append(one)
            self._own.add(key)
        for name, nis in alternatives:
            known = self.by_nis.get(nis)
            if known is not None and known not in self._named[fold(name)]:
                self._named[fold(name)].append(known)
        for part in parts:
            self._parts[fold(part.name)].append(part)
        self._outside = {fold(name): nis for name, nis in outside}
        self.decided: dict[str, str] = {}
        self.provinces = {fold(m.province) for m in self.by_nis.values() if m.province}

    def deciding(self, names: Iterable[tuple[str, str]]) -> Register:
        """The same register for a file about which a person said what some names stand for."""
        told = copy(self)
        told.decided = {fold(name): nis for name, nis in names if nis in self.by_nis}
        return told

    def named(self, name: str) -> list[Municipality]:
        """Municipalities of all times with this name, latest first."""
        key = fold(name)
        found = self._named.get(key) or self._abbreviated(name)
        return sorted(found, key=lambda m: m.last or date.max, reverse=True)

    def parts(self, name: str) -> list[Part]:
        """Sub-municipalities with this name."""
        return self._parts.get(fold(name), [])

    def is_brussels(self, name: str) -> bool:
        """Whether this is one of the nineteen municipalities of Brussels."""
        return self._outside.get(fold(name), "").startswith(_BRUSSELS)

    def is_outside(self, name: str) -> bool:
        """Whether this is a municipality of Brussels or Wallonia, in Dutch or in French."""
        return fold(name) in self._outside

    def on(self, day: date) -> set[str]:
        """The codes in force on a day."""
        return {m.nis for m in self.by_nis.values() if m.on(day)}

    def now(self, one: Municipality, day: date) -> str:
        """The code under which the territory of a former municipality lies on a later day; empty when not known."""
        while one.last is not None and one.last < day and one.successor in self.by_nis:
            one = self.by_nis[one.successor]
        return one.nis if one.on(day) else ""

    def change_days(self) -> list[date]:
        """The last days before municipalities merged, oldest first."""
        return sorted({m.last for m in self.by_nis.values() if m.last is not None})

    def alike(self, name: str) -> str:
        """The municipality whose name looks most like this one, only to propose; empty when none does."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - megabytes that only a misspelt name needs

        best = process.extractOne(fold(name), self._own, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self._named[best[0]][0].name if best else ""

    def likely(self, name: str, most: int = 3) -> list[Municipality]:
        """The municipalities of today whose names look most like this one, likeliest first, only to propose."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

        found = process.extract(fold(name), self._own, scorer=fuzz.ratio, score_cutoff=_LIKELY, limit=2 * most)
        latest = [max(self._named[key], key=lambda m: m.last or date.max) for key, *_ in found]
        return [m for m in latest if m.last is None][:most]

    def _abbreviated(self, name: str) -> list[Municipality]:
        """St.L.Houtem: every word shortened with a point begins the word in its place; only if one name fits."""
        if not re.search(r"\b[^\W\d]{1,5}\.", name):
            return []
        words = [w for w in re.split(r"[\s\-.]+", name.casefold().strip()) if w]
        fitting = [
            those for those in self._named.values() if _fits(words, re.split(r"[\s\-]+", those[0].name.casefold()))
        ]
        return fitting[0] if len(fitting) == 1 else []


def _fits(short: list[str], full: list[str]) -> bool:
    if len(short) != len(full) or len(full) < 2 or short[-1] != full[-1]:
        return False
    heads = zip(short, full, strict=True)
    return all(f.startswith(s) or (s == "st" and f == "sint") for s, f in heads)
