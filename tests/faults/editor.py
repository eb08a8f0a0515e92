"""A person at work, as a process that can be killed: says what it will do, does it, and says that it is done.

Run as `python -m tests.faults.editor FOLDER SEED [early]`; `early` says "did" before doing it, so that a test of the
test can see edits being lost.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from coopdesk.figures.model import Observation, Source
from coopdesk.kernel.clock import SystemClock
from coopdesk.kernel.ids import new_id
from coopdesk.opening import Opened, open_desk
from coopdesk.opportunity.commands import AddOpportunity, RemoveOpportunities, ReviseOpportunity
from coopdesk.storage.unit import get_ready_to_write
from coopdesk.territory.commands import AddArea


@dataclass(frozen=True)
class BringIn:
    """An import of so many figures."""

    count: int
    label: str = "Import"

    def run(self, work) -> None:
        made = new_id()
        work.figures.add(Source(made, 1, "bron", "", SystemClock().today()))
        rows = [
            Observation(new_id(), 1, "employment_rate", "11001", str(n), Decimal(n), source_id=made, import_id=made)
            for n in range(self.count)
        ]
        work.figures.add_batch(made, rows)


def tell(verb: str, edit: list) -> None:
    sys.stdout.write(json.dumps([verb, *edit]) + "\n")
    sys.stdout.flush()


def cards(opened: Opened, area_id: str) -> list:
    with opened.desk.look() as work:
        return work.opportunities.of_area(area_id)


def choose(opened: Opened, area_id: str, chance: random.Random) -> tuple[list, object]:
    """The next edit: what it is called in the account, and the command; None for undo and redo."""
    there = cards(opened, area_id)
    verbs = ["add", "add", "revise", "revise", "import", "undo", "redo"] + ["remove"] * (len(there) > 20)
    verb = chance.choice(verbs)
    if verb == "undo" and opened.desk.history.undoable and opened.desk.history.undoable.label != "Add area":
        return ["undo"], None
    if verb == "redo" and opened.desk.history.redoable:
        return ["redo"], None
    if verb == "import":
        count = chance.randint(1, 400)
        return ["import", count], BringIn(count)
    if verb == "revise" and there:
        card, remark = chance.choice(there), f"{chance.random()}" * chance.randint(1, 200)
        return ["set", card.title, remark], ReviseOpportunity(replace(card, remark=remark))
    if verb == "remove":
        card = chance.choice(there)
        return ["remove", card.title], RemoveOpportunities((card.id,))
    title = f"kans {chance.random()}"
    return ["set", title, ""], AddOpportunity(area_id, title)


def main(folder: Path, seed: str, *, early: bool) -> None:
    chance = random.Random(seed)
    opened = open_desk(folder, SystemClock())
    with opened.desk.look() as work:
        areas = work.territory.areas()
    area_id = areas[0].id if areas else opened.desk.do(AddArea("Rivierenland", (), 2026, 2031))
    get_ready_to_write()
    tell("ready", [])
    while True:
        edit, command = choose(opened, area_id, chance)
        tell("will", edit)
        if early:
            tell("did", edit)
        if command is None:
            getattr(opened.desk, edit[0])()
        else:
            opened.desk.do(command)
        if not early:
            tell("did", edit)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], early=sys.argv[3:] == ["early"])
