"""Names the program does not know, each with the municipality it may stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.annex.meaning.register import Register
from coopdesk.annex.model import Doubt
from coopdesk.annex.ui.repairbutton import RepairButton
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.widgets import Button, Label

_SHOWN = 4


class NameRepairs(QWidget):
    """Per name a button for the likeliest municipality and a list of all; `chosen` gets the name and the NIS code."""

    def __init__(
        self, context: Context, register: Register, names: Mapping[str, int], chosen: Callable[[str, str], object], *,
        propose: bool,
    ) -> None:  # fmt: skip
        """The names with how many rows hold each; the first few of them are shown. `propose` offers likely ones."""
        super().__init__()
        self.buttons: list[Button] = []
        words, today = context.words, context.clock.today()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        everyone = sorted((one.name, one.nis) for one in register.by_nis.values() if one.on(today))
        for name in list(names)[:_SHOWN]:
            likely = register.likely(name) if propose else []
            for one in likely[:1]:
                text = words.say("‘{name}’ is {municipality}", name=name, municipality=one.name)
                button = RepairButton(text, run=partial(chosen, name, one.nis))
                self.buttons.append(button)
                column.addWidget(button)
            first = [(one.nis, one.name) for one in likely]
            rest = [(nis, title) for title, nis in everyone if nis not in {one.nis for one in likely}]
            field = ChoiceField(context, words.say("‘{name}’ is another municipality", name=name), [*first, *rest])
            field.committed.connect(partial(_told, chosen, name))
            column.addWidget(field)
        if len(names) > _SHOWN:
            more = len(names) - _SHOWN
            column.addWidget(Label(words.count("and {n} more name", "and {n} more names", more), "small", "text2"))


def names_in(doubts: Iterable[Doubt]) -> dict[str, int]:
    """The names these doubts are about, most rows first."""
    return dict(Counter(doubt.name for doubt in doubts if doubt.name).most_common())


def _told(chosen: Callable[[str, str], object], name: str, nis: str | None) -> None:
    if nis:
        chosen(name, nis)
