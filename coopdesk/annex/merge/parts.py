"""The milestones, indicators, evidence and budget per year of an action beside those that a row of an annex lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from coopdesk.annex.merge.sides import Value
from coopdesk.annex.model import ActionEntry, Meaning
from coopdesk.annex.parts import Measure, Proof, Step, Year
from coopdesk.kernel.ids import new_id
from coopdesk.plan.model import Action, BudgetLine, Evidence, IndicatorTarget, Milestone, ObjectiveIndicator
from coopdesk.plan.ports import PlanStore
from coopdesk.plan.rules import progress_of

PARTS = (Meaning.MILESTONES, Meaning.MEASURES, Meaning.EVIDENCE, Meaning.YEARS)
P = TypeVar("P", Milestone, ObjectiveIndicator, Evidence)


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to the actions of a plan."""

    milestones: list[Milestone]
    indicators: list[ObjectiveIndicator]
    targets: list[IndicatorTarget]
    evidence: list[Evidence]
    budget: list[BudgetLine]

    def told(self, action: Action, entry: ActionEntry) -> dict[Meaning, tuple[Value, Value]]:
        """What an action has and what the row lists, each as lines."""
        measures = (measure_of(one, self.targets) for one in self.indicators if one.action_id == action.id)
        mine = {
            Meaning.MILESTONES: tuple(_step(one).line() for one in self.milestones if one.action_id == action.id),
            Meaning.MEASURES: tuple(measure.line() for measure in measures),
            Meaning.EVIDENCE: tuple(
                _proof(one).line() for one in self.evidence if one.action_id == action.id and not one.file_name
            ),
            Meaning.YEARS: tuple(year_of(one).line() for one in self.budget if one.action_id == action.id),
        }  # fmt: skip
        new = listed_parts(entry)
        return {meaning: (lines, new[meaning]) for meaning, lines in mine.items()}


def parts_in(store: PlanStore, plan_id: str) -> Parts:
    """Those of a plan."""
    return Parts(
        store.milestones(plan_id), store.indicators(plan_id), store.targets(plan_id), store.evidence(plan_id),
        store.budget(plan_id),
    )  # fmt: skip


def listed_parts(entry: ActionEntry) -> dict[Meaning, tuple[str, ...]]:
    """What a row lists, as lines."""
    return {
        Meaning.MILESTONES: tuple(step.line() for step in entry.milestones),
        Meaning.MEASURES: tuple(measure.line() for measure in entry.measures),
        Meaning.EVIDENCE: tuple(proof.line() for proof in entry.evidence if not proof.is_file),
        # The budget of one year stands in the columns of the amounts.
        Meaning.YEARS: tuple(year.line() for year in entry.years) if len(entry.years) > 1 else (),
    }  # fmt: skip


def _step(one: Milestone) -> Step:
    return Step(one.title, one.due, one.done)


def measure_of(one: ObjectiveIndicator, targets: Iterable[IndicatorTarget]) -> Measure:
    """An indicator as a cell holds it."""
    years = tuple((target.year, target.value) for target in targets if target.indicator_id == one.id)
    baseline, target = (one.baseline, one.baseline_year), (one.target, one.target_year)
    return Measure(one.title, one.indicator, baseline, target, one.unit, years)


def year_of(one: BudgetLine) -> Year:
    """A budget line as a cell holds it."""
    return Year(one.year, one.cents, one.spent, one.own, one.source)


def _proof(one: Evidence) -> Proof:
    return Proof(one.title, one.day, one.link)


def write_parts(store: PlanStore, action: Action, entry: ActionEntry, taken: Iterable[Meaning]) -> Action:
    """Makes what belongs to an action what the row lists: the same titles change, the others come and go. The action
    with the progress that its milestones then give."""
    for meaning in taken:
        if meaning is Meaning.MILESTONES:
            action = _write_steps(store, action, entry)
        elif meaning is Meaning.MEASURES:
            _write_measures(store, action, entry)
        elif meaning is Meaning.EVIDENCE:
            _write_proofs(store, action, entry)
        elif meaning is Meaning.YEARS and len(entry.years) > 1:
            _write_years(store, action, entry)
    return action


def _write_steps(store: PlanStore, action: Action, entry: ActionEntry) -> Action:
    there = _Titled(store, [one for one in store.parts_of(action.id) if isinstance(one, Milestone)])
    made = [
        there.put(step.title, Milestone("", action.id, step.title, step.due, step.done, at))
        for at, step in enumerate(entry.milestones)
    ]
    there.clear()
    progress = progress_of(made) if action.auto_progress else None
    return action if progress is None else replace(action, progress=progress)


def _write_measures(store: PlanStore, action: Action, entry: ActionEntry) -> None:
    there = _Titled(store, [one for one in store.parts_of(action.id) if isinstance(one, ObjectiveIndicator)])
    for at, told in enumerate(entry.measures):
        kept = there.put(told.title, ObjectiveIndicator(
            "", action.objective_id, told.title, told.code, told.unit, *told.baseline, *told.target, at, action.id
        ))  # fmt: skip
        _write_targets(store, kept.id, told)
    for gone in there.left():
        for target in store.targets_of(gone.id):
            store.remove(target)
    there.clear()


def _write_targets(store: PlanStore, indicator_id: str, told: Measure) -> None:
    there = store.targets_of(indicator_id)
    if sorted((target.year, target.value) for target in there) == sorted(told.years):
        return
    for target in there:
        store.remove(target)
    for year, value in told.years:
        store.add(IndicatorTarget(new_id(), indicator_id, year, value))


def _write_proofs(store: PlanStore, action: Action, entry: ActionEntry) -> None:
    """Notes and links: files do not travel in a cell, and are left as they are."""
    kept = [one for one in store.parts_of(action.id) if isinstance(one, Evidence) and not one.file_name]
    there = _Titled(store, kept)
    for at, told in enumerate(entry.evidence):
        if not told.is_file:
            there.put(told.title, Evidence("", action.id, told.title, told.day, told.where, position=at))
    there.clear()


def _write_years(store: PlanStore, action: Action, entry: ActionEntry) -> None:
    """Lines of the same year and source change, the others come and go."""
    there = [one for one in store.parts_of(action.id) if isinstance(one, BudgetLine)]
    for told in entry.years:
        near = sorted((one for one in there if one.year == told.year), key=lambda one: one.source != told.source)
        made = near[0] if near else BudgetLine("", action.id, told.year, 0)
        wanted = replace(made, cents=told.cents, spent=told.spent, own=told.own, source=told.source)
        if near:
            there.remove(made)
            store.save(wanted)
        else:
            store.add(replace(wanted, id=new_id()))
    for gone in there:
        store.remove(gone)


class _Titled(Generic[P]):
    """Parts of one kind by their titles, while they become those of a list."""

    def __init__(self, store: PlanStore, there: Iterable[P]) -> None:
        self._store = store
        self._there: dict[str, list[P]] = {}
        for one in there:
            self._there.setdefault(" ".join(one.title.split()), []).append(one)

    def put(self, title: str, wanted: P) -> P:
        """Keeps this in the place of one with the title, or adds it."""
        same = self._there.get(title)
        if same:
            kept = same.pop(0)
            made = replace(wanted, id=kept.id, version=kept.version)
            self._store.save(made)
        else:
            made = replace(wanted, id=new_id())
            self._store.add(made)
        return made

    def left(self) -> list[P]:
        """Those in whose place nothing came."""
        return [one for those in self._there.values() for one in those]

    def clear(self) -> None:
        """Removes them."""
        for one in self.left():
            self._store.remove(one)
