"""How fast the check of the priorities is, and the difference with an approved version:
`python -m tests.bench.plan_checks`.

300 and 5,000 actions with two milestones and two years of budget each, over six years and eight priorities; the check
also for twelve municipalities. Of the actions of the difference one in ten reads otherwise, one in fifty went and all
of one objective stand in another order. Exit code 1 when a goal in milliseconds is missed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from coopdesk.cycle.rules.content import PlanContent, content, digest, frozen, thawed
from coopdesk.cycle.rules.matrix import matrix
from coopdesk.cycle.telling import told
from coopdesk.plan.model import Action, BudgetLine, PolicyPriority
from coopdesk.plan.queries import PlanView
from coopdesk.words.catalogue import open_words
from tests.bench.plan_views import plan_of

GOALS = {300: (50.0, 50.0, 100.0), 5000: (50.0, 100.0, 1000.0)}  # check, per municipality, difference
ROUNDS = 5
PRIORITIES = [PolicyPriority(f"p{at}", f"WSE-LR{at}", f"Prioriteit {at}", 2026) for at in range(8)]
TOWNS = [str(11000 + at) for at in range(12)]


def actions_of(view: PlanView) -> list[Action]:
    """Each for a priority, three in four of them for some municipalities only."""
    return [
        replace(row.action, priorities=(f"WSE-LR{at % 8}",), nis=tuple(TOWNS[at % 12 : at % 12 + at % 4]))
        for at, row in enumerate(view.rows)
    ]


def content_of(view: PlanView) -> PlanContent:
    actions = actions_of(view)
    budget = [BudgetLine(f"{one.id}/{year}", one.id, year, 100_000) for one in actions for year in (2026, 2027)]
    milestones = [one for row in view.rows for one in row.milestones]
    return content(view.plan, [*(one.objective for one in view.objectives), *actions, *milestones, *budget])


def revised(before: PlanContent) -> PlanContent:
    """What became of it."""
    actions = before.of(Action)
    gone = {one.id for one in actions[::50]}
    turned = {one.id: len(actions) - one.position for one in actions if one.objective_id == "o3"}
    parts = [
        replace(part, title=f"{part.title}, herwerkt" if part.position % 10 == 3 else part.title,
                position=turned.get(part.id, part.position)) if isinstance(part, Action) else part
        for part in before.parts if part.id not in gone and getattr(part, "action_id", "") not in gone
    ]  # fmt: skip
    return content(before.plan, parts)


def taken(run: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds of this process's own work."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        run()
        found.append((time.process_time() - began) * 1000)
    return statistics.median(found)


def compared(text: str, after: PlanContent) -> int:
    """From the text that is kept to every difference in words."""
    lines = told(thawed(text, digest(text)), after, open_words("nl"), str)
    assert lines
    return len(lines)


def measured(n: int) -> tuple[tuple[str, float], ...]:
    """What each takes with so many actions."""
    view = plan_of(n)
    actions, before = actions_of(view), content_of(view)
    text, after = frozen(before), revised(before)
    return (
        ("check", taken(lambda: matrix(view.plan, actions, PRIORITIES, []))),
        ("check per municipality", taken(lambda: matrix(view.plan, actions, PRIORITIES, [], TOWNS))),
        ("difference", taken(lambda: compared(text, after))),
    )


def main() -> int:
    met = True
    for n, goals in GOALS.items():
        for (name, took), goal in zip(measured(n), goals, strict=True):
            met = met and took <= goal
            sys.stdout.write(f"{n:>5} actions  {name:<24} {took:8.1f} ms  <= {goal:5.0f} ms\n")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
