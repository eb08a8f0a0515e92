"""The button with the plans of an area: which one is on screen, and what can be done with a whole plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from coopdesk.cycle.ui.frame import plan_name
from coopdesk.plan.model import Plan
from coopdesk.shell.action import Action
from coopdesk.shell.context import Context
from coopdesk.shell.labels import Button


class PlanMenu(Button):
    """Opens below itself; the plan on screen is ticked."""

    def __init__(
        self, context: Context, choose: Callable[[str], object], deeds: Callable[[], Sequence[Action]]
    ) -> None:
        super().__init__("", "calendar_ltr", "", self.open_menu, context.words.say("Choose a plan, or start another"))
        self._context, self._choose, self._deeds = context, choose, deeds
        self._plans: Sequence[Plan] = ()
        self._shown: Plan | None = None
        self._menu: QMenu | None = None

    def show_plans(self, plans: Sequence[Plan], shown: Plan | None) -> None:
        """What there is to choose from."""
        self._plans, self._shown = plans, shown
        text = f"{shown.begin_year}–{shown.end_year}" if shown is not None else self._context.words.say("Start a plan")
        self.setText(text)
        self.setAccessibleName(f"{text}. {self.toolTip()}")

    def menu_now(self) -> QMenu:
        """The menu as it is now."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        for plan in self._plans:
            entry = menu.addAction(plan_name(self._context.words, plan))
            entry.setCheckable(True)
            entry.setChecked(self._shown is not None and plan.id == self._shown.id)
            entry.triggered.connect(self._chooser(plan.id))
        if self._plans:
            menu.addSeparator()
        last = None
        for action in self._deeds():
            if last not in (None, action.group):
                menu.addSeparator()
            last = action.group
            self._add(menu, action)
        return menu

    def open_menu(self) -> None:
        """Under the button, with the first entry ready for the arrows."""
        menu = self.menu_now()
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _add(self, menu: QMenu, action: Action) -> None:
        entry: QAction = menu.addAction(action.text(self._context.words))
        entry.setEnabled(action.enabled())
        entry.triggered.connect(lambda *_: action.run())

    def _chooser(self, plan_id: str) -> Callable[..., object]:
        return lambda *_: self._choose(plan_id)
