"""Linear scales, round axis ticks and the spreading of labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Linear:
    """Maps a range of values to a range of positions."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Position of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round values that cover the range in about the wanted number of steps."""
    raw = max(high - low, 1e-9) / wanted
    power = 10 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as near as possible to the wanted ones but at least a gap apart."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    groups: list[tuple[float, int]] = []

    def inside(mean: float, count: int) -> float:
        half = (count - 1) * gap / 2
        return min(max(mean, low + half), high - half)

    for i in order:
        mean, count = inside(wanted[i], 1), 1
        while groups and groups[-1][0] + (groups[-1][1] + count) * gap / 2 > mean + SLACK:
            other, size = groups.pop()
            mean, count = (other * size + mean * count) / (size + count), size + count
            mean = inside(mean, count)  # at an edge a group moves back, perhaps over the one before it
        groups.append((mean, count))
    found = [0.0] * len(wanted)
    index = 0
    for mean, count in groups:
        for k in range(count):
            found[order[index]] = mean + (k - (count - 1) / 2) * gap
            index += 1
    return found
