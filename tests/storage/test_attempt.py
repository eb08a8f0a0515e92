"""A part of a unit of work that is refused leaves nothing behind, and keeps none of the rest back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from coopdesk.contacts.commands.people import AddPerson, RemovePersons
from coopdesk.desk.desk import Desk
from coopdesk.kernel.errors import Invalid
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.shell.grid.batch import Attempt, Attempts
from coopdesk.territory.commands import AddArea


@dataclass(frozen=True, slots=True)
class AddAndRefuse:
    """Writes something, and is refused only then."""

    name: str
    label: str = "Add"

    def run(self, work: Any) -> None:
        AddPerson(self.name).run(work)
        raise Invalid("This name is taken.")


@dataclass(frozen=True, slots=True)
class Break:
    """Removes someone, and then meets a fault of ours."""

    id: str
    label: str = "Break"

    def run(self, work: Any) -> None:
        RemovePersons((self.id,)).run(work)
        raise RuntimeError("a fault of ours")


def names(desk: Desk[Any]) -> list[str]:
    with desk.look() as work:
        return sorted(person.name for person in work.contacts.persons())


def test_what_a_refused_part_wrote_is_gone_and_the_others_are_one_step(desk: Desk[Any]) -> None:
    parts = [Attempt(AddPerson("Ann")), Attempt(AddAndRefuse("Weg")), Attempt(AddPerson("Koen"))]
    outcomes = desk.do(Attempts(parts))
    assert [outcome.refusal is None for outcome in outcomes] == [True, False, True]
    assert names(desk) == ["Ann", "Koen"]
    step = desk.undo()
    assert step is not None
    assert len(step.rows) == 2
    assert names(desk) == []


def test_of_a_refused_row_the_cell_that_is_at_fault_is_left_out(desk: Desk[Any]) -> None:
    row = Attempt(AddAndRefuse("Weg"), ("name", "email"), (("email", AddAndRefuse("Weg")), ("name", AddPerson("Zij"))))
    (outcome,) = desk.do(Attempts([row]))
    assert outcome.refused == ("name",)
    assert names(desk) == ["Zij"]


def test_another_error_than_a_refusal_undoes_everything(desk: Desk[Any]) -> None:
    ann = desk.do(AddPerson("Ann"))
    with pytest.raises(RuntimeError):
        desk.do(Attempts([Attempt(AddPerson("Koen")), Attempt(Break(ann))]))
    assert names(desk) == ["Ann"]


def test_actions_added_in_one_step_each_get_a_code_and_a_place_of_their_own(desk: Desk[Any]) -> None:
    plan = desk.do(AddPlan(desk.do(AddArea("Gebied", (), 2026, 2031)), 2026, 2031))
    objective = desk.do(AddObjective(plan, "Doel"))
    desk.do(Attempts([Attempt(AddAction(objective, f"Actie {n}")) for n in range(4)]))
    with desk.look() as work:
        actions = work.plans.actions(plan)
    assert [action.code for action in actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert [action.position for action in actions] == [0, 1, 2, 3]
