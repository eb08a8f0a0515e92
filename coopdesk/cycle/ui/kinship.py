"""In the pane of an action: the action it came from in the plan before, and the one that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.cycle.queries.lineage import Kin, lineage
from coopdesk.plan.model import Plan
from coopdesk.plan.ui.extras import PlanFrame
from coopdesk.plan.ui.layouts import at_left, clear_layout
from coopdesk.shell.context import Context
from coopdesk.shell.labels import NameButton
from coopdesk.shell.place import Place


class Kinship(QWidget):
    """Away while an action has neither."""

    def __init__(self, context: Context, page: PlanFrame) -> None:
        super().__init__()
        self._context, self._page = context, page
        self._found: Mapping[str, tuple[Kin, ...]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()
        page.grid.current_changed.connect(lambda _: self._show())

    def show_plan(self, plan: Plan | None) -> None:
        """Reads the kin of all actions of the area of a plan."""
        self._found = {}
        if plan is not None:
            with self._context.desk.look() as work:
                self._found = lineage(work, plan.area_id)
        self._show()

    def _show(self) -> None:
        row = self._page.grid.current()
        kin = self._found.get(row.id, ()) if row is not None else ()
        clear_layout(self._column)
        for one in kin:
            button = NameButton(self._text(one), "history", partial(self._context.go.to, Place("plan", one.action.id)))
            self._column.addLayout(at_left(button))
        self.setVisible(bool(kin))

    def _text(self, one: Kin) -> str:
        say, years = self._context.words.say, f"{one.plan.begin_year}–{one.plan.end_year}"
        name = f"{one.action.code} {one.action.title}".strip()
        if one.earlier:
            return say("Comes from {years}: {action}", years=years, action=name)
        return say("Goes on in {years}: {action}", years=years, action=name)
