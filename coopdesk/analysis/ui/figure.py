"""The figure of a chapter: conclusion as title, chart, map or table, and where the figures came from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.analysis.queries.drawing import Draw
from coopdesk.charts.ui.view import ChartView
from coopdesk.shell.context import Context
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.twin import TableTwin
from coopdesk.shell.widgets import Card, IconButton, Label, SegmentedControl


class FigureCard(Card):
    """`title_kept` carries another conclusion, empty for the one computed from the figures; `pointed` a place."""

    title_kept = Signal(str)
    pointed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context, self._draws = context, dict[str, Draw]()
        self._head = Label("", "strong", wrap=True)
        self.edit = TextField(context, words.say("Conclusion above the chart"),
                              hint=words.say("Leave empty for the conclusion from the figures."))  # fmt: skip
        self.edit.hide()
        self.edit.committed.connect(self._keep)
        self._with_map, self._without = self._switch(has_map=True), self._switch(has_map=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head, 1)
        head.addWidget(IconButton("edit", words.say("Change the conclusion"), self.begin_title))
        head.addWidget(IconButton("image", words.say("Copy picture"), self.copy))
        self.body.addLayout(head)
        ways = QHBoxLayout()
        ways.addWidget(self._with_map)
        ways.addWidget(self._without)
        ways.addStretch(1)
        self.body.addLayout(ways)
        self.body.addWidget(self.edit)
        self._views = QStackedWidget()
        self.chart, self.table = ChartView(words), TableTwin()
        self.chart.chosen.connect(self.pointed)
        self._none = Label("", "body", "text2", wrap=True)
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.chart)
        inner.addWidget(self._none)
        inner.addStretch(1)
        self._views.addWidget(room)
        self._views.addWidget(self.table)
        self.body.addWidget(self._views, 1)
        self._source = Label("", "small", "text2", wrap=True)
        self.body.addWidget(self._source)

    @property
    def switch(self) -> SegmentedControl:
        """The switch on show: with a map where there is one."""
        return self._without if self._with_map.isHidden() else self._with_map

    def show_figure(self, title: str, draws: dict[str, Draw], source: str, nothing: str) -> None:
        """Another figure: how it is drawn as chart and perhaps as map; `nothing` says why there is none."""
        self._draws = draws
        self._head.setText(title)
        self._none.setText(nothing)
        self._none.setVisible(not draws)
        self._source.setText(source)
        self._source.setVisible(bool(draws))
        before = self.switch.current
        self._with_map.setVisible("map" in draws)
        self._without.setVisible(bool(draws) and "map" not in draws)
        self.show_as(before)

    def show_as(self, key: str) -> None:
        """As chart, map or table; the chart where there is no map."""
        draw = self._draws.get(key, self._draws.get("chart"))
        self.switch.show_current(key if key in self._draws or key == "table" else "chart")
        self.chart.show_chart(draw)
        self.chart.setVisible(draw is not None)
        if key == "table" and self.chart.chart is not None:
            table = self.chart.chart.table
            self.table.setAccessibleName(self._head.text())
            self.table.show_table(table.header, table.rows, range(1, len(table.header)))
            self.table.setMinimumHeight(min(14, len(table.rows) + 1) * self._context.theme.px(32))
        self._views.setCurrentIndex(1 if key == "table" and draw is not None else 0)

    def _switch(self, *, has_map: bool) -> SegmentedControl:
        words = self._context.words
        made = SegmentedControl(words.say("Show as"))
        made.add("chart", words.say("Chart"), "data_trending")
        if has_map:
            made.add("map", words.say("Map"), "map")
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
