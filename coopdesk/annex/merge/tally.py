"""What importing would do, counted, and what it needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coopdesk.annex.kept import CellOrigin
from coopdesk.annex.model import Meaning, Origin
from coopdesk.kernel.ids import new_id
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things are new, changed by the file, or already there as they are; `unnamed` have no known indicator
    or period and wait for a choice; `undated` keep the dates they have, because those of the file would end before they
    begin."""

    added: int = 0
    changed: int = 0
    same: int = 0
    unnamed: int = 0
    undated: int = 0


def undated_text(words: Words, undated: int) -> str:
    """What becomes of dates that cannot be taken over; empty when there are none."""
    if not undated:
        return ""
    return words.count(
        "{n} keeps its own dates: with those of the file it would end before it begins.",
        "{n} keep their own dates: with those of the file they would end before they begin.",
        undated,
    )


@dataclass(slots=True)
class Import:
    """One import while it is being written: its id, file, day, and the cells collected on the way."""

    id: str
    name: str
    sha256: str
    today: date
    origins: list[CellOrigin] = field(default_factory=list)

    def note(self, thing: str, origins: tuple[tuple[Meaning, Origin], ...]) -> None:
        """Remember where the fields of a thing stood."""
        self.origins.extend(
            CellOrigin(new_id(), self.id, thing, meaning.value, o.sheet, o.cell, o.raw) for meaning, o in origins
        )
