"""The view Measurements: a grid of indicators by period, in which the figures are typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.followup import rules
from coopdesk.followup.commands import Measure
from coopdesk.followup.model import Measurement, Rhythm
from coopdesk.followup.queries import FollowupView, IndicatorRow
from coopdesk.followup.ui.labels import RHYTHMS, STANDING_LOOKS, bare_text, value_text
from coopdesk.followup.wording import STANDINGS, short_period
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.grid.column import Column, Group
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import NumberKind
from coopdesk.shell.grid.looks import Marked, Quiet, Title, Tone
from coopdesk.words.marks import N_

SHOWN = 4  # periods in the grid, the present one last
_REMEMBERED = "followup.rhythm"


def remembered_rhythm(context: Context) -> Rhythm:
    """How often this user measures: per half-year until chosen otherwise."""
    kept = context.settings.get(_REMEMBERED)
    return Rhythm(kept) if kept in set(Rhythm) else Rhythm.HALF


def shown_periods(rhythm: Rhythm, today: date) -> tuple[str, ...]:
    """The last periods up to and including the one of today."""
    years = SHOWN if rhythm is Rhythm.YEAR else 3
    return rules.periods(rhythm, date(today.year - years, 1, 1), today)[-SHOWN:]


class MeasurementsView(QWidget):
    """Choose the rhythm, type the figures. `current_changed` carries the IndicatorRow or None."""

    current_changed = Signal(object)
    rhythm_changed = Signal()

    def __init__(self, context: Context, empty: Callable[[], QWidget]) -> None:
        super().__init__()
        self._context, self._empty = context, empty
        self.rhythm = remembered_rhythm(context)
        self._view: FollowupView | None = None
        words = context.words
        self.choice = ChoiceField(context, words.say("Measure"), [(r, words.say(t)) for r, t in RHYTHMS.items()])
        self.choice.box.setMinimumContentsLength(13)
        self.choice.show_value(self.rhythm)
        self.choice.committed.connect(self._choose)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._tools.addWidget(self.choice)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(8)
        self._room.addLayout(self._tools)
        self.grid = self._make_grid()

    def show_view(self, view: FollowupView | None) -> None:
        """Fills the grid, grouped by objective."""
        self._view = view
        rows = () if view is None else view.indicators
        objectives = () if view is None else tuple(dict.fromkeys(row.objective for row in rows))
        self.choice.setVisible(bool(rows))
        self.grid.show_rows(rows, [Group(o.id, f"{o.code} {o.title}".strip()) for o in objectives])

    def _choose(self, rhythm: Rhythm | None) -> None:
        if rhythm is None or rhythm is self.rhythm:
            return
        self.rhythm = rhythm
        self._context.settings.put(_REMEMBERED, rhythm.value)
        old = self.grid
        self.grid = self._make_grid()
        for gone in (old.bar, old):
            gone.hide()
            gone.deleteLater()
        self.show_view(self._view)
        self.rhythm_changed.emit()

    def _make_grid(self) -> Grid[IndicatorRow]:
        made: Grid[IndicatorRow] = Grid(
            self._context, self._columns(), name=f"followup.{self.rhythm}", label=N_("Measurements per indicator"),
            of_group=lambda row: row.objective.id, empty=self._empty(),
            about="objective_indicator",
        )  # fmt: skip
        made.current_changed.connect(self.current_changed)
        self._tools.addWidget(made.bar, 1, Qt.AlignmentFlag.AlignBottom)
        self._room.addWidget(made, 1)
        return made

    def _columns(self) -> list[Column[IndicatorRow]]:
        words = self._context.words
        periods = shown_periods(self.rhythm, self._context.clock.today())
        return [
            Column("title", N_("Indicator"), lambda r: r.indicator.title, look=lambda _: Title(), width=24,
                   stretch=True),
            Column("baseline", N_("Baseline"), lambda r: bare_text(words, r.indicator.baseline, r.indicator.unit),
                   value=lambda r: r.indicator.baseline, right=True, width=9, look=lambda _: Quiet(), hidden=True,
                   tip=lambda r: str(r.indicator.baseline_year or "")),
            *[self._period(period) for period in periods],
            Column("target", N_("Target value"), self._target, value=lambda r: r.indicator.target, right=True,
                   width=12),
            Column("standing", N_("Standing"), lambda r: words.say(STANDINGS[r.standing]),
                   look=lambda r: STANDING_LOOKS[r.standing], width=15, filter=True),
        ]  # fmt: skip

    def _target(self, row: IndicatorRow) -> str:
        shown = bare_text(self._context.words, row.indicator.target, row.indicator.unit)
        return f"{shown} ({row.indicator.target_year})" if row.indicator.target_year else shown

    def _period(self, period: str) -> Column[IndicatorRow]:
        words = self._context.words

        def value(row: IndicatorRow) -> Decimal | None:
            found = row.measured(period)
            return found.value if found else None

        def text(row: IndicatorRow) -> str:
            found = row.measured(period)
            return "" if found is None else bare_text(words, found.value, row.indicator.unit)

        def tip(row: IndicatorRow) -> str:
            found = row.measured(period)
            return "" if found is None else described(found)

        def spoken(row: IndicatorRow) -> str:
            shown = value_text(words, value(row), row.indicator.unit)
            return f"{words.formats.period(period)}: {shown}" + (f". {tip(row)}" if tip(row) else "")

        return Column(
            period, short_period(words, period), text, value=value, right=True, width=8, tip=tip, spoken=spoken,
            kind=NumberKind(), edit=lambda row, typed: Measure(row.id, period, typed),
            look=lambda row: self._look(row, period),
        )  # fmt: skip

    def _look(self, row: IndicatorRow, period: str) -> Marked | None:
        """A remark shows by its icon."""
        found = row.measured(period)
        return Marked("comment", Tone.NEUTRAL) if found is not None and found.remark else None


def described(measurement: Measurement) -> str:
    """The remark and the source of a measurement on one line."""
    return " · ".join(part for part in (measurement.remark, measurement.source) if part)
