"""Gives every title in a menu an Alt-letter of its own."""

from __future__ import annotations

from collections.abc import Sequence


def with_letters(titles: Sequence[str]) -> list[str]:
    """The titles with "&" before a letter that no other has: a letter chosen by hand if it is free, else the first
    letter of a word, else any letter. A title for which no letter is left goes without."""
    taken: set[str] = set()
    chosen: dict[int, int] = {}
    for number, title in enumerate(titles):
        at = title.find("&")
        if 0 <= at < len(title) - 1 and title[at + 1].lower() not in taken:
            chosen[number] = at
            taken.add(title[at + 1].lower())
    for number, title in enumerate(titles):
        if number not in chosen:
            bare = title.replace("&", "")
            at = next((at for at in _places(bare) if bare[at].lower() not in taken), -1)
            if at >= 0:
                chosen[number] = at
                taken.add(bare[at].lower())
    return [_marked(title.replace("&", ""), chosen.get(number)) for number, title in enumerate(titles)]


def _places(title: str) -> list[int]:
    """Where a letter may be underlined, best first; what stands after a tab is the key."""
    end = title.find("\t")
    shown = title[: end if end >= 0 else None]
    letters = [at for at, letter in enumerate(shown) if letter.isascii() and letter.isalpha()]
    return sorted(letters, key=lambda at: at > 0 and title[at - 1] != " ")


def _marked(bare: str, at: int | None) -> str:
    return bare if at is None else f"{bare[:at]}&{bare[at:]}"
