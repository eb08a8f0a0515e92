"""Several edits as one: what a paste, a fill or a clear asks for, undone in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coopdesk.kernel.errors import Conflict, Invalid, UserError
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class Batch:
    """Runs commands in one unit of work, in order; the result holds theirs. One refusal refuses all."""

    commands: tuple[Any, ...]
    label: str = N_("Change several cells")
    subject: str = ""

    def run(self, work: Any) -> tuple[Any, ...]:
        results = tuple(command.run(work) for command in self.commands)
        work.about(self.subject)
        return results


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of several edits: its result, or why it was refused, as a whole or for the cells named."""

    result: Any = None
    refusal: UserError | None = None
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One edit of a row that may be refused: `command` makes the whole of it, `without` what is left when the cell
    named is left out. The first that the rules accept counts."""

    command: Any
    cells: tuple[str, ...] = ()
    without: tuple[tuple[str, Any], ...] = ()

    def run(self, work: Any) -> Outcome:
        first = _tried(work, self.command, ())
        if first.refusal is None:
            return first
        for key, command in self.without:
            found = _tried(work, command, (key,))
            if found.refusal is None:
                return Outcome(found.result, first.refusal, (key,))
        return Outcome(None, first.refusal, self.cells)


def _tried(work: Any, command: Any, cells: tuple[str, ...]) -> Outcome:
    try:
        with work.attempt():
            return Outcome(command.run(work))
    except (Invalid, Conflict) as refusal:
        return Outcome(None, refusal, cells)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Several edits of which one that is refused keeps none of the others back; the result is an Outcome for each."""

    attempts: Sequence[Attempt]
    label: str = N_("Change several cells")
    subject: str = ""

    def run(self, work: Any) -> tuple[Outcome, ...]:
        outcomes = tuple(attempt.run(work) for attempt in self.attempts)
        work.about(self.subject)
        return outcomes
