"""Fixing a plan as it was approved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from coopdesk.cycle.model import FrozenContent, PlanVersion
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.queries.contents import content_of
from coopdesk.cycle.rules.content import digest, frozen
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class FixPlan:
    """Keeps the whole plan as it is now as an approved version; returns its id."""

    plan_id: str
    name: str
    decided: date
    body: str
    today: date
    label: str = N_("Fix the plan")

    def run(self, work: CycleWork) -> str:
        name = _named(self.name)
        text = frozen(content_of(work, self.plan_id))
        if self.decided > self.today:
            raise Invalid(N_("This day is still to come. Fix the plan once it has been decided."))
        made = PlanVersion(
            new_id(), self.plan_id, name, self.decided, " ".join(self.body.split()), digest(text), self.today
        )
        work.cycles.add(made)
        work.cycles.add(FrozenContent(new_id(), made.id, text))
        work.about(name)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseVersion:
    """Keeps another name, day or body of an approved version; what was approved cannot be changed."""

    changed: PlanVersion
    label: str = N_("Change approved version")

    def run(self, work: CycleWork) -> None:
        kept = work.cycles.get(PlanVersion, self.changed.id)
        if kept.version != self.changed.version:
            raise Conflict(N_("This was changed since you opened it."))
        name, body = _named(self.changed.name), " ".join(self.changed.body.split())
        work.cycles.save(replace(kept, name=name, decided=self.changed.decided, body=body))
        work.about(name)


@dataclass(frozen=True, slots=True)
class RemoveVersion:
    """Removes an approved version; the plan itself stays as it is."""

    id: str
    label: str = N_("Remove approved version")

    def run(self, work: CycleWork) -> None:
        version = work.cycles.get(PlanVersion, self.id)
        work.cycles.remove(work.cycles.content(version.id))
        work.cycles.remove(version)
        work.about(version.name)


def _named(name: str) -> str:
    found = " ".join(name.split())
    if not found:
        raise Invalid(N_("Give the version a name, for example “Approved by the council”."))
    return found
