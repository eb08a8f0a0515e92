"""Which words of a text went and which came, so that a change in a long text is found at a glance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

FEWEST = 3  # words on either side: shorter texts are told whole
AROUND = 2  # words that stay on either side of what differs
_WORDS = re.compile(r"[^ \n\t]+[ \n\t]*")
_LONG = 2000  # words from which the commonest ones no longer hold two texts together: that would take too long


class Fate(StrEnum):
    """What became of words."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share a fate, with the space behind them."""

    text: str
    fate: Fate = Fate.SAME


@lru_cache(maxsize=512)
def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one reading, what went before what came; empty where the two have nothing to do with each other."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if min(len(before), len(after)) < FEWEST:
        return ()
    matcher = SequenceMatcher(
        None, [word.rstrip() for word in before], [word.rstrip() for word in after],
        autojunk=max(len(before), len(after)) > _LONG,
    )  # fmt: skip
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(after[j1:j2])))
            continue
        found += [Piece("".join(before[i1:i2]), Fate.GONE)] if i1 < i2 else []
        found += [Piece("".join(after[j1:j2]), Fate.CAME)] if j1 < j2 else []
    return tuple(found) if any(piece.fate is Fate.SAME for piece in found) else ()


def side(pieces: Sequence[Piece], fate: Fate) -> tuple[Piece, ...]:
    """What one of the texts reads: the old one with `GONE`, the new one with `CAME`. Long stretches that are the same
    are cut short, so that what differs is in sight in a narrow place."""
    mine = [piece for piece in pieces if piece.fate in (Fate.SAME, fate)]
    if all(piece.fate is Fate.SAME for piece in mine):
        return (Piece("".join(piece.text for piece in mine)),)
    last = len(mine) - 1
    return tuple(
        piece if piece.fate is not Fate.SAME else Piece(_short(piece.text, first=at == 0, last=at == last))
        for at, piece in enumerate(mine)
    )


def _short(text: str, *, first: bool, last: bool) -> str:
    words = _WORDS.findall(text)
    head, tail = [] if first else words[:AROUND], [] if last else words[-AROUND:]
    return text if len(words) <= len(head) + len(tail) + 1 else f"{''.join(head)}… {''.join(tail)}"
