"""The screen Start: where you are on the route, what needs you now, and how the area stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coopdesk.followup.model import Rhythm
from coopdesk.kernel.changes import Step
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page
from coopdesk.shell.place import Place
from coopdesk.shell.widgets import Card, EmptyState, KpiCard, Label
from coopdesk.start.model import Facts, NextStep, StartView, StepKey
from coopdesk.start.queries import start_view
from coopdesk.start.rules import PAGES
from coopdesk.start.ui.listing import ItemList
from coopdesk.start.ui.route import RouteStrip
from coopdesk.start.ui.wording import attention_item, next_action, recent_item
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

STEPS = 40  # looked through for the last changes
SHOWN = 8
NARROW = 900  # logical width below which the two lists stand under each other
_RHYTHM = "followup.rhythm"


class StartPage(Page):
    """`remarks` counts what imports left to look at."""

    name = "start"
    scrolls = True

    def __init__(self, context: Context, gazetteer: Gazetteer, remarks: Callable[[], int] = int) -> None:
        super().__init__(context)
        self._gazetteer, self._remarks = gazetteer, remarks
        self._view = StartView()

    def build(self) -> None:
        """The strip, four figures and two lists, and what stands there before there is an area."""
        words, theme = self.context.words, self.context.theme
        self.head.set_title(words.say("Start"))
        self.strip = RouteStrip(theme, words, self._go_step)
        self.kpis = [KpiCard() for _ in range(4)]
        self.today = ItemList(theme, words.say("Today"))
        self.recent = ItemList(theme, words.say("Last changed"))
        self.recent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calm = Label(words.say("Nothing urgent. Everything is on schedule."), "body", "text2", wrap=True)
        self.today.opened.connect(self._open)
        self.full = QWidget()
        self._arrange()
        self.empty = EmptyState(
            "map", words.say("Nothing to do yet"), words.say("Begin with your area of work."), self._area_action(),
            words=words,
        )  # fmt: skip
        self.body.addWidget(self.full)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(0)
        self.context.area.changed.connect(lambda _: self.outdated())

    def _arrange(self) -> None:
        words = self.context.words
        column = QVBoxLayout(self.full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        route = Card()
        route.body.setContentsMargins(8, 8, 8, 8)
        route.body.addWidget(self.strip)
        column.addWidget(route)
        self._figures = QGridLayout()
        self._figures.setSpacing(12)
        column.addLayout(self._figures)
        self._lists = QHBoxLayout()
        self._lists.setSpacing(12)
        for title, parts, share in ((words.say("Today"), (self.today, self.calm), 3),
                                    (words.say("Last changed"), (self.recent,), 2)):  # fmt: skip
            card = Card(title)
            for part in parts:
                card.body.addWidget(part)
            card.body.addStretch(1)
            self._lists.addWidget(card, share)
        column.addLayout(self._lists)
        column.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lists side by side where there is room; figures in two rows where there is not."""
        super().resizeEvent(event)
        if hasattr(self, "_lists"):
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self.context.theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._lists.setDirection(way)
        columns = 2 if narrow else 4
        for n, card in enumerate(self.kpis):
            self._figures.addWidget(card, n // columns, n % columns)
        for n in range(4):
            self._figures.setColumnStretch(n, 1 if n < columns else 0)

    def heard(self, step: Step) -> None:
        """Every step is news here."""
        del step
        self.outdated()

    def refresh(self) -> None:
        """Reads everything once."""
        context, words = self.context, self.context.words
        kept = context.settings.get(_RHYTHM)
        with context.desk.look() as work:
            self._view = start_view(
                work, self._gazetteer, words, context.area.id, context.clock.today(),
                rhythm=Rhythm(kept) if kept in set(Rhythm) else Rhythm.HALF, remarks=self._remarks(),
                heads=context.desk.recent(STEPS),
            )  # fmt: skip
        facts, present = self._view.facts, context.area.id is not None
        self.full.setVisible(present)
        self.empty.setVisible(not present)
        self.head.set_primary(self._next_action() if present else None)
        self.head.set_facts(self._facts(facts) if present else "")
        self.strip.show_route(self._view.route)
        self._show_figures(facts)
        self._show_lists()

    def deeds(self) -> Sequence[Action]:
        """What can be done from here."""
        return (self._next_action(),) if self.context.area.id is not None and self._view.next else ()

    def _facts(self, facts: Facts) -> str:
        words = self.context.words
        parts = [facts.area_name, words.formats.long_day(self.context.clock.today())]
        return " · ".join(part for part in parts if part)

    def _show_figures(self, facts: Facts) -> None:
        words, formats = self.context.words, self.context.words.formats
        target = formats.rate(facts.target, 0)
        year = words.say("20 to 64 years, {year}", year=facts.year) if facts.year else words.say("no figures yet")
        self.kpis[0].show_figure(words.say("Employment rate"), formats.rate(facts.rate), year)
        self.kpis[1].show_figure(words.say("Gap to {target}", target=target), *self._gap(facts))
        share = f"{formats.number(facts.on_schedule)} / {formats.number(facts.in_scope)}"
        late = (
            words.count("{n} action late", "{n} actions late", facts.late) if facts.late else words.say("none is late")
        )
        self.kpis[2].show_figure(words.say("Actions on schedule"), share if facts.in_scope else formats.number(None),
                                 late if facts.in_scope else words.say("no actions yet"))  # fmt: skip
        self.kpis[3].show_figure(words.say("Agreements expiring"), formats.number(facts.expiring),
                                 words.say("within six months"))  # fmt: skip

    def _gap(self, facts: Facts) -> tuple[str, str]:
        words, formats = self.context.words, self.context.words.formats
        if facts.gap_pp is not None and facts.gap_pp <= Decimal(0):
            return words.say("reached"), words.say("the target is reached")
        if facts.extra_persons is None:
            return formats.points(facts.gap_pp, sign=False), words.say("no figures yet") if facts.gap_pp is None else ""
        n = facts.extra_persons
        note = words.count("{n} more person at work needed", "{n} more people at work needed", n)
        return formats.points(facts.gap_pp, sign=False), note

    def _show_lists(self) -> None:
        words, today = self.context.words, self.context.clock.today()
        found = self._view.facts.attention
        self.today.show_items([attention_item(words, item, n) for n, item in enumerate(found)])
        self.today.setVisible(bool(found))
        self.calm.setVisible(not found)
        self.recent.show_items([recent_item(words, step, today) for step in self._view.recent[:SHOWN]])

    def _open(self, number: str) -> None:
        """Goes to what was chosen in *Today*."""
        item = self._view.facts.attention[int(number)]
        self.context.go.to(Place(PAGES[item.matter], item.id))

    def _go_step(self, key: StepKey) -> None:
        self.context.go.to(Place(key.value))

    def _go_next(self) -> None:
        step: NextStep | None = self._view.next
        if step is not None:
            self.context.go.to(Place(step.page, step.id))

    def _next_action(self) -> Action:
        return next_action(self._view.next or NextStep("area", "area"), self._go_next)

    def _area_action(self) -> Action:
        return Action(
            "start.area", N_("Make my area"), "map", run=lambda: self.context.go.to(Place("area", view="new"))
        )
