"""Adding up figures and measuring the gap, exactly and without a database.

Rates of several municipalities are Σ numerator ÷ Σ denominator, never a mean of rates. The rounding of persons is
explained in docs/decisions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)
ENOUGH = Decimal("0.9")  # of the municipalities of a province or of Flanders


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of one municipality: its rate in percent (or as a ratio, with factor 1) and the persons it is a
    rate of, or those counted above and below the line; None where not known."""

    place: str
    rate: Decimal | None = None
    base: Decimal | None = None
    count: Decimal | None = None
    factor: int = 100

    @property
    def numerator(self) -> Decimal | None:
        """Persons above the line: counted, or else rate × persons below the line."""
        if self.count is not None:
            return self.count
        return None if self.rate is None or self.base is None else self.rate * self.base / self.factor


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts taken together: their rate in percent, persons above and below the line, and which parts are missing."""

    rate: Decimal | None
    count: Decimal | None
    base: Decimal | None
    missing: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.missing


def together(parts: Sequence[Part]) -> Whole:
    """The rate of several places together; places without figures are left out and named.

    One place alone keeps its rate as published, so that no rounding of ours comes between.
    """
    missing = tuple(p.place for p in parts if p.numerator is None or not p.base)
    known = [(n, p.base) for p in parts if (n := p.numerator) is not None and p.base]
    if len(parts) == 1 and parts[0].rate is not None:
        return Whole(parts[0].rate, parts[0].numerator, parts[0].base)
    if not known:
        return Whole(None, None, None, missing)
    count, base = sum((n for n, _ in known), Decimal(0)), sum((b for _, b in known), Decimal(0))
    return Whole(count * parts[0].factor / base, count, base, missing)


def added(values: Sequence[tuple[str, Decimal | None]]) -> Whole:
    """The sum of counts per place; places without a value are left out and named."""
    known = [value for _, value in values if value is not None]
    missing = tuple(place for place, value in values if value is None)
    return Whole(None, sum(known, Decimal(0)) if known else None, None, missing)


def is_enough(asked: int, missing: int) -> bool:
    """Whether the known municipalities may stand for all of a province or of Flanders: nine in ten."""
    return asked > 0 and Decimal(asked - missing) / asked >= ENOUGH


def is_small(value: Decimal, threshold: int) -> bool:
    """Whether a number of persons is so small that it can point to one person; 0 says nothing about anyone."""
    return 0 < value < threshold


def gap_pp(rate: Decimal, target: Decimal) -> Decimal:
    """The distance to the target in percentage points; negative above the target."""
    return target - rate


def needed(whole: Whole, target: Decimal) -> Decimal | None:
    """The exact number of persons short of the target (negative: beyond it): target × population − employed."""
    if whole.base is None or whole.count is None:
        return None
    return target * whole.base / HUNDRED - whole.count


def extra_persons(exact: Decimal | None) -> int | None:
    """Persons more in work to reach the target, a broken person counting as one: max(0, ⌈exact⌉)."""
    return None if exact is None else max(0, int(exact.to_integral_value(ROUND_CEILING)))


def shared_out(exact: Sequence[Decimal | None]) -> list[int | None]:
    """Whole numbers for the parts that add up to the whole, ⌈Σ exact⌉: each is its exact number rounded down or up,
    and the largest remainders are rounded up (in order of the parts where equal). Unknown parts stay unknown."""
    known = [(i, value) for i, value in enumerate(exact) if value is not None]
    whole = int(sum((value for _, value in known), Decimal(0)).to_integral_value(ROUND_CEILING))
    floors = {i: int(value.to_integral_value(ROUND_FLOOR)) for i, value in known}
    by_remainder = sorted(known, key=lambda pair: (floors[pair[0]] - pair[1], pair[0]))
    for i, _ in by_remainder[: whole - sum(floors.values())]:
        floors[i] += 1
    return [floors.get(i) for i in range(len(exact))]


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half up, as people round."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def crosses_break(breaks: Sequence[str], first: str, last: str) -> bool:
    """Whether a change of definition lies between two periods, so that they must not be joined."""
    return any(first < at <= last for at in breaks)
