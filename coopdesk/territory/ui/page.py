"""The page of an area: its municipalities, where they lie, and what it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from coopdesk.kernel.errors import Invalid
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.text import NoteField, TextField
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.matching import plain
from coopdesk.shell.page import Page
from coopdesk.shell.widgets import Card, EmptyState, Label
from coopdesk.territory.commands import AddMunicipalities, RemoveMunicipalities, ReviseArea
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.model import Area
from coopdesk.territory.queries import AreaView, MemberRow, area_view, members_by_area
from coopdesk.territory.rules import cycle_of
from coopdesk.territory.ui.columns import member_columns, revised
from coopdesk.territory.ui.comparison import Comparison
from coopdesk.territory.ui.layers import layer_actions
from coopdesk.territory.ui.map import AreaMap
from coopdesk.territory.wording import KINDS
from coopdesk.words.marks import N_

Population = Callable[[Sequence[str]], Mapping[str, Decimal]]


class AreaPage(Page):
    """Regiegebied: change the area here once, and every other screen follows."""

    name = "area"
    touches = ("area", "area_membership", "benchmark", "observation", "map_layer")

    def __init__(
        self, context: Context, gazetteer: Gazetteer, population: Population, new_area: Callable[[], object]
    ) -> None:
        super().__init__(context)
        self._gazetteer, self._population, self._new_area = gazetteer, population, new_area
        self._view: AreaView | None = None
        self._inhabitants: Mapping[str, Decimal] = {}
        self._elsewhere: dict[str, list[str]] = {}

    def build(self) -> None:
        words = self.context.words
        columns: list[Column[MemberRow]] = member_columns(words, self._gazetteer, self._persons)
        empty = EmptyState(
            "map_20_regular",
            words.say("No municipalities yet"),
            words.say("Choose the municipalities of your area. The mergers of 1 January 2025 are already in the list."),
            self._add_action(),
            words=words,
        )
        self.grid: Grid[MemberRow] = Grid(
            self.context, columns, name="area", label=N_("Municipalities of the area"), empty=empty, edit_row=revised,
            count=self._count, remove=self._remove, tall=False, add_row=self._pasted, about="area_membership",
        )  # fmt: skip
        self.grid.current_changed.connect(self._point)
        self.filters.addWidget(self.grid.bar, 1)
        self.map = AreaMap(self.context, self._gazetteer, self.context.clock.today())
        self.map.view.chosen.connect(self.reveal)
        self._none = EmptyState(
            "map_20_regular",
            words.say("There is no area yet."),
            words.say("Choose a known steering area or your own municipalities. Every screen then shows that area."),
            self._new_action(),
            words=words,
        )
        self._split = self._side_by_side()
        self.body.addWidget(self._split, 1)
        self.body.addWidget(self._none, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._build_detail()

    def _side_by_side(self) -> QSplitter:
        card = Card()
        card.body.addWidget(self.map.ground.widget, 0, Qt.AlignmentFlag.AlignRight)
        card.body.addWidget(self.map)
        card.body.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(card)
        scroll.setMinimumWidth(card.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        beside = QWidget()
        room = QVBoxLayout(beside)
        room.setContentsMargins(12, 0, 16, 16)
        room.addWidget(scroll)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(beside)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([600, 400])
        return split

    def _build_detail(self) -> None:
        words, context = self.context.words, self.context
        self.municipality = ChoiceField(context, words.say("Add municipality"))
        self.title = TextField(context, words.say("Name"), required=True)
        self.kind = ChoiceField(context, words.say("Kind"), [(kind, words.say(text)) for kind, text in KINDS.items()])
        self.cycle = ChoiceField(context, words.say("Policy cycle"))
        self.legal_form = TextField(context, words.say("Legal form"))
        self.remark = NoteField(context, words.say("Remark"), lines=3)
        self.source = Label("", "small", "text2", wrap=True)
        self.comparison = Comparison(context, self._gazetteer)
        self.municipality.committed.connect(self._add)
        fields: tuple[tuple[TextField | ChoiceField | NoteField, str], ...] = (
            (self.title, "name"), (self.kind, "kind"), (self.cycle, "begin_year"),
            (self.legal_form, "legal_form"), (self.remark, "remark"),
        )  # fmt: skip
        for field, name in fields:
            field.committed.connect(partial(self._revise, field, name))
        parts: Sequence[QWidget] = (
            self.municipality, self.title, self.kind, self.cycle, self.legal_form, self.remark, self.comparison,
            self.source,
        )  # fmt: skip
        for part in parts:
            self.detail.body.addWidget(part)
        self.detail.set_kicker(words.say("Area"))

    def deeds(self) -> Sequence[Action]:
        return (
            self._add_action(),
            self._new_action(),
            *layer_actions(self.context, lambda: not self.map.ground.chip.isHidden()),
            *self.grid.page_actions(),
        )

    def _persons(self, code: str) -> Decimal | None:
        return self._inhabitants.get(code)

    def _count(self, shown: int, total: int) -> str:
        words = self.context.words
        if shown == total:
            return words.count("{n} municipality", "{n} municipalities", total)
        number = words.formats.number
        return words.say("{shown} of {n} municipalities", shown=number(shown), n=number(total))

    def _add_action(self) -> Action:
        return Action(
            "area.add", N_("Add municipality"), "add_20_regular", "Ctrl+N", self._ask, lambda: self._view is not None
        )

    def _new_action(self) -> Action:
        return Action("area.new", N_("New steering area…"), "map_20_regular", run=self._new_area, group=5)

    def _remove(self, rows: Sequence[MemberRow]) -> None:
        self.context.submit(RemoveMunicipalities(tuple(row.id for row in rows)), self)

    def _show_room(self, *, filled: bool) -> None:
        """The municipalities and the map, or the first step where there is no area."""
        self._split.setVisible(filled)
        self._none.setVisible(not filled)
        self.detail.offer(filled=filled)
        self.grid.bar.setVisible(filled)
        self.head.set_primary(self._add_action() if filled else None)

    def _ask(self) -> None:
        self.detail.open()
        self.municipality.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        area_id, day = self.context.area.id, self.context.clock.today()
        if area_id is None:
            self._view = None
            self.grid.show_rows([])
            self.head.set_title(self.context.words.say("Steering area"))
            self.head.set_facts("")
            self._show_room(filled=False)
            return
        with self.context.desk.look() as work:
            self._view = area_view(work, area_id, self._gazetteer, day)
            areas = work.territory.areas()
            by_area = members_by_area(work, self._gazetteer, day)
        names = {area.id: area.name for area in areas}
        self._elsewhere = {}
        for other, codes in by_area.items():
            for code in codes if other != area_id else ():
                self._elsewhere.setdefault(code, []).append(names[other])
        self._inhabitants = self._population([row.here for row in self._view.members])
        self._show(self._view, areas)

    def _show(self, view: AreaView, areas: Sequence[Area]) -> None:
        first = not self._none.isHidden() or self._split.isHidden()
        self.grid.show_rows(view.members)
        if first:
            self._show_room(filled=True)
        self.head.set_title(view.area.name)
        self.head.set_facts(self._facts(view))
        self.detail.set_title(view.area.name)
        self._fill(view.area)
        inside = {row.here for row in view.members}
        today = self._gazetteer.offered(self.context.clock.today())
        self.municipality.offer([(m.nis_code, self._offered(m.nis_code, m.name)) for m in today
                                 if m.nis_code not in inside])  # fmt: skip
        self.municipality.show_value(None)
        told = {row.here: self._told(row) for row in view.members}
        self.map.show_area(view.area.name, sorted(inside), told)
        self.comparison.show(view, areas)

    def _fill(self, area: Area) -> None:
        begin, _ = cycle_of(area.begin_year)
        years = sorted({begin - 6, begin, begin + 6, area.begin_year})
        options = [(year, f"{year}–{area.end_year if year == area.begin_year else year + 5}") for year in years]
        self.cycle.offer(options)
        for field, value in (
            (self.title, area.name), (self.kind, area.kind), (self.cycle, area.begin_year),
            (self.legal_form, area.legal_form), (self.remark, area.remark),
        ):  # fmt: skip
            field.show_value(value)
        words = self.context.words
        checked = "" if area.is_verified else words.say("Not verified.")
        source = words.say("Source: {source}", source=area.source) if area.source else ""
        self.source.setText(f"{checked} {source}".strip())
        self.source.setVisible(bool(area.source) or not area.is_verified)

    def _facts(self, view: AreaView) -> str:
        words, area = self.context.words, view.area
        parts = [words.count("{n} municipality", "{n} municipalities", len(view.members))]
        if view.provinces:
            parts.append(words.formats.listing(view.provinces))
        if self._inhabitants:
            persons = words.formats.number(sum(self._inhabitants.values(), Decimal(0)))
            parts.append(words.say("{persons} inhabitants of 20-64", persons=persons))
        parts.append(words.say("policy cycle {begin}–{end}", begin=area.begin_year, end=area.end_year))
        if not area.is_verified:
            parts.append(words.say("not verified"))
        return " · ".join(parts)

    def _told(self, row: MemberRow) -> str:
        words = self.context.words
        parts = [row.province]
        if (persons := self._inhabitants.get(row.here)) is not None:
            parts.append(words.say("{persons} inhabitants of 20-64", persons=words.formats.number(persons)))
        if others := self._elsewhere.get(row.here):
            parts.append(words.say("also in {areas}", areas=words.formats.listing(others)))
        return ", ".join(parts)

    def _offered(self, code: str, name: str) -> str:
        others = self._elsewhere.get(code)
        listed = self.context.words.formats.listing(others) if others else ""
        return self.context.words.say("{name} (also in {areas})", name=name, areas=listed) if others else name

    def _point(self, row: MemberRow | None) -> None:
        if row is not None and self.map.view.chart is not None:
            keys = [mark.key for mark in self.map.view.chart.marks]
            if row.here in keys:
                self.map.view.go(keys.index(row.here))

    def reveal(self, id: str) -> None:
        for row in self._view.members if self._view else ():
            if id in (row.id, row.here, row.nis_code):
                self.grid.select(row.id)

    def _pasted(self, values: Mapping[str, Any]) -> AddMunicipalities:
        """A pasted name or NIS code is a municipality of the area."""
        asked = [str(values[key]).strip() for key in ("name", "nis") if values.get(key)]
        known = self._gazetteer.offered(self.context.clock.today())
        found = next((m for m in known for text in asked if plain(text) in (plain(m.name), m.nis_code)), None)
        if found is None or self._view is None:
            raise Invalid(N_("“{text}” is not a municipality."), text=" ".join(asked) or "–")
        return AddMunicipalities(self._view.area.id, (found.nis_code,))

    def _add(self, code: str | None) -> None:
        if self._view is not None and code:
            self.context.submit(AddMunicipalities(self._view.area.id, (code,)), self.municipality)

    def _revise(self, field: QWidget, name: str, value: Any) -> None:
        if self._view is None:
            return
        changes: dict[str, Any] = {name: "" if value is None and name != "begin_year" else value}
        if name == "begin_year":
            changes["end_year"] = value + 5
        self.context.submit(ReviseArea(replace(self._view.area, **changes)), field)
