"""The board view of the plan: what the columns are, and the cards in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui.board.cards import ActionCard, Sorting, beside, heads, put, sorted_out
from coopdesk.plan.ui.board.painter import ActionPainter
from coopdesk.shell.board.board import Board
from coopdesk.shell.context import Context
from coopdesk.shell.labels import Label
from coopdesk.shell.segmented import SegmentedControl
from coopdesk.shell.theme import current_theme

COLUMN = 196  # the least width of a column, in pixels; more of them scroll sideways
KEPT = "plan.board"


class BoardPanel(QWidget):
    """`asked` carries the command a moved card asks for."""

    asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, words = context, context.words
        self._view: PlanView | None = None
        self._rows: Sequence[ActionRow] = ()
        self._towns: Sequence[tuple[str, str]] = ()
        self.board = Board(
            context.theme, words, lambda view: ActionPainter(context.theme, view), words.say("No actions here"),
            lambda n: words.count("{n} action", "{n} actions", n),
        )  # fmt: skip
        self.board.moved.connect(self._moved)
        self.board.current_changed.connect(lambda _: self._into_sight())
        self.choice = SegmentedControl(words.say("Columns by"))
        self._name_choice()
        kept = context.settings.get(KEPT)
        self.choice.show_current(kept if kept in self.choice.keys else Sorting.STATUS)
        self.choice.chosen.connect(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(words.say("Columns by"), "small", "text2"))
        row.addWidget(self.choice)
        row.addStretch(1)
        column.addLayout(row)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.board)
        self.board.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.viewport().installEventFilter(self)
        column.addWidget(self._scroll, 1)
        current_theme().changed.connect(self._measure)

    @property
    def sorting(self) -> Sorting:
        """What the columns are."""
        return Sorting(self.choice.current)

    def show_rows(self, view: PlanView, rows: Sequence[ActionRow], towns: Sequence[tuple[str, str]]) -> None:
        """Other actions: those the filters leave."""
        self._view, self._rows, self._towns = view, rows, towns
        words = self._context.words
        cards = [ActionCard(row, words) for row in rows]
        self.board.show_heads(heads(self.sorting, view, towns, words))
        self.board.fill(sorted_out(cards, self.sorting, towns))
        self._measure()

    def _name_choice(self) -> None:
        words = self._context.words
        for sorting, text in (
            (Sorting.STATUS, words.say("Status")), (Sorting.OBJECTIVE, words.say("Objective")),
            (Sorting.LEAD, words.say("Lead")), (Sorting.MUNICIPALITY, words.say("Municipality")),
        ):  # fmt: skip
            self.choice.add(sorting, text)

    def _sort(self, key: str) -> None:
        self._context.settings.put(KEPT, key)
        if self._view is not None:
            self.show_rows(self._view, self._rows, self._towns)

    def _moved(self, card: ActionCard, source: object, target: object, place: int) -> None:
        """Into another column, or to another place under the same objective."""
        if source != target:
            self.asked.emit(put(card.row, self.sorting, source, target))
            return
        column = next(one for one in self.board.columns if one.key == source)
        cards = column.list.cards.cards
        other = cards[max(0, min(place, len(cards) - 1))]
        rows = self._view.rows if self._view is not None else ()
        if (command := beside(card.row, other.row, rows)) is not None:
            self.asked.emit(command)

    def _measure(self) -> None:
        theme, n = current_theme(), len(self.board.columns)
        self.board.setMinimumWidth(n * theme.px(COLUMN) + max(0, n - 1) * 16)

    def _into_sight(self) -> None:
        column = next((one for one in self.board.columns if one.list.current() is not None), None)
        if column is not None:
            self._scroll.ensureWidgetVisible(column, 16, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The board is as high as the room there is."""
        if event.type() == QEvent.Type.Resize:
            self.board.setMaximumHeight(self._scroll.viewport().height())
        return super().eventFilter(watched, event)
