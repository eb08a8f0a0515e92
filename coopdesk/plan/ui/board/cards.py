"""Actions as cards, in columns by status, objective, lead or municipality; and what moving a card means. Free of Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from coopdesk.plan.commands.actions import MoveAction, ReviseAction
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.ui import wording
from coopdesk.shell.board.column import Head
from coopdesk.words.catalogue import Words

NOBODY, EVERYWHERE = "", ""  # the columns of actions without a lead, and of those for the whole area


class Sorting(StrEnum):
    """What the columns of the board are."""

    STATUS = "status"
    OBJECTIVE = "objective"
    LEAD = "lead"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class ActionCard:
    """One action as the board shows it. Its words are made when they are asked for: of thousands of cards a few are in
    sight."""

    row: ActionRow
    words: Words = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        return self.row.action.id

    @property
    def title(self) -> str:
        return f"{self.row.action.code} {self.row.action.title}".strip()

    @property
    def lead(self) -> str:
        """Who leads it, or that nobody does."""
        return self.row.action.lead or self.words.say("No lead yet")

    @property
    def when(self) -> str:
        """When it ends."""
        end = self.row.action.end
        return self.words.formats.partial(end) if end is not None else self.words.say("no end date")

    @property
    def spoken(self) -> str:
        """All that is on it, in words."""
        words, action = self.words, self.row.action
        done = words.say("{progress}% done", progress=words.formats.number(action.progress))
        late = wording.late(words, self.row.days_late) if self.row.days_late else ""
        parts = (self.title, self.lead, wording.status(words, action.status), done, self.when, late)
        return ". ".join(part for part in parts if part)


def heads(sorting: Sorting, view: PlanView, towns: Sequence[tuple[str, str]], words: Words) -> list[Head]:
    """The columns there are."""
    match sorting:
        case Sorting.STATUS:
            return [Head(one, wording.status(words, one), wording.STATUS_LOOKS[one].icon) for one in ActionStatus]
        case Sorting.OBJECTIVE:
            return [Head(one.id, f"{one.objective.code} {one.objective.title}".strip()) for one in view.objectives]
        case Sorting.LEAD:
            names = sorted({row.action.lead for row in view.rows if row.action.lead}, key=str.casefold)
            return [*(Head(name, name) for name in names), Head(NOBODY, words.say("No lead yet"))]
        case Sorting.MUNICIPALITY:
            return [Head(EVERYWHERE, words.say("Whole area")), *(Head(nis, name) for nis, name in towns)]


def sorted_out(
    cards: Sequence[ActionCard], sorting: Sorting, towns: Sequence[tuple[str, str]]
) -> Mapping[Any, list[ActionCard]]:
    """The cards by column; one for several municipalities stands in the column of each."""
    found: defaultdict[Any, list[ActionCard]] = defaultdict(list)
    keys = _keys(sorting, {nis for nis, _ in towns})
    for card in cards:
        for key in keys(card.row):
            found[key].append(card)
    return found


def _keys(sorting: Sorting, known: set[str]) -> Callable[[ActionRow], tuple[Any, ...]]:
    """What says in which columns an action stands."""
    match sorting:
        case Sorting.STATUS:
            return lambda row: (row.action.status,)
        case Sorting.OBJECTIVE:
            return lambda row: (row.objective.id,)
        case Sorting.LEAD:
            return lambda row: (row.action.lead,)
        case Sorting.MUNICIPALITY:
            return lambda row: tuple(nis for nis in row.action.nis if nis in known) or (EVERYWHERE,)


def put(row: ActionRow, sorting: Sorting, source: Any, target: Any) -> Any:
    """The command that brings an action into another column."""
    action = row.action
    match sorting:
        case Sorting.STATUS:
            return ReviseAction(replace(action, status=target))
        case Sorting.OBJECTIVE:
            return MoveAction(action.id, action.version, target)
        case Sorting.LEAD:
            return ReviseAction(replace(action, lead=target))
        case Sorting.MUNICIPALITY:
            kept = tuple(nis for nis in action.nis if nis != source)
            return ReviseAction(replace(action, nis=(*kept, target) if target not in (EVERYWHERE, *kept) else
                                        () if target == EVERYWHERE else kept))  # fmt: skip


def beside(row: ActionRow, other: ActionRow, rows: Sequence[ActionRow]) -> Any:
    """The command that puts an action in the place of another one under the same objective; None under another."""
    if row.objective.id != other.objective.id or row.id == other.id:
        return None
    siblings = sorted(
        (one for one in rows if one.objective.id == row.objective.id), key=lambda one: one.action.position
    )
    index = [one.id for one in siblings].index(other.id)
    return MoveAction(row.id, row.action.version, row.objective.id, index, other.action.domain_id)
