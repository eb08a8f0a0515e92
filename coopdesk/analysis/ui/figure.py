"""The figure of a chapter: conclusion as title, chart, map or table, and where the figures came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.analysis.queries.maps import Draw
from coopdesk.charts.ui.view import ChartView
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.twin import TableTwin
from coopdesk.shell.widgets import Card, IconButton, Label, SegmentedControl


@dataclass(frozen=True, slots=True)
class Drawn:
    """One way to look at a chapter: its conclusion, how it is drawn, and where the figures came from."""

    title: str
    draw: Draw
    source: str


class FigureCard(Card):
    """`title_kept` carries another conclusion, empty for the one computed from the figures; `pointed` a place."""

    title_kept = Signal(str)
    pointed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context, self._way = context, ""
        self._drawn = dict[str, Drawn]()
        self._head = Label("", "strong", wrap=True)
        self.edit = TextField(context, words.say("Conclusion above the chart"),
                              hint=words.say("Leave empty for the conclusion from the figures."))  # fmt: skip
        self.edit.hide()
        self.edit.committed.connect(self._keep)
        self.switch = self._switch()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(IconButton("edit", words.say("Change the conclusion"), self.begin_title))
        head.addWidget(IconButton("image", words.say("Copy picture"), self.copy))
        self.body.addLayout(head)
        ways = QHBoxLayout()
        ways.addWidget(self.switch)
        ways.addStretch(1)
        self.body.addLayout(ways)
        self.body.addWidget(self.edit)
        self._views = QStackedWidget()
        self.chart, self.table = ChartView(words), TableTwin()
        self.chart.chosen.connect(self.pointed)
        self._none = Label("", "body", "text2", wrap=True)
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 6, 0, 0)
        inner.addWidget(self.chart)
        inner.addWidget(self._none)
        inner.addStretch(1)
        self._views.addWidget(room)
        self._views.addWidget(self.table)
        self.body.addWidget(self._views, 1)
        self._source = Label("", "small", "text2", wrap=True)
        self.body.addWidget(self._source)

    def show_figure(self, title: str, views: Mapping[str, Drawn], nothing: str) -> None:
        """Another figure: the ways to look at it by key, the first of them when the one on show is not there; `title`
        and `nothing` stand where there is none."""
        self._drawn = dict(views)
        self._head.setText(title)
        self._none.setText(nothing)
        self._none.setVisible(not views)
        before = self.switch.current
        self.switch.offer([*views, "table"])
        self.switch.setVisible(bool(views))
        self.show_as(before)

    @property
    def title(self) -> str:
        """The conclusion on show."""
        return self._head.text()

    @property
    def source(self) -> str:
        """Where the figures on show came from; empty when there are none."""
        return self._source.text()

    def show_as(self, key: str) -> None:
        """As one of the ways to look at it, or as the table of the one that was on show."""
        is_table = key == "table" and bool(self._drawn)
        if not is_table:
            self._way = key
        self._way = self._way if self._way in self._drawn else next(iter(self._drawn), "")
        self.switch.show_current("table" if is_table else self._way)
        drawn = self._drawn.get(self._way)
        if drawn is not None:
            self._head.setText(drawn.title)
        self._source.setText(drawn.source if drawn is not None else "")
        self._source.setVisible(drawn is not None)
        self.chart.show_chart(drawn.draw if drawn is not None else None)
        self.chart.setVisible(drawn is not None)
        if is_table and self.chart.chart is not None:
            table = self.chart.chart.table
            self.table.setAccessibleName(self._head.text())
            self.table.show_table(table.header, table.rows, range(1, len(table.header)))
            self.table.setMinimumHeight(min(14, len(table.rows) + 1) * self._context.theme.px(32))
        self._views.setCurrentIndex(1 if is_table else 0)

    def _switch(self) -> SegmentedControl:
        words = self._context.words
        made = SegmentedControl(words.say("Show as"))
        made.add("chart", words.say("Chart"), "data_trending")
        made.add("map", words.say("Map"), "map")
        made.add("ages", words.say("Ages"), "people")
        made.add("activity", words.say("In work or not"), "data_bar_horizontal")
        made.add("occupations", words.say("Occupations"), "briefcase")
        made.add("commuting", words.say("Commuting"), "arrow_swap")
        made.add("table", words.say("Table"), "table")
        made.chosen.connect(self.show_as)
        return made

    def show_own_title(self, title: str, computed: str) -> None:
        """What is kept as title, and what the figures say without one."""
        self.edit.show_value(title)
        self.edit.line.setPlaceholderText(computed)

    def begin_title(self) -> None:
        """Lets the user write another conclusion."""
        self.edit.setVisible(self.edit.isHidden())
        if not self.edit.isHidden():
            self.edit.line.setFocus()

    def copy(self) -> None:
        """The picture with title and source on the clipboard."""
        self.chart.copy_picture("", self._source.text())
        self._context.messages.note(self._context.words.say("The picture is on the clipboard."))

    def _keep(self, title: str) -> None:
        self.edit.hide()
        self.title_kept.emit(title)
