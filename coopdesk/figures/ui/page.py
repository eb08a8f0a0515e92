"""The page of all figures of the area, indicator by indicator, each with the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.commands import AddObservation
from coopdesk.figures.model import Indicator
from coopdesk.figures.queries import ObservationRow, observation_rows, reference_places
from coopdesk.figures.ui.add import AddFigure
from coopdesk.figures.ui.columns import figure_columns, origin
from coopdesk.kernel.errors import Invalid
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.matching import plain
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.traces import TraceList
from coopdesk.shell.ways import WayList, Ways, no_ways
from coopdesk.shell.widgets import EmptyState, Label
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members, place_name
from coopdesk.words.marks import N_
from coopdesk.words.reading import read_date

WHOLE = ""  # the choice of every period


class FiguresPage(Page):
    """Cijfers: choose an indicator and a period; correct or add a value; see where each came from."""

    name = "figures"
    touches = ("observation", "figure_source", "area_membership", "benchmark", "action", "action_link")

    def __init__(self, context: Context, gazetteer: Gazetteer, actions: Ways = no_ways) -> None:
        """`actions` gives the actions that rest on an indicator, by its code."""
        super().__init__(context)
        self._gazetteer, self._actions = gazetteer, actions
        self._indicator = ""
        self._period: str | None = None

    def build(self) -> None:
        words = self.context.words
        self.indicator = ChoiceField(self.context, words.say("Indicator"))
        self.period = ChoiceField(self.context, words.say("Period"))
        self.indicator.committed.connect(self._choose_indicator)
        self.period.committed.connect(self._choose_period)
        self.filters.addWidget(self.indicator, 2)
        self.filters.addWidget(self.period, 1)
        empty = EmptyState(
            "data_trending_20_regular",
            words.say("No figures yet"),
            words.say("Bring in a spreadsheet with figures per municipality, or type one figure with its source."),
            Action("figures.import", N_("Import annexes"), "arrow_import_20_regular", run=self._import),
            self._add_action(),
            words=words,
        )
        columns = figure_columns(words, self._place)
        self.grid: Grid[ObservationRow] = Grid(
            self.context,
            columns,
            name="figures",
            label=N_("Figures"),
            empty=empty,
            count=self._count,
            tall=False,
            add_row=self._pasted,
            about="observation",
        )
        self.grid.current_changed.connect(self._show_detail)
        self.filters.addWidget(self.grid.bar, 4, Qt.AlignmentFlag.AlignBottom)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.grid, 1)
        self.definition, self.series, self.origin = (
            Label("", wrap=True),
            *(Label("", "small", "text2", wrap=True) for _ in range(2)),
        )
        self.traces = TraceList(words, self.context.traces, "observation")
        self.add_form = AddFigure(self.context, self._gazetteer)
        self.resting = WayList(self.context, words.say("Actions that rest on it"))
        self.detail.set_kicker(words.say("Indicator"))
        for part in (self.definition, self.series, self.origin, self.resting, self.traces, self.add_form):
            self.detail.body.addWidget(part)
        self.head.set_title(words.say("Figures"))
        self._filled: bool | None = None

    def deeds(self) -> Sequence[Action]:
        return (self._add_action(), *self.grid.page_actions())

    def reveal(self, id: str) -> None:
        """Chooses an indicator by its code."""
        if id != self._indicator:
            self._choose_indicator(id)

    def _add_action(self) -> Action:
        return Action("figures.add", N_("Add figure"), "add_20_regular", "Ctrl+N", self._add)

    def refresh(self) -> None:
        with self.context.desk.look() as work:
            present = [BY_CODE[code] for code in work.figures.indicators() if code in BY_CODE]
            self._show_room(filled=bool(present))
            self._offer_indicators(present)
            periods = work.figures.periods(self._indicator) if self._indicator else []
            self._offer_periods(periods)
            area_id = self.context.area.id
            places: list[str] | None = None
            if area_id is not None:
                places = self._places(members(work, area_id, self._gazetteer, self.context.clock.today()), periods)
                places += reference_places(work, self._gazetteer, area_id, self.context.clock.today())
            rows = observation_rows(work, self._indicator, places, self._period or None) if self._indicator else []
        self.grid.show_rows(rows)
        self._show_indicator(len(rows))
        self._show_detail(self.grid.current())

    def _show_room(self, *, filled: bool) -> None:
        """What to choose from and the pane come with the first figure."""
        if filled is self._filled:
            return
        self._filled = filled
        for part in (self.indicator, self.period, self.grid.bar):
            part.setVisible(filled)
        self.head.set_primary(self._add_action() if filled else None)
        self.detail.offer(filled=filled)

    def _places(self, codes: Sequence[str], periods: Sequence[str]) -> list[str]:
        """The municipalities, and those they were merged from in the years of the figures."""
        today = self.context.clock.today()
        days = {today} | {today.replace(year=int(period[:4]), month=12, day=31) for period in periods}
        return sorted({part for code in codes for day in days for part in self._gazetteer.parts_of(code, day)})

    def _offer_indicators(self, present: Sequence[Indicator]) -> None:
        words = self.context.words
        self.indicator.offer([(indicator.code, words.say(indicator.title)) for indicator in present])
        codes = [indicator.code for indicator in present]
        if self._indicator not in codes:
            self._indicator, self._period = (codes[0] if codes else ""), None
        self.indicator.show_value(self._indicator or None)

    def _offer_periods(self, periods: Sequence[str]) -> None:
        words = self.context.words
        newest_first = [(period, words.formats.period(period)) for period in reversed(periods)]
        self.period.offer([*newest_first, (WHOLE, words.say("All periods"))])
        if self._period is None or (self._period and self._period not in periods):
            self._period = periods[-1] if periods else None
        self.period.show_value(self._period or WHOLE)

    def _show_indicator(self, n: int) -> None:
        words, known = self.context.words, BY_CODE.get(self._indicator)
        if known is None:
            self.head.set_facts(words.say("What is known of your municipalities, each with its source"))
            self.detail.set_title("")
            self.resting.show_ways(())
            return
        self.head.set_facts(f"{words.say(known.title)} · {words.count('{n} value', '{n} values', n)}")
        self.series.setText(words.say("Published by {source}", source=known.source))
        self.detail.set_title(words.say(known.title))
        self.definition.setText(words.say(known.definition))
        self.resting.show_ways(self._actions(known.code))
        self.add_form.show_indicator(known)

    def _show_detail(self, row: ObservationRow | None) -> None:
        self.origin.setText(origin(self.context.words, row) if row is not None else "")
        self.traces.show_thing(row.id if row is not None else "")

    def _choose_indicator(self, code: str | None) -> None:
        if code:
            self._indicator, self._period = code, None
            self.refresh_now()

    def _choose_period(self, period: str | None) -> None:
        self._period = period
        self.refresh_now()

    def _place(self, place: str) -> str:
        return place_name(place, self._gazetteer, self.context.words)

    def _pasted(self, values: Mapping[str, Any]) -> AddObservation:
        """A pasted row: a municipality, a period and a value of the indicator on show."""
        name = str(values.get("place") or "")
        today = self.context.clock.today()
        place = next((m.nis_code for m in self._gazetteer.offered(today) if plain(name) in (plain(m.name), m.nis_code)),
                     None)  # fmt: skip
        value = values.get("value")
        if place is None or value is None:
            raise Invalid(N_("A pasted figure needs a municipality, a period and a value."))
        period = read_date(str(values.get("period") or self._period or ""), today).canonical()
        source = str(values.get("source") or self.context.words.say("Pasted by hand"))
        return AddObservation(self._indicator, place, period, value, source, today)

    def _count(self, shown: int, total: int) -> str:
        words = self.context.words
        if shown == total:
            return words.count("{n} value", "{n} values", total)
        return words.say("{shown} of {n} values", shown=words.formats.number(shown), n=words.formats.number(total))

    def _add(self) -> None:
        self.detail.open()
        self.add_form.begin()

    def _import(self) -> None:
        self.context.go.to(Place("import"))
