"""The fields of an action in the pane, by the name of what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from coopdesk.plan.model import PolicyPriority
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.plan.ui.layouts import SnugNote
from coopdesk.plan.wording import domain_word
from coopdesk.shell.context import Context
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.field import Field
from coopdesk.shell.fields.number import PercentageField
from coopdesk.shell.fields.text import TextField

LONGEST = 48  # characters of a priority in the list


class ActionFields:
    """Made once; what can be chosen in them comes with the plan."""

    def __init__(self, context: Context) -> None:
        say = context.words.say
        self._context = context
        options = [(c.value, c.text, c.icon) for c in wording.status_choices(context.words)]
        self.lead = TextField(context, say("Lead"))
        self.towns = ManyField(context, say("Municipalities"), hint=say("None chosen means the whole area."))
        self.partners = ManyField(context, say("Partners"), free=True)
        self.groups = ManyField(context, say("Target groups"), free=True)
        self.priorities = ManyField(context, say("Flemish priority"))
        self.domain = ChoiceField(context, say("Level under the objective"), [])
        self.fields: dict[str, Field] = {
            "title": TextField(context, say("Action"), required=True),
            "status": ChoiceField(context, say("Status"), options),
            "end": DateField(context, say("End date")),
            "lead": self.lead,
            "progress": PercentageField(context, say("Progress"), whole=True, step=5),
            "begin": DateField(context, say("Begin date")),
            "code": TextField(context, say("No.")),
            "domain_id": self.domain,
            "nis": self.towns,
            "partners": self.partners,
            "target_groups": self.groups,
            "priorities": self.priorities,
            "reporting_codes": ManyField(context, say("Other reporting codes"), free=True),
            "description": SnugNote(context, say("Description"), 3),
            "remark": SnugNote(context, say("Remark"), 3),
        }

    def pair(self, left: str, right: str) -> QHBoxLayout:
        """Two short fields beside each other."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.fields[left], 1)
        row.addWidget(self.fields[right], 1)
        return row

    def offer(self, view: PlanView, people: Sequence[str], towns: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, for this plan."""
        self.lead.offer(list(people))
        self.towns.offer(list(towns))
        self.partners.offer([(name, name) for name in people])
        groups = sorted({name for row in view.rows for name in row.action.target_groups}, key=str.casefold)
        self.groups.offer([(name, name) for name in groups])
        self.priorities.offer([(one.code, _short(one)) for one in view.priorities])

    def show_row(self, row: ActionRow, view: PlanView, *, same: bool) -> None:
        """Shows an action; a field with a problem keeps what was typed as long as it is the same one."""
        head = next(one for one in view.objectives if one.id == row.objective.id)
        none = self._context.words.say("none")
        self.domain.offer([(None, none), *((one.id, one.title) for one in head.domains)])
        self.domain.setVisible(bool(head.domains))
        self.domain.setToolTip(domain_word(self._context.words, view.plan))
        for key, field in self.fields.items():
            if not same:
                field.clear_problem()
            if not (same and field.problem):
                field.show_value(getattr(row.action, key))


def _short(priority: PolicyPriority) -> str:
    title = priority.title if len(priority.title) <= LONGEST else priority.title[: LONGEST - 1].rstrip() + "…"
    return f"{priority.code} · {title}"
