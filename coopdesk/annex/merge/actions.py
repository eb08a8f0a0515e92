"""Actions of an annex beside those of the plan: known by code, else by title where the codes do not differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from coopdesk.annex.merge.fields import FIELDS, MONEY, UNTOUCHED, budget_line, is_spread, money, summed, values
from coopdesk.annex.merge.homes import HOME, Homes, domain_for, homes_in, moved, objective_for, titles
from coopdesk.annex.merge.parts import PARTS, Parts, listed_parts, parts_in, write_parts
from coopdesk.annex.merge.sides import Difference, Known, Origins, Side, Value, as_text, known, settle
from coopdesk.annex.merge.tally import Comparison, Import, Tally, kept_count
from coopdesk.annex.merge.twins import paired
from coopdesk.annex.model import ActionEntry, Choices, Entry, Meaning, Origin
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, BudgetLine, Plan
from coopdesk.plan.ports import PlanStore
from coopdesk.plan.rules import checked, last_position, next_code


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action as it will be, the row that changes it, its budget line if that changes, the fields in which the user's
    own value stays, and what changes beyond the action itself: its objective, the level between, its parts."""

    action: Action
    entry: ActionEntry
    budget: BudgetLine | None = None
    adds_budget: bool = False
    kept: frozenset[Meaning] = frozenset()
    beyond: frozenset[Meaning] = frozenset()


@dataclass(frozen=True, slots=True)
class ActionMerge:
    """Actions to add, actions to change, how many stay the same, how many keep their own dates or a
    budget of several years, what differs, and the rows that share nothing but a code with an action of the plan."""

    new: list[ActionEntry] = field(default_factory=list)
    changed: list[ActionChange] = field(default_factory=list)
    same: int = 0
    undated: int = 0
    spread: int = 0
    differences: tuple[Difference, ...] = ()
    twins: tuple[Difference, ...] = ()

    @property
    def comparison(self) -> Comparison:
        """The counts and the differences."""
        tally = Tally(len(self.new), len(self.changed), self.same, undated=self.undated, spread=self.spread,
                      kept=kept_count(self.differences), twins=len(self.twins))  # fmt: skip
        places = (_cell(entry, Meaning.TITLE) for entry in self.new)
        return Comparison(tally, self.differences, frozenset((o.sheet, o.row) for o in places), self.twins)


def compare_actions(
    store: PlanStore, imports: Origins, plan_id: str, entries: Iterable[Entry], choices: Choices = Choices()  # noqa: B008
) -> ActionMerge:  # fmt: skip
    """What the file changes; a field the file leaves empty keeps what the user put there."""
    there = store.actions(plan_id) if plan_id else []
    before = known(imports, [action.id for action in there])
    found = paired(there, entries, before, same=choices.same_actions)
    twins = tuple(
        Difference(kept.id, kept.title, Meaning.CODE, None, kept.title, entry.title, _cell(entry, Meaning.CODE),
                   Side.BOTH, taken=False)
        for kept, entry in found.doubtful
    )  # fmt: skip
    merge = ActionMerge(found.new, twins=twins)
    if not found.known:
        return merge
    around = homes_in(store, plan_id), parts_in(store, plan_id)
    begin_year = store.get(Plan, plan_id).begin_year
    return _compared(merge, found.known, before, _budget(store, plan_id), around, choices, begin_year)


def _compared(
    merge: ActionMerge, pairs: list[tuple[Action, ActionEntry]], before: Known, lines: dict[str, list[BudgetLine]],
    around: tuple[Homes, Parts], choices: Choices, begin_year: int,
) -> ActionMerge:  # fmt: skip
    same = undated = spread = 0
    all_differences: list[Difference] = []
    for kept, entry in pairs:
        mine = lines.get(kept.id, [])
        differences = _differences(kept, entry, mine, around, before, choices)
        told, dated = _with(kept, {d.field: d.new for d in differences if d.taken})
        undated += not dated
        if not dated:
            differences = [replace(d, taken=False) if d.field in _DATES else d for d in differences]
        line = budget_line(mine, kept.id, _year(entry, begin_year), {
            Meaning(d.field): d.new for d in differences if d.taken and d.field in MONEY
        })  # fmt: skip
        spread += is_spread(mine, entry)
        all_differences.extend(differences)
        taken = {d.field for d in differences if d.taken}
        beyond = frozenset(meaning for meaning in (*HOME, *PARTS) if meaning in taken)
        if told == kept and line is None and not beyond:
            same += 1
        else:
            stays = frozenset(Meaning(d.field) for d in differences if not d.taken)
            merge.changed.append(ActionChange(told, entry, line, not mine, stays, beyond))
    return replace(merge, same=same, undated=undated, spread=spread, differences=tuple(all_differences))


def _budget(store: PlanStore, plan_id: str) -> dict[str, list[BudgetLine]]:
    found: dict[str, list[BudgetLine]] = {}
    for line in store.budget(plan_id):
        found.setdefault(line.action_id, []).append(line)
    return found


_DATES = (Meaning.BEGIN.value, Meaning.END.value)


def _differences(
    action: Action,
    entry: ActionEntry,
    lines: list[BudgetLine],
    around: tuple[Homes, Parts],
    before: Known,
    choices: Choices,
) -> list[Difference]:
    pairs: dict[Meaning, tuple[Value, Value]] = {
        meaning: (getattr(action, FIELDS[meaning]), new) for meaning, new in values(entry).items()
    }
    for one in around:
        pairs |= one.told(action, entry)
    if len(lines) <= 1 and len(entry.years) <= 1:
        mine = summed(lines)
        pairs |= {meaning: (mine[meaning], new) for meaning, new in money(entry).items()}
    found = []
    for meaning, (old, new) in pairs.items():
        base = before.base(action.id, meaning.value, old, UNTOUCHED.get(meaning, ""))
        side, taken = settle(old, new, base, choices.rule(meaning.value))
        if side is not Side.NONE:
            cell = _cell(entry, meaning)
            found.append(Difference(action.id, action.title, meaning.value, base, old, new, cell, side, taken))
    return found


def _cell(entry: ActionEntry, meaning: Meaning) -> Origin:
    """The cell a field of a row was read from; that of its first field where the column says several things."""
    told = dict(entry.origins)
    stand_in = {Meaning.BEGIN: Meaning.TERM, Meaning.END: Meaning.TERM, Meaning.PROGRESS: Meaning.STATUS}
    for one in (meaning, stand_in.get(meaning, meaning)):
        if one in told:
            return told[one]
    return entry.origins[0][1]


def _with(action: Action, new: Mapping[str, Value]) -> tuple[Action, bool]:
    """The action with these values, and whether its dates could be taken over: dates that would end before they begin
    beside those of the plan leave the plan's as they are."""
    told = {FIELDS[Meaning(name)]: value for name, value in new.items() if name in FIELDS}
    undated = {name: value for name, value in told.items() if name not in _DATES}
    changed = replace(action, **undated)  # type: ignore[arg-type]
    if len(undated) == len(told):
        return changed, True
    try:
        return checked(replace(action, **told)), True  # type: ignore[arg-type]
    except Invalid:
        return changed, False


def _year(entry: ActionEntry, begin_year: int) -> int:
    """The year an amount of a row stands in: the one it names, that of the begin, else the first of the plan."""
    if len(entry.years) == 1:
        return entry.years[0].year
    return entry.begin.date.first.year if entry.begin.date else begin_year


def write_actions(store: PlanStore, plan_id: str, merge: ActionMerge, into: Import) -> None:
    """Adds objectives, domains, actions and their budget; saves the changed ones."""
    plan = store.get(Plan, plan_id)
    for change in merge.changed:
        action = moved(store, plan, change.action, change.entry, change.beyond)
        store.save(write_parts(store, action, change.entry, change.beyond))
        if change.budget is not None:
            if change.adds_budget:
                store.add(change.budget)
            else:
                store.save(change.budget)
        into.note(change.action.id, _noted(change.entry, change.kept), _brought(change.entry))
    for entry in merge.new:
        objective = objective_for(store, plan, entry)
        domain = domain_for(store, plan, objective, entry)
        actions = store.actions(plan.id)
        codes = {action.code for action in actions}
        code = entry.code if entry.code and entry.code not in codes else next_code(objective.code, codes)
        siblings = [a for a in actions if a.objective_id == objective.id]
        made = Action(
            new_id(), plan.id, objective.id, code, entry.title, domain_id=domain, position=last_position(siblings)
        )
        told = {m.value: value for m, value in values(entry).items() if as_text(value) and m is not Meaning.CODE}
        store.add(_with(made, told)[0])
        write_parts(store, made, entry, PARTS)
        line = None
        if len(entry.years) <= 1:
            line = budget_line([], made.id, _year(entry, plan.begin_year), money(entry))
        if line is not None:
            store.add(line)
        into.note(made.id, _noted(entry, frozenset()), _brought(entry))


def _brought(entry: ActionEntry) -> dict[Meaning, str]:
    """The value of each field as it is remembered to compare with later."""
    return {meaning: as_text(value) for meaning, value in _said(entry).items()}


def _said(entry: ActionEntry) -> dict[Meaning, Value]:
    """Everything a row says, by meaning."""
    return {**values(entry), **money(entry), **titles(entry), **listed_parts(entry)}


def _noted(entry: ActionEntry, kept: frozenset[Meaning]) -> tuple[tuple[Meaning, Origin], ...]:
    """The cells of a row by field: a column that says several things stands under each; what stays the user's own is
    not noted, so that the next file asks again."""
    told = dict(entry.origins)
    derived = [m for m, text in _brought(entry).items() if text and m not in told]
    noted = [*told.items(), *((meaning, _cell(entry, meaning)) for meaning in derived)]
    return tuple((meaning, origin) for meaning, origin in noted if meaning not in kept)
