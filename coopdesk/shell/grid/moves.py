"""Where keys take the current cell, computed from positions alone."""

from __future__ import annotations

from collections.abc import Sequence


def edge(filled: Sequence[bool], at: int, step: int) -> int:
    """Where Ctrl+arrow goes, as in Excel: the last filled cell of this stretch, or else the next filled one, or else
    the end."""
    places = range(at + step, len(filled) if step > 0 else -1, step)
    if not places:
        return at
    if filled[at] and filled[places[0]]:
        for place in places:
            if not filled[place]:
                return place - step
        return places[-1]
    return next((place for place in places if filled[place]), places[-1])


def next_place(allowed: Sequence[bool], at: int, step: int) -> int:
    """The nearest allowed place in a direction; where one is, when there is none."""
    places = range(at + step, len(allowed) if step > 0 else -1, step)
    return next((place for place in places if allowed[place]), at)
