"""The course of one rate over periods, as the line charts take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coopdesk.charts.look import Look
from coopdesk.charts.model import Table


@dataclass(frozen=True, slots=True)
class Course:
    """A rate in percent for each period, None where there is no figure."""

    name: str
    values: tuple[Decimal | None, ...]
    own: bool = False

    @property
    def known(self) -> list[tuple[int, Decimal]]:
        """The figures with the number of their period."""
        return [(i, value) for i, value in enumerate(self.values) if value is not None]

    @property
    def runs(self) -> list[list[tuple[int, Decimal]]]:
        """The figures in stretches without a hole: a line is never drawn over a missing figure."""
        found: list[list[tuple[int, Decimal]]] = []
        for i, value in self.known:
            if found and found[-1][-1][0] == i - 1:
                found[-1].append((i, value))
            else:
                found.append([(i, value)])
        return found


def course_table(look: Look, periods: Sequence[str], courses: Sequence[Course]) -> Table:
    """One row per period and one column per area; the other way round with more areas than periods, as a table grows
    downwards."""
    if len(courses) > len(periods):
        turned = tuple((c.name, *[look.formats.rate(value) for value in c.values]) for c in courses)
        return Table((look.words.say("Area"), *periods), turned)
    rows = tuple((p, *[look.formats.rate(c.values[i]) for c in courses]) for i, p in enumerate(periods))
    return Table((look.words.say("Period"), *[c.name for c in courses]), rows)


def change(look: Look, course: Course, periods: Sequence[str]) -> str:
    """Start, end and difference of one course in words."""
    if not course.known:
        return look.words.say("{name}: no figures", name=course.name)
    (start, first), (end, last) = course.known[0], course.known[-1]
    return look.words.say(
        "{name}: from {first} in {start} to {last} in {end} ({difference})",
        name=course.name,
        first=look.formats.rate(first),
        start=periods[start],
        last=look.formats.rate(last),
        end=periods[end],
        difference=look.formats.points(last - first),
    )
