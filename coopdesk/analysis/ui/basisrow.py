"""What a chapter rests on: the year, the year compared with, the target, or the indicator and how it is drawn; and the
name of a chapter of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coopdesk.analysis.model import Analysis, ChapterKind, ChartKind
from coopdesk.analysis.queries.screen import ChapterScreen
from coopdesk.analysis.ui.wording import CHART_NAMES
from coopdesk.figures.catalogue import BY_CODE, INDICATORS
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.fields.text import TextField


class BasisRow(QWidget):
    """`analysis_changed` carries the changed analysis, `chapter_changed` the changed fields of the chapter."""

    analysis_changed = Signal(object)
    chapter_changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context = context
        self._analysis: Analysis | None = None
        self.name = TextField(context, words.say("Name of the chapter"), required=True)
        self.year = ChoiceField(context, words.say("Year"))
        self.since = ChoiceField(context, words.say("Compared with"))
        self.since.box.setMinimumContentsLength(12)
        self.target = PercentageField(context, words.say("Target"), low=1, required=True)
        self.indicator = ChoiceField(context, words.say("Indicator"))
        self.chart = ChoiceField(
            context, words.say("Chart"), [(kind, words.say(name)) for kind, name in CHART_NAMES.items()]
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field, stretch in ((self.name, 4), (self.indicator, 4), (self.chart, 3), (self.year, 1), (self.since, 1),
                               (self.target, 1)):  # fmt: skip
            row.addWidget(field, stretch)
        row.addStretch(3)
        self.name.committed.connect(lambda value: self.chapter_changed.emit({"name": value}))
        self.year.committed.connect(lambda value: self._analysis_with(year=value))
        self.since.committed.connect(lambda value: self._analysis_with(since=value))
        self.target.committed.connect(lambda value: self._analysis_with(target=value))
        self.indicator.committed.connect(lambda value: self.chapter_changed.emit({"indicator": value}))
        self.chart.committed.connect(lambda value: self.chapter_changed.emit({"chart": value}))

    def show_basis(self, analysis: Analysis, screen: ChapterScreen) -> None:
        """The choices of a chapter."""
        words, is_gap = self._context.words, screen.chapter.kind is ChapterKind.GAP
        self._analysis = analysis
        years = sorted({*screen.years, analysis.year}, reverse=True)
        self.year.offer([(year, self._year(year, screen.years)) for year in years])
        self.year.show_value(analysis.year)
        self.year.box.setMinimumContentsLength(6 if analysis.year in screen.years else 16)
        earliest = words.say("the earliest year")
        self.since.offer([(0, earliest), *((year, str(year)) for year in years if year < analysis.year)])
        self.since.show_value(analysis.since)
        self.target.show_value(analysis.target)
        known = set(screen.indicators)
        codes = sorted(INDICATORS, key=lambda one: one.code not in known)
        self.indicator.offer([(one.code, self._name(one.code, known)) for one in codes])
        self.indicator.show_value(screen.indicator)
        self.chart.show_value(screen.chapter.chart)
        self.name.show_value(screen.chapter.name)
        self.name.setVisible(screen.chapter.kind is ChapterKind.OWN)
        self.target.setVisible(is_gap)
        self.indicator.setVisible(not is_gap and screen.chapter.chart is not ChartKind.NONE)
        self.chart.setVisible(not is_gap)

    def type_name(self) -> None:
        """The cursor in the name of a chapter that was just made, to be typed over."""
        self.name.setFocus()
        self.name.line.selectAll()

    def _year(self, year: int, known: Sequence[int]) -> str:
        """A year; the one of the analysis says so when this indicator has no figures for it."""
        return str(year) if year in known else self._context.words.say("{name} (no figures)", name=year)

    def _name(self, code: str, known: set[str]) -> str:
        words, title = self._context.words, self._context.words.say(BY_CODE[code].title)
        return title if code in known else words.say("{name} (no figures)", name=title)

    def _analysis_with(self, **changes: object) -> None:
        if self._analysis is not None:
            self.analysis_changed.emit(replace(self._analysis, **changes))  # type: ignore[arg-type]  # as committed
