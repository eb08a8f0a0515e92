"""Several edits as one: what a paste, a fill or a clear asks for, undone in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
