"""The four figures above the gap chart, and the question under it: what if a municipality reached another rate."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.analysis.queries.gap import GapView
from coopdesk.analysis.rules.gap import GapRow, what_if
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.widgets import KpiCard, Label


class GapFigures(QWidget):
    """Rate, gap, people and who weighs most, each with one line beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.cards = [KpiCard() for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self.cards:
            row.addWidget(card, 1)

    def show_gap(self, view: GapView) -> None:
        """The figures of the area."""
        words, formats, table = self._context.words, self._context.words.formats, view.table
        own, change = table.own, table.own.change_pp
        since = ""
        if change is not None:
            since = words.say("{change} since {since}", change=formats.points(change), since=table.since)
        self.cards[0].show_figure(words.say("Employment rate {year}", year=table.year), formats.rate(own.now), since)
        wide = next((row for row in reversed(table.references) if row.gap_pp is not None), None)
        beside = f"{wide.name}: {formats.points(wide.gap_pp, sign=False)}" if wide else ""
        reached = own.gap_pp is not None and own.gap_pp <= 0
        gap = words.say("Reached") if reached else formats.points(own.gap_pp, sign=False)
        self.cards[1].show_figure(words.say("Gap to {target}", target=view.target), gap, beside)
        people = ""
        if own.population is not None:
            number = formats.number(own.population)
            if view.population_period and view.population_period != str(table.year):
                people = words.say("of {n} inhabitants aged 20–64 in {year}", n=number, year=view.population_period)
            else:
                people = words.say("of {n} inhabitants aged 20–64", n=number)
        self.cards[2].show_figure(words.say("Extra people in work needed"), formats.number(own.extra_persons), people)
        self._heaviest(view)

    def _heaviest(self, view: GapView) -> None:
        words, formats, table = self._context.words, self._context.words.formats, view.table
        heavy = table.heaviest
        if not heavy:
            self.cards[3].show_figure(words.say("Municipalities at the target"), formats.number(len(table.reached)))
            return
        share = words.say("{n} of {all} people", n=formats.number(heavy[0].extra_persons),
                          all=formats.number(table.lacking))  # fmt: skip
        label = words.say("Share of {name} in the gap", name=heavy[0].name)
        self.cards[3].show_figure(label, formats.rate(table.share_pct(heavy[:1]), 0), share)


class WhatIf(QWidget):
    """A municipality and a rate; nothing of it is kept."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context = context
        self._view: GapView | None = None
        self.place = ChoiceField(context, words.say("What if"))
        self.rate = PercentageField(context, words.say("reached a rate of"))
        self._answer = Label("", "body", "text", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place, 3)
        row.addWidget(self.rate, 2)
        row.addWidget(self._answer, 5)
        self.place.committed.connect(lambda _: self._ask(fresh=True))
        self.rate.committed.connect(lambda _: self._ask())

    @property
    def answer(self) -> str:
        """What is told of it now."""
        return self._answer.text()

    def show_gap(self, view: GapView) -> None:
        """The municipalities to choose from; the one that lacks most people first asked about."""
        self._view = view
        rows = [row for row in view.table.known if row.employed is not None]
        self.setVisible(bool(rows))
        self.place.offer([(row.place, row.name) for row in rows])
        if self._row() is None and rows:
            first = view.table.heaviest or rows
            self.place.show_value(first[0].place)
            self.rate.show_value(None)
        self._ask(fresh=self.rate.value() is None)

    def choose(self, place: str) -> None:
        """Asks about another municipality."""
        self.place.show_value(place)
        self._ask(fresh=True)

    def _row(self) -> GapRow | None:
        rows = () if self._view is None else self._view.table.rows
        return next((row for row in rows if row.place == self.place.value()), None)

    def _ask(self, *, fresh: bool = False) -> None:
        """Answers; with `fresh` the rate starts at the one the municipality has, one point up."""
        row, view, words = self._row(), self._view, self._context.words
        if row is None or view is None or row.now is None:
            self._answer.setText("")
            return
        if fresh:
            self.rate.show_value(min(Decimal(100), (row.now + 1).quantize(Decimal("0.1"))))
        rate = self.rate.value()
        if rate is None:
            self._answer.setText(words.say("Type a rate, for example {rate}.", rate=words.formats.rate(Decimal(72), 0)))
            return
        there, area = what_if(row, view.table, rate)
        number = words.formats.number
        self._answer.setText(
            words.say(
                "then {there} more people are needed there (now {now}) and {area} in the whole area (now {whole}).",
                there=number(there),
                now=number(row.extra_persons),
                area=number(area),
                whole=number(view.table.own.extra_persons),
            )
        )
