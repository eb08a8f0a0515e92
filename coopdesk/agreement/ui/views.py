"""The four ways to look at agreements: list, map, expiries and coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.agreement.commands.agreements import AddAgreement, RemoveAgreements
from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import Coverage
from coopdesk.agreement.queries.screen import Screen
from coopdesk.agreement.ui import columns, expiry
from coopdesk.agreement.ui.columns import ListColumns
from coopdesk.agreement.ui.coverage import CoverageColumns
from coopdesk.agreement.ui.expiry import HalfYearStrip
from coopdesk.agreement.ui.map import MapView
from coopdesk.shell.context import Context
from coopdesk.shell.grid.arrange import Toggle
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.theme import current_theme
from coopdesk.shell.widgets import Card
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

LEAST_LIST = 170  # so that the strip and the list fit a small window
EXPIRY_KEYS = ("title", "end", "state", "class", "places", "signed")


class AgreementViews:
    """Makes the views once and fills them from one screen."""

    def __init__(self, context: Context, gazetteer: Gazetteer, instruments: Sequence[str], day: date) -> None:
        words = context.words
        self._context = context
        self._screen: Screen | None = None
        self._list_columns = ListColumns(words, gazetteer, list(instruments), day)
        self._coverage_columns = CoverageColumns(words, gazetteer)
        self.list = self._grid("agreements", N_("Agreements"), self._list_columns.all())
        self.map = MapView(context, gazetteer, self._coverage_columns)
        self.strip = HalfYearStrip(words)
        shown = {column.key: column for column in self._list_columns.all()}
        self.expiry_grid = self._grid(
            "agreements.expiry",
            N_("Agreements by end date"),
            [shown[key] for key in EXPIRY_KEYS],
            of_group=expiry.half_of_row,
        )
        self.expiry = self._expiry_view()
        self.coverage = Grid(
            context,
            self._coverage_columns.all(),
            name="agreements.coverage",
            label=N_("Coverage per municipality"),
            count=self._count_places,
            toggles=(Toggle("none", N_("Without agreement"), lambda r: r.coverage is Coverage.NONE),),
        )
        self.strip.chosen.connect(self._to_half)

    def show_screen(self, screen: Screen) -> None:
        """Shows the agreements and municipalities of a day in every view."""
        self._screen = screen
        words = self._context.words
        self._list_columns.day = screen.day
        self._coverage_columns.screen = screen
        self.list.show_rows(screen.rows)
        ending = expiry.by_expiry(screen.rows)
        self.strip.show_halves(expiry.halves(words, ending, screen.day))
        self.expiry_grid.show_rows(ending, expiry.groups(words, ending, screen.day))
        self.coverage.show_rows(screen.coverage)
        self.map.show_screen(screen)

    def bars(self) -> dict[str, QWidget]:
        """The filter bar of each view that has one."""
        return {"list": self.list.bar, "expiry": self.expiry_grid.bar, "coverage": self.coverage.bar}

    def _grid(self, name: str, label: str, shown: Sequence[Any], **options: Any) -> Grid[AgreementRow]:
        return Grid(
            self._context,
            shown,
            name=name,
            label=label,
            count=self._count,
            edit_row=columns.revise,
            add_row=self._pasted,
            remove=self._remove,
            about="agreement",
            steady=True,
            toggles=(Toggle("running", N_("Only in force"), lambda r: r.state is AgreementState.IN_FORCE),),
            **options,
        )

    def _count(self, shown: int, of: int) -> str:
        words = self._context.words
        part = words.formats.number(shown)
        return words.count("{shown} of {n} agreement", "{shown} of {n} agreements", of, shown=part)

    def _count_places(self, shown: int, of: int) -> str:
        words = self._context.words
        part = words.formats.number(shown)
        return words.count("{shown} of {n} municipality", "{shown} of {n} municipalities", of, shown=part)

    def _expiry_view(self) -> QWidget:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card()
        card.body.addWidget(self.strip)
        column.addWidget(card)
        self.expiry_grid.setMinimumHeight(current_theme().px(LEAST_LIST))
        column.addWidget(self.expiry_grid, 1)
        return view

    def _pasted(self, values: Mapping[str, Any]) -> AddAgreement:
        """A pasted row belongs to the area on show unless it names its municipalities itself."""
        made = columns.add(values)
        if made.nis_codes or self._screen is None or self._screen.area is None:
            return made
        return AddAgreement(made.agreement, tuple(row.nis_code for row in self._screen.coverage))

    def _remove(self, rows: Sequence[AgreementRow]) -> None:
        self._context.submit(RemoveAgreements(tuple(row.id for row in rows)), self.list)

    def _to_half(self, key: str) -> None:
        rows = self._screen.rows if self._screen else ()
        found: AgreementRow | None = next((r for r in expiry.by_expiry(rows) if expiry.half_of_row(r) == key), None)
        if found is not None:
            self.expiry_grid.select(found.id)
