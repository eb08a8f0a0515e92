"""Kills a working Coopdesk at random moments and counts what was lost: `python -m tests.faults.kill 200`.

Lost is an edit that was acknowledged and is not there, or one that is there by half. The account of every run goes on
in the same workspace, with its undo history.
"""

from __future__ import annotations

import argparse
import json
import random
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from coopdesk.kernel.clock import SystemClock
from coopdesk.opening import opened

ROOT = Path(__file__).resolve().parents[2]
State = tuple[frozenset[tuple[str, str]], int]
START: State = (frozenset(), 0)


@dataclass
class Account:
    """What the workspace ought to hold: the states passed through and which of them is now."""

    states: list[State] = field(default_factory=lambda: [START])
    at: int = 0

    @property
    def now(self) -> State:
        return self.states[self.at]

    def after(self, edit: list) -> tuple[list[State], int]:
        """The states and the place among them once this edit is done."""
        if edit[0] == "undo":
            return self.states, self.at - 1
        if edit[0] == "redo":
            return self.states, self.at + 1
        cards, figures = self.now
        others = frozenset(card for card in cards if card[0] != edit[1])
        if edit[0] == "import":
            made = (cards, figures + edit[1])
        elif edit[0] == "remove":
            made = (others, figures)
        else:
            made = (others | {(edit[1], edit[2])}, figures)
        return [*self.states[: self.at + 1], made], self.at + 1

    def take(self, edit: list) -> None:
        self.states, self.at = self.after(edit)


@dataclass
class Tally:
    trials: int = 0
    acknowledged: int = 0
    lost: int = 0
    not_whole: int = 0
    in_flight_kept: int = 0


def found_in(folder: Path) -> tuple[State, list[str]]:
    """What the workspace holds after the kill, opened the usual way, and what `check` says of it."""
    with opened(folder, SystemClock()) as one:
        with one.desk.look() as work:
            cards = [c for a in work.territory.areas() for c in work.opportunities.of_area(a.id)]
            figures = len(work.figures.observations("employment_rate"))
        return (frozenset((c.title, c.remark) for c in cards), figures), one.workspace.problems()


def one_run(folder: Path, seed: int, *, early: bool) -> list[list]:
    """Lets the editor work and kills it at a random moment; what it said."""
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.faults.editor", str(folder), str(seed), *(["early"] if early else [])]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    if chance.random() < 0.85:  # the other times it may be killed while it is starting
        ready = process.stdout.readline()
        assert json.loads(ready) == ["ready"], ready
    deadline = time.monotonic() + chance.uniform(0, 0.4)
    said = b""
    while (left := deadline - time.monotonic()) > 0:
        if select.select([process.stdout], [], [], left)[0]:
            said += process.stdout.read1()
    process.kill()
    said += process.stdout.read()
    process.stdout.close()
    process.wait()
    lines = said[: said.rfind(b"\n") + 1].splitlines()
    return [line for line in map(json.loads, lines) if line != ["ready"]]


def judge(account: Account, lines: list[list], folder: Path, tally: Tally) -> None:
    """Hold what is there against what was acknowledged; the account goes on from what is there."""
    flying = None
    for verb, *edit in lines:
        if verb == "did":
            account.take(edit)
            tally.acknowledged += 1
        flying = edit if verb == "will" else None
    found, problems = found_in(folder)
    tally.not_whole += bool(problems)
    if found == account.now:
        return
    if flying is not None:
        states, at = account.after(flying)
        if states[at] == found:
            account.take(flying)
            tally.in_flight_kept += 1
            return
    tally.lost += 1


def trials(count: int, seed: int, *, early: bool = False) -> Tally:
    """So many kills in one workspace."""
    tally, account = Tally(), Account()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        for n in range(count):
            tally.trials += 1
            judge(account, one_run(folder, seed + n, early=early), folder, tally)
            if tally.lost:
                break  # from here on the account no longer knows what undo and redo will find
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill a working Coopdesk and count what is lost.")
    parser.add_argument("trials", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--early", action="store_true", help="acknowledge too early: must show losses")
    options = parser.parse_args()
    tally = trials(options.trials, options.seed, early=options.early)
    sys.stdout.write(
        f"{tally.trials} kills, {tally.acknowledged} edits acknowledged, {tally.lost} lost, "
        f"{tally.not_whole} workspaces not whole; {tally.in_flight_kept} edits in flight were kept\n"
    )
    return 1 if tally.lost or tally.not_whole else 0


if __name__ == "__main__":
    sys.exit(main())
