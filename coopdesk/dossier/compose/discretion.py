"""Leaves small numbers of people out of charts and tables, and knows which ones a text quotes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from coopdesk.analysis.model import LiveFigure
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import ChapterFigures
from coopdesk.analysis.rules.description import PlaceFigure
from coopdesk.dossier.small import left_out
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Unit


class Discretion:
    """What must not be printed of an indicator in a period, for the municipalities of one area; each found once."""

    def __init__(self, basis: Basis, threshold: int) -> None:
        """With a threshold of 0 nothing is left out."""
        self._basis, self.threshold = basis, threshold
        self._found: dict[tuple[str, str], frozenset[str]] = {}

    def hidden(self, indicator: str, period: str) -> frozenset[str]:
        """The municipalities whose value is left out: counts of people that are small, and rates made of them."""
        counted = counts_people(indicator)
        if not counted or not period or not self.threshold:
            return frozenset()
        if (counted, period) not in self._found:
            reader, codes = self._basis.reader, self._basis.codes
            values = [reader.figure(counted, code, period).value for code in codes]
            self._found[counted, period] = frozenset(codes[at] for at in left_out(values, self.threshold))
        return self._found[counted, period]

    def is_small(self, indicator: str, value: Decimal | None) -> bool:
        """Whether this single count of people is too small to print."""
        return counts_people(indicator) == indicator and value is not None and 0 < value < self.threshold

    def quotes(self, figure: LiveFigure) -> bool:
        """Whether a figure quoted in a text is one that charts and tables leave out."""
        return not figure.measure and (
            figure.place in self.hidden(figure.indicator, figure.period) or self.is_small(figure.indicator, figure.seen)
        )

    def applied(self, figures: ChapterFigures) -> ChapterFigures:
        """The figures of a chapter without what is left out."""
        described, code = figures.described, figures.described.indicator
        now = self.hidden(code, str(described.year)) if described.year else frozenset()
        before = self.hidden(code, str(described.since)) if described.since else frozenset()

        def kept(row: PlaceFigure) -> PlaceFigure:
            return replace(
                row,
                now=None if row.place in now else row.now,
                before=None if row.place in before else row.before,
            )

        rows = tuple(kept(row) for row in described.rows)
        courses = tuple(
            replace(course, values=tuple(None if self.is_small(code, v) else v for v in course.values))
            for course in figures.courses
        )
        return replace(figures, described=replace(described, rows=rows), courses=courses)


def counts_people(indicator: str) -> str:
    """The indicator that counts the people in this one: itself, or what a rate is made of; empty when it is none."""
    known = BY_CODE.get(indicator)
    if known is None:
        return ""
    counted = BY_CODE.get(known.numerator, known)
    return counted.code if counted.unit is Unit.PERSONS else ""
