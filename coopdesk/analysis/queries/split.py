"""Figures that a source gives per occupation or per place of work, added up over the municipalities of the area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.analysis.queries.basis import Basis
from coopdesk.figures.model import Observation

_EARLIER = 3  # periods that are looked at when the latest has no such figures


@dataclass(frozen=True, slots=True)
class Split:
    """The latest figures of an indicator by one dimension: each with its place and its part."""

    period: str
    found: tuple[tuple[str, str, Observation], ...]

    @property
    def sums(self) -> dict[str, Decimal]:
        """What is known of each part in all municipalities together, the largest first."""
        sums = dict[str, Decimal]()
        for _, part, one in self.found:
            if one.value is not None:
                sums[part] = sums.get(part, Decimal(0)) + one.value
        return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def unknown(self) -> int:
        """How many figures have no value."""
        return sum(one.value is None for _, _, one in self.found)

    @property
    def ids(self) -> tuple[str, ...]:
        """The observations with a value."""
        return tuple(one.id for _, _, one in self.found if one.value is not None)


def split_by(basis: Basis, indicators: Sequence[str], dimension: str, period: str = "") -> Split | None:
    """The first of these indicators that has figures by a dimension ("occupation"), in the latest period up to the year
    of the analysis or in the one that is asked for; None when there are none."""
    figures, head = basis.work.figures, f"{dimension}="
    for indicator in indicators:
        periods = [one for one in figures.periods(indicator) if one[:4] <= str(basis.analysis.year)]
        for when in [period] if period else periods[: -_EARLIER - 1 : -1]:
            found = [
                (one.place, one.breakdown.removeprefix(head), one)
                for one in figures.in_parts(indicator, basis.codes, when)
                if one.breakdown.startswith(head) and ";" not in one.breakdown
            ]
            if any(one.value is not None for _, _, one in found):
                return Split(when, tuple(found))
    return None
