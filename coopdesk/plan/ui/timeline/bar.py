"""An action as a bar in time, and in words. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coopdesk.plan.model import ActionStatus
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui import wording
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Bar:
    """From the first to the last possible day; one side is None where it is not known. `late` is in days."""

    begin: date | None
    end: date | None
    share: float
    late: int
    status: ActionStatus

    @property
    def whole(self) -> bool:
        """Whether both sides are known."""
        return self.begin is not None and self.end is not None

    @property
    def dated(self) -> bool:
        """Whether there is anything to show."""
        return self.begin is not None or self.end is not None

    @property
    def anchor(self) -> date | None:
        """The day it is found by."""
        return self.begin or self.end


def bar_of(row: ActionRow) -> Bar:
    """The bar of an action."""
    action = row.action
    begin = action.begin.first if action.begin is not None else None
    end = action.end.last if action.end is not None else None
    return Bar(begin, end, min(max(action.progress, 0), 100) / 100, row.days_late, action.status)


def beside(words: Words, row: ActionRow) -> str:
    """What stands behind a bar: how late it is, else how far."""
    if row.days_late:
        return wording.late(words, row.days_late)
    return f"{words.formats.number(row.action.progress)}%" if row.action.progress else ""


def spoken(words: Words, row: ActionRow) -> str:
    """What a sighted user sees of a row, in words."""
    action, formats = row.action, words.formats
    parts = [f"{action.code} {action.title}".strip(), action.lead, wording.status(words, action.status)]
    parts.append(words.say("{progress}% done", progress=formats.number(action.progress)))
    parts.append(when(words, row))
    if row.days_late:
        parts.append(wording.late(words, row.days_late))
    parts += [milestone(words, row, at) for at in range(len(row.milestones))]
    return ". ".join(part for part in parts if part)


def when(words: Words, row: ActionRow) -> str:
    """From when to when, or that it has no dates."""
    action, long = row.action, words.formats.long_partial
    if action.begin is not None and action.end is not None:
        return words.say("{begin} to {end}", begin=long(action.begin), end=long(action.end))
    if action.begin is not None:
        return words.say("from {begin}, no end date", begin=long(action.begin))
    if action.end is not None:
        return words.say("to {end}, no begin date", end=long(action.end))
    return words.say("no dates yet")


def milestone(words: Words, row: ActionRow, at: int) -> str:
    """A milestone in words."""
    one = row.milestones[at]
    day = words.formats.long_partial(one.due) if one.due is not None else words.say("no date")
    if one.done:
        return words.say("Milestone {title}, {day}, reached", title=one.title, day=day)
    return words.say("Milestone {title}, {day}, not reached yet", title=one.title, day=day)
