"""How a cell looks besides its text: values that a column gives and the delegate paints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from coopdesk.words.differing import Fate, Piece, compared, side


class Tone(StrEnum):
    """The meaning of a colour; the theme has a foreground and a background for each."""

    OK = "ok"
    WARN = "warn"
    ERR = "err"
    INFO = "info"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the row: up to two lines, a grey number before it and a small count with an icon behind it."""

    number: str = ""
    badge: str = ""
    badge_icon: str = "comment"


@dataclass(frozen=True, slots=True)
class PillLook:
    """A state in a rounded shape: icon, words and colour, so that it never rests on colour alone."""

    icon: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1 as a bar before the text; `full` paints it in the colour of what is done."""

    share: float
    full: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with an icon before it, strong and in the colour of a tone: a date that has passed.

    Without an icon it is an ordinary text that stands in line with the marked ones of its column.
    """

    icon: str = ""
    tone: Tone = Tone.ERR


@dataclass(frozen=True, slots=True)
class Quiet:
    """A text in the second colour: what is there but asks nothing."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of two texts, in pieces: the words in which it differs from the other stand out. `quiet` as above."""

    pieces: tuple[Piece, ...]
    quiet: bool = False


Look = Title | PillLook | Bar | Marked | Quiet | Compared


def beside(old: str, new: str, fate: Fate) -> Look | None:
    """How the old (`GONE`) or the new text (`CAME`) of a change looks: word by word where they are long enough."""
    pieces = compared(old, new)
    if pieces:
        return Compared(side(pieces, fate), quiet=fate is Fate.GONE)
    return Quiet() if fate is Fate.GONE else None
