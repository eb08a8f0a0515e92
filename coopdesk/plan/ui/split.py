"""How the budget of an action is split over its municipalities, to the cent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coopdesk.plan.commands.actions import ReviseAction
from coopdesk.plan.model import SplitKey
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.shares import added, own_shares, split, weights, written
from coopdesk.plan.ui.layouts import clear_layout
from coopdesk.plan.wording import SPLITS
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.labels import Label

Inhabitants = Callable[[Sequence[str]], Mapping[str, Decimal]]
WHOLE = Decimal(100)


class SplitFields(QWidget):
    """What is split is the own share of a line, or its whole estimate where no own share was given."""

    def __init__(self, context: Context, freshen: Callable[[], object], inhabitants: Inhabitants) -> None:
        super().__init__()
        self._context, self._freshen, self._inhabitants = context, freshen, inhabitants
        self._row: ActionRow | None = None
        self._shown: object = None
        words = context.words
        self.key = ChoiceField(
            context, words.say("Split over municipalities"), [(key, words.say(text)) for key, text in SPLITS.items()]
        )
        self.key.committed.connect(lambda key: self._run({"split": key}, self.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.key)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        column.addLayout(self._grid)
        self.note = Label("", "small", "text2", wrap=True)
        column.addWidget(self.note)
        self.percentages: dict[str, Field] = {}

    def show_row(self, row: ActionRow, towns: Sequence[tuple[str, str]]) -> None:
        """Shows what each municipality of an action bears; without any chosen that is all of the area."""
        self._row = row
        self.key.show_value(row.action.split)
        places = [(nis, name) for nis, name in towns if not row.action.nis or nis in row.action.nis]
        on = row.action.split is not SplitKey.NONE
        people = self._inhabitants([nis for nis, _ in places]) if row.action.split is SplitKey.INHABITANTS else {}
        found = weights(row.action, [nis for nis, _ in places], people)
        amounts = added(split(line.cents if line.own is None else line.own, found) for line in row.lines)
        shown = (row.id, tuple(places), row.action.split, row.action.shares, tuple(amounts.items()))
        if shown != self._shown:
            self._shown = shown
            self._fill(row, places if on else [], amounts)
        self.note.setText(self._told(row, places, found) if on else "")
        self.note.setVisible(on and bool(self.note.text()))

    def _fill(self, row: ActionRow, places: Sequence[tuple[str, str]], amounts: Mapping[str, int]) -> None:
        clear_layout(self._grid)
        self.percentages = {}
        shares, money = own_shares(row.action), self._context.words.formats.money
        for at, (nis, name) in enumerate(places):
            self._grid.addWidget(Label(name, "small", wrap=True), at, 0)
            if row.action.split is SplitKey.OWN:
                field = PercentageField(self._context, "")
                field.setAccessibleName(name)
                field.focusProxy().setAccessibleName(self._context.words.say("Share of {name}", name=name))  # type: ignore[union-attr]
                field.show_value(shares.get(nis))
                field.committed.connect(partial(self._share, nis))
                self._grid.addWidget(field, at, 1)
                self.percentages[nis] = field
            self._grid.addWidget(Label(money(amounts[nis]) if nis in amounts else "–", "small"), at, 2)
        self._grid.setColumnStretch(0, 1)

    def _told(self, row: ActionRow, places: Sequence[tuple[str, str]], found: Mapping[str, Decimal]) -> str:
        words = self._context.words
        if not row.lines:
            return words.say("Give a budget first.")
        missing = [name for nis, name in places if nis not in found]
        if row.action.split is SplitKey.OWN and (whole := sum(found.values())) != WHOLE:
            return words.say(
                "Together {sum}, not 100%: split in proportion.", sum=words.formats.rate(whole or Decimal(0))
            )
        if missing:
            return words.say("No share is known for {names}.", names=words.formats.listing(missing))
        return words.say("Rounded down to the cent; cents left over go to who lost most.")

    def _share(self, nis: str, value: Decimal | None) -> None:
        self._freshen()
        if self._row is None:
            return
        shares = own_shares(self._row.action)
        if value is None:
            shares.pop(nis, None)
        else:
            shares[nis] = value
        self._run({"shares": written(shares)}, self.percentages.get(nis, self.key))

    def _run(self, changes: Mapping[str, object], near: QWidget) -> None:
        self._freshen()
        if self._row is None:
            return
        changed = replace(self._row.action, **changes)  # type: ignore[arg-type]  # fields of this very widget
        if self._context.submit(ReviseAction(changed), near):
            self._freshen()
