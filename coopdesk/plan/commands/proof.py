"""Changes to what shows that an action was done, and to what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.plan.commands.seen import named, seen
from coopdesk.plan.model import Action, ActionLink, Evidence, LinkKind
from coopdesk.plan.ports import FilingWork, PlanWork
from coopdesk.plan.rules import last_position
from coopdesk.words.marks import N_

EVIDENCE = N_("Say what this shows, for example “Attendance list of the job fair”.")


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Adds a note or a link to an action; returns its id."""

    action_id: str
    title: str
    link: str = ""
    day: PartialDate | None = None
    label: str = N_("Add evidence")

    def run(self, work: PlanWork) -> str:
        return _add(work, Evidence(new_id(), self.action_id, self.title, self.day, _address(self.link)))


@dataclass(frozen=True, slots=True)
class AttachEvidence:
    """Keeps a file by the hash of its content and adds it to an action under its own name; returns its id."""

    action_id: str
    file_name: str
    content: bytes = field(repr=False)
    label: str = N_("Attach file")

    def run(self, work: FilingWork) -> str:
        digest = work.attachments.keep(self.content)
        made = Evidence(
            new_id(), self.action_id, self.file_name, file_name=self.file_name, sha256=digest, size=len(self.content)
        )
        return _add(work, made)


@dataclass(frozen=True, slots=True)
class ReviseEvidence:
    """Keeps the changed words, day or link of a piece of evidence; its file stays the same."""

    changed: Evidence
    label: str = N_("Change evidence")

    def run(self, work: PlanWork) -> None:
        kept = seen(work, Evidence, self.changed.id, self.changed.version)
        title = named(self.changed.title, EVIDENCE)
        link = _address(self.changed.link)
        work.plans.save(replace(kept, title=title, day=self.changed.day, link=link))
        work.about(title)


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Takes a piece of evidence away; a file stays in the workspace, so that this can be undone."""

    id: str
    label: str = N_("Remove evidence")

    def run(self, work: PlanWork) -> None:
        evidence = work.plans.get(Evidence, self.id)
        work.plans.remove(evidence)
        work.about(evidence.title)


@dataclass(frozen=True, slots=True)
class LinkAction:
    """Says that an action rests on a finding, a figure or an agreement; saying it twice changes nothing."""

    action_id: str
    kind: LinkKind
    target: str
    label: str = N_("Link action")

    def run(self, work: PlanWork) -> None:
        action = work.plans.get(Action, self.action_id)
        if all(link.action_id != action.id for link in work.plans.rests_on(self.kind, self.target)):
            work.plans.add(ActionLink(new_id(), action.id, self.kind, self.target))
        work.about(action.title)


@dataclass(frozen=True, slots=True)
class UnlinkAction:
    """Takes back that an action rests on something."""

    action_id: str
    kind: LinkKind
    target: str
    label: str = N_("Unlink action")

    def run(self, work: PlanWork) -> None:
        for link in work.plans.rests_on(self.kind, self.target):
            if link.action_id == self.action_id:
                work.plans.remove(link)
        work.about(work.plans.get(Action, self.action_id).title)


def _add(work: PlanWork, evidence: Evidence) -> str:
    action = work.plans.get(Action, evidence.action_id)
    there = [part for part in work.plans.parts_of(action.id) if isinstance(part, Evidence)]
    made = replace(evidence, title=named(evidence.title, EVIDENCE), position=last_position(there))
    work.plans.add(made)
    work.about(made.title)
    return made.id


def _address(link: str) -> str:
    """The address as it may be opened: of the web only, since a click opens it."""
    found = link.strip()
    if found and not found.lower().startswith(("https://", "http://")):
        if "://" in found or found.startswith(("\\\\", "/")) or " " in found or "." not in found:
            raise Invalid(N_("Type the address of a web page, for example https://www.vdab.be."))
        return f"https://{found}"
    return found
