"""Text with live figures: `In 2015 werkt ⟦employment_rate|area|2015|72.0⟧ van …` read and written without loss."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from coopdesk.analysis.model import LiveFigure, Measure

Part = str | LiveFigure
Lookup = Callable[[LiveFigure], Decimal | None]

_MEASURES = "|".join(measure for measure in Measure if measure)
_TOKEN = re.compile(
    rf"⟦(?P<indicator>[a-z][a-z0-9_]*)(?:\.(?P<measure>{_MEASURES})(?:@(?P<argument>[0-9A-Za-z:.\-]+))?)?"
    r"\|(?P<place>[0-9A-Za-z:+\-]+)\|(?P<period>[0-9A-Za-z\-]+)\|(?P<seen>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)?⟧",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Stale:
    """A quoted figure that no longer reads as when it was written: its place among the parts and its value now."""

    index: int
    figure: LiveFigure
    now: Decimal | None


def token(figure: LiveFigure) -> str:
    """A live figure as it stands in stored text."""
    measure = f".{figure.measure}" if figure.measure else ""
    argument = f"@{figure.argument}" if figure.argument else ""
    seen = "" if figure.seen is None else format(figure.seen, "f")
    return f"⟦{figure.indicator}{measure}{argument}|{figure.place}|{figure.period}|{seen}⟧"


def read(text: str) -> tuple[Part, ...]:
    """Plain text and live figures in order; anything that is not exactly a live figure stays plain text."""
    parts: list[Part] = []
    end = 0
    for found in _TOKEN.finditer(text):
        if found.start() > end:
            parts.append(text[end : found.start()])
        seen = found["seen"]
        parts.append(
            LiveFigure(
                indicator=found["indicator"],
                place=found["place"],
                period=found["period"],
                seen=None if seen is None else Decimal(seen),
                measure=Measure(found["measure"] or ""),
                argument=found["argument"] or "",
            )
        )
        end = found.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


def written(parts: Sequence[Part]) -> str:
    """The stored text of parts; the inverse of `read`."""
    return "".join(part if isinstance(part, str) else token(part) for part in parts)


def figures(text: str) -> tuple[LiveFigure, ...]:
    """The live figures of a text, in order."""
    return tuple(part for part in read(text) if isinstance(part, LiveFigure))


def stale(text: str, value: Lookup) -> tuple[Stale, ...]:
    """The quoted figures whose value now differs from the one the writer saw."""
    return tuple(
        Stale(index, part, now)
        for index, part in enumerate(read(text))
        if isinstance(part, LiveFigure) and (now := value(part)) != part.seen
    )


def refreshed(text: str, value: Lookup, only: Sequence[int] = ()) -> str:
    """The text with its figures (or only those at the given parts) at today's value; a vanished value stays as seen."""
    parts = read(text)
    changed = [
        replace(part, seen=now)
        if isinstance(part, LiveFigure) and (not only or index in only) and (now := value(part)) is not None
        else part
        for index, part in enumerate(parts)
    ]
    return written(changed)


def words_in(text: str) -> int:
    """How many words a text counts; a live figure is one word."""
    plain = "".join(part if isinstance(part, str) else "0" for part in read(text))
    return len(plain.split())
