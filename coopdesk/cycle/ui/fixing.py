"""Fixing the plan as it was approved: a name, the day of the decision and who decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from coopdesk.cycle.commands.versions import FixPlan
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.model import Plan
from coopdesk.shell.context import Context
from coopdesk.shell.dialog import Dialog
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.text import TextField


class FixDialog(Dialog):
    """Keeps all of the plan as it is now; nobody can change it afterwards."""

    def __init__(
        self, parent: QWidget | None, context: Context, plan: Plan, bodies: Sequence[str], done: Callable[[str], object]
    ) -> None:
        say = context.words.say
        super().__init__(
            parent, say("Fix the plan"),
            say("Coopdesk keeps the whole plan as it is now. You go on working as before, and see at any time what "
                "differs from what was approved."),
        )  # fmt: skip
        self._context, self._plan, self._done = context, plan, done
        self.name = TextField(
            context, say("Name of the version"), required=True, example=say("Approved by the council")
        )
        self.decided = DateField(context, say("Day of the decision"), required=True, whole_days=True)
        self.decided.show_value(PartialDate.day(context.clock.today()))
        self.body_field = TextField(context, say("Who decided"), names=list(bodies), example=say("Municipal council"))
        for field in (self.name, self.decided, self.body_field):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self.add_button(say("Cancel"), self.close)
        self.fix = self.add_button(say("Fix the plan"), self._fix, primary=True)
        self.resize(context.theme.px(480), context.theme.px(360))
        self.name.setFocus()

    def _fix(self) -> None:
        fields = (self.name, self.decided, self.body_field)
        sound = [field.commit() for field in fields]  # each field says what is wrong with it, not only the first
        if not all(sound):
            return
        decided = self.decided.value()
        command = FixPlan(
            self._plan.id, self.name.value(), decided.first, self.body_field.value(), self._context.clock.today()
        )  # fmt: skip
        self._context.submit(command, self.decided, self._fixed)

    def _fixed(self, version_id: str) -> None:
        self.close()
        self._done(version_id)
