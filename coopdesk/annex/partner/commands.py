"""Takes what a partner sent back into the plan, in one step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from coopdesk.annex.partner.model import Frame, Part
from coopdesk.followup.commands import Comment
from coopdesk.followup.ports import FollowupWork
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.plan.commands.actions import AddAction, ReviseAction
from coopdesk.plan.commands.parts import AddBudgetLine, ReviseBudgetLine
from coopdesk.plan.model import Action, BudgetLine
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Taken:
    """A value for a column of an action, of which this version was seen; or, with `note`, a line for its remark."""

    action_id: str
    seen_version: int
    part: Part
    value: Any = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """An action the partner added, under an objective of the plan."""

    objective_id: str
    title: str
    values: tuple[tuple[Part, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class TakePartnerBook:
    """Puts values, notes and new actions of one partner in the plan; returns the ids of the new actions."""

    frame: Frame
    cells: tuple[Taken, ...] = ()
    added: tuple[Added, ...] = ()
    label: str = N_("Take in a partner workbook")

    def run(self, work: FollowupWork) -> tuple[str, ...]:
        if not self.cells and not self.added:
            raise Invalid(N_("There is nothing to take in: choose at least one value of the partner."))
        by_action: defaultdict[str, list[Taken]] = defaultdict(list)
        for cell in self.cells:
            by_action[cell.action_id].append(cell)
        for action_id, cells in by_action.items():
            self._take(work, work.plans.get(Action, action_id), cells)
        made = tuple(self._add(work, one) for one in self.added)
        work.about(self.frame.partner)
        return made

    def _take(self, work: FollowupWork, action: Action, cells: list[Taken]) -> None:
        if any(cell.seen_version != action.version for cell in cells):
            raise Conflict(N_("This was changed since you opened it."))
        values = {cell.part: cell.value for cell in cells if not cell.note}
        notes = [cell.note for cell in cells if cell.note]
        changed = replace(action, **{part.value: value for part, value in values.items() if part not in _ELSEWHERE})
        if notes:
            changed = replace(changed, remark="\n".join([*filter(None, [changed.remark]), *notes]))
        if changed != action:
            ReviseAction(changed).run(work)
        self._rest(work, action.id, values)

    def _rest(self, work: FollowupWork, action_id: str, values: dict[Part, Any]) -> None:
        """What is not kept with the action itself: the comment of the half-year and the money of the year."""
        if Part.COMMENT in values:
            Comment(action_id, self.frame.half, values[Part.COMMENT] or "").run(work)
        if Part.SPENT in values:
            lines = [
                part for part in work.plans.parts_of(action_id)
                if isinstance(part, BudgetLine) and part.year == self.frame.year
            ]  # fmt: skip
            self._spend(work, action_id, lines, values[Part.SPENT])

    def _spend(self, work: FollowupWork, action_id: str, lines: list[BudgetLine], spent: int | None) -> None:
        if len(lines) > 1:
            raise Invalid(N_("This budget is spread over several lines. Change them in the pane at the right."))
        if lines:
            ReviseBudgetLine(replace(lines[0], spent=spent)).run(work)
        elif spent is not None:
            AddBudgetLine(action_id, self.frame.year, 0, spent).run(work)

    def _add(self, work: FollowupWork, added: Added) -> str:
        values = dict(added.values)
        own = {part.value: value for part, value in values.items() if part not in _ELSEWHERE}
        made = AddAction(added.objective_id, added.title, values={"lead": self.frame.partner, **own}).run(work)
        self._rest(work, made, values)
        return made


_ELSEWHERE = (Part.COMMENT, Part.SPENT)
