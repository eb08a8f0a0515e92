"""Removing from the plan: nothing is asked, the bar says what went and offers to bring it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coopdesk.plan.commands.actions import RemoveActions
from coopdesk.plan.commands.objectives import RemoveDomain, RemoveObjectives
from coopdesk.plan.model import ActionDomain
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView
from coopdesk.shell.context import Context


class Removing:
    """`page` is the place the refusals are shown at."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context, self._page = context, page

    def rows(self, rows: Sequence[ActionRow]) -> None:
        """Removes actions."""
        words = self._context.words
        if not rows or not self._context.submit(RemoveActions(tuple(row.id for row in rows)), self._page):
            return
        if len(rows) == 1:
            self._say(words.say("Action “{title}” removed.", title=rows[0].action.title))
        else:
            self._say(words.count("{n} action removed.", "{n} actions removed.", len(rows)))

    def objective(self, row: ObjectiveRow) -> None:
        """Removes an objective with its actions."""
        if self._context.submit(RemoveObjectives((row.id,)), self._page):
            self._say(self._context.words.say("Objective “{title}” removed.", title=row.objective.title))

    def domain(self, domain: ActionDomain) -> None:
        """Removes a level; its actions stay under the objective."""
        if self._context.submit(RemoveDomain(domain.id), self._page):
            text = self._context.words.say("“{title}” removed. Its actions stay.", title=domain.title)
            self._say(text)

    def heading(self, view: PlanView | None, id: str) -> None:
        """Removes what a heading stands for: an objective with its actions, or a level."""
        for row in view.objectives if view is not None else ():
            if row.id == id:
                self.objective(row)
                return
            for domain in row.domains:
                if domain.id == id:
                    self.domain(domain)
                    return

    def _say(self, text: str) -> None:
        self._context.messages.note(text, undo=True)
