"""What importing would do, counted, and what it needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coopdesk.annex.kept import CellOrigin
from coopdesk.annex.merge.sides import Difference, Side, as_text
from coopdesk.annex.model import Meaning, Origin
from coopdesk.kernel.ids import new_id
from coopdesk.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things are new, changed by the file, or already there as they are; `unnamed` have no known indicator
    or period and wait for a choice; `undated` keep the dates they have, because those of the file would end before they
    begin; `kept` are the values that stay because the user changed them and nobody said that the file wins;
    `spread` keep a budget of several years of which the file has another sum; `twins` are rows with the code of
    an action that is called something else, which stay out until someone says what they are."""

    added: int = 0
    changed: int = 0
    same: int = 0
    unnamed: int = 0
    undated: int = 0
    kept: int = 0
    spread: int = 0
    twins: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """An annex beside the workspace: the counts, every field that differs, the rows of what is new, and `twins`: rows
    with the code of an action that is called something else, which stay out until someone says what they are."""

    tally: Tally = Tally()
    differences: tuple[Difference, ...] = ()
    fresh: frozenset[tuple[str, int]] = frozenset()
    twins: tuple[Difference, ...] = ()

    @property
    def undecided(self) -> dict[str, list[Difference]]:
        """By field, what both sides changed and the user's value stays of."""
        found: dict[str, list[Difference]] = {}
        for one in self.differences:
            if one.side is Side.BOTH and not one.taken:
                found.setdefault(one.field, []).append(one)
        return found


def kept_count(differences: tuple[Difference, ...]) -> int:
    """How many values stay although the file says otherwise; what only left the file is none of these."""
    return sum(1 for one in differences if one.side is Side.BOTH and not one.taken and one.base != as_text(one.mine))


def undated_text(words: Words, undated: int) -> str:
    """What becomes of dates that cannot be taken over; empty when there are none."""
    if not undated:
        return ""
    return words.count(
        "{n} keeps its own dates: with those of the file it would end before it begins.",
        "{n} keep their own dates: with those of the file they would end before they begin.",
        undated,
    )


def kept_text(words: Words, kept: int) -> str:
    """What becomes of values that changed both in the file and here; empty when there are none."""
    if not kept:
        return ""
    return words.count(
        "{n} value that was already different here stays as it is.",
        "{n} values that were already different here stay as they are.",
        kept,
    )


def spread_text(words: Words, spread: int) -> str:
    """What becomes of an amount for a budget of several years; empty when there are none."""
    if not spread:
        return ""
    return words.count(
        "{n} keeps its budget: it is spread over several years, and the file has only another sum.",
        "{n} keep their budget: it is spread over several years, and the file has only another sum.",
        spread,
    )


def twins_text(words: Words, twins: int) -> str:
    """What becomes of rows that share only a number with an action; empty when there are none."""
    if not twins:
        return ""
    return words.count(
        "{n} row stays out: it has the number of an action that is called something else.",
        "{n} rows stay out: they have the number of an action that is called something else.",
        twins,
    )


def notes_text(words: Words, tally: Tally) -> str:
    """Everything that stays as it is although the file says otherwise; empty when there is nothing."""
    told = (undated_text(words, tally.undated), kept_text(words, tally.kept), spread_text(words, tally.spread),
            twins_text(words, tally.twins))  # fmt: skip
    return " ".join(filter(None, told))


@dataclass(slots=True)
class Import:
    """One import while it is being written: its id, file, day, and the cells collected on the way."""

    id: str
    name: str
    sha256: str
    today: date
    origins: list[CellOrigin] = field(default_factory=list)

    def note(
        self, thing: str, origins: tuple[tuple[Meaning, Origin], ...], values: Mapping[Meaning, str] | None = None
    ) -> None:
        """Remember where the fields of a thing stood, and what they brought."""
        told = values or {}
        self.origins.extend(
            CellOrigin(new_id(), self.id, thing, meaning.value, o.sheet, o.cell, o.raw, told.get(meaning, ""))
            for meaning, o in origins
        )
