"""The changes made while following up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from coopdesk.followup.model import Measurement, Meeting, ProgressNote
from coopdesk.followup.ports import FollowupWork, T
from coopdesk.followup.rules import checked_period
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, ObjectiveIndicator
from coopdesk.words.marks import N_

CHANGED = N_("This was changed since you opened it.")


@dataclass(frozen=True, slots=True)
class Measure:
    """Keeps the value of an indicator over a period, over what was kept before; None takes it away. Returns its id,
    or "" when taken away. `remark` and `source` stay as they were when None."""

    indicator_id: str
    period: str
    value: Decimal | None
    remark: str | None = None
    source: str | None = None
    label: str = N_("Add measurement")

    def run(self, work: FollowupWork) -> str:
        indicator = work.plans.get(ObjectiveIndicator, self.indicator_id)
        work.about(indicator.title)
        period = checked_period(self.period)
        kept = next((m for m in work.followup.measurements([indicator.id]) if m.period == period), None)
        if self.value is None:
            if kept is not None:
                work.followup.remove(kept)
            return ""
        made = kept or Measurement(new_id(), indicator.id, period, self.value)
        made = replace(
            made,
            value=self.value,
            remark=made.remark if self.remark is None else self.remark.strip(),
            source=made.source if self.source is None else self.source.strip(),
        )
        if kept is None:
            work.followup.add(made)
        else:
            work.followup.save(made)
        return made.id


@dataclass(frozen=True, slots=True)
class Comment:
    """Keeps what is said about an action in the account of a period; an empty text takes it away."""

    action_id: str
    period: str
    text: str
    label: str = N_("Change commentary")

    def run(self, work: FollowupWork) -> None:
        action = work.plans.get(Action, self.action_id)
        work.about(action.title)
        period, text = checked_period(self.period), self.text.strip()
        kept = next((n for n in work.followup.notes([action.id]) if n.period == period), None)
        if kept is None and text:
            work.followup.add(ProgressNote(new_id(), action.id, period, text))
        elif kept is not None and text:
            work.followup.save(replace(kept, text=text))
        elif kept is not None:
            work.followup.remove(kept)


@dataclass(frozen=True, slots=True)
class AddMeeting:
    """Adds a meeting and returns its id."""

    area_id: str
    body: str
    day: date
    decisions: str = ""
    minutes: str = ""
    label: str = N_("Add meeting")

    def run(self, work: FollowupWork) -> str:
        made = _checked(Meeting(new_id(), self.area_id, self.body, self.day, self.decisions, self.minutes))
        work.followup.add(made)
        work.about(made.body)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseMeeting:
    """Keeps a changed meeting; the value carries the version that was seen."""

    changed: Meeting
    label: str = N_("Change meeting")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: FollowupWork) -> None:
        kept = _seen(work, Meeting, self.changed.id, self.seen_version)
        changed = _checked(replace(self.changed, area_id=kept.area_id))
        work.followup.save(changed)
        work.about(changed.body)


@dataclass(frozen=True, slots=True)
class RemoveMeetings:
    """Removes meetings in one step."""

    ids: tuple[str, ...]
    label: str = N_("Remove meeting")

    def run(self, work: FollowupWork) -> None:
        for one in self.ids:
            meeting = work.followup.get(Meeting, one)
            work.followup.remove(meeting)
            work.about(meeting.body)


def _checked(meeting: Meeting) -> Meeting:
    body = " ".join(meeting.body.split())
    if not body:
        raise Invalid(N_("Say who met, for example the steering group."))
    return replace(meeting, body=body, decisions=meeting.decisions.strip(), minutes=meeting.minutes.strip())


def _seen(work: FollowupWork, kind: type[T], id: str, version: int) -> T:
    kept = work.followup.get(kind, id)
    if kept.version != version:
        raise Conflict(CHANGED)
    return kept
