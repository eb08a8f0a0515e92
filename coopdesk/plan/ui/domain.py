"""The pane of a level between objective and action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coopdesk.plan.commands.objectives import MoveDomain, ReviseDomain
from coopdesk.plan.model import ActionDomain
from coopdesk.plan.ui.layouts import at_left
from coopdesk.shell.context import Context
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.labels import Button


class DomainDetail(QWidget):
    """Made once and filled for each."""

    def __init__(
        self, context: Context, freshen: Callable[[], object], remove: Callable[[ActionDomain], object]
    ) -> None:
        super().__init__()
        self._context, self._freshen, self._remove = context, freshen, remove
        self._domain: ActionDomain | None = None
        self._at = 0
        say = context.words.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.fields: dict[str, Field] = {
            "title": TextField(context, say("Title"), required=True),
            "code": TextField(context, say("No.")),
        }
        for key, field in self.fields.items():
            field.committed.connect(lambda value, key=key: self._revise(key, value))
            column.addWidget(field)
        column.addLayout(at_left(Button(say("Move up"), "arrow_up", "flat", lambda: self._move(-1))))
        column.addLayout(at_left(Button(say("Move down"), "arrow_down", "flat", lambda: self._move(1))))
        column.addLayout(at_left(Button(say("Remove this level"), "dismiss", "flat", self._remove_shown)))

    def show_domain(self, domain: ActionDomain, at: int) -> None:
        """Shows a level as it is now; `at` is its place under the objective."""
        self._domain, self._at = domain, at
        for key, field in self.fields.items():
            field.show_value(getattr(domain, key))

    def _revise(self, key: str, value: Any) -> None:
        self._freshen()
        if self._domain is not None:
            changed = ReviseDomain(replace(self._domain, **{key: value}))
            if self._context.submit(changed, self.fields[key]):
                self._freshen()

    def _move(self, step: int) -> None:
        if self._domain is None or self._at + step < 0:
            return
        if self._context.submit(MoveDomain(self._domain.id, self._domain.version, self._at + step), self):
            self._freshen()

    def _remove_shown(self) -> None:
        if self._domain is not None:
            self._remove(self._domain)
