"""Figures of an annex beside those that are there: new, another value, or the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from coopdesk.annex.merge.sides import Difference, Side, Value, as_text, settle
from coopdesk.annex.merge.tally import Comparison, Import, Tally, kept_count
from coopdesk.annex.model import Choices, Entry, FigureEntry, FigureState
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.commands import as_imported
from coopdesk.figures.model import Observation, ObservationState, ObservationStatus, Source
from coopdesk.figures.ports import FigureStore
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.progress import Progress, silent

_STATES = {
    FigureState.OK: ObservationState.OK,
    FigureState.SUPPRESSED: ObservationState.SUPPRESSED,
    FigureState.MISSING: ObservationState.NOT_AVAILABLE,
    FigureState.ERROR: ObservationState.ERROR_IN_SOURCE,
    FigureState.UNREADABLE: ObservationState.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class FigureMerge:
    """The figures to add, those to change with the observation they change, and every value that differs."""

    new: list[FigureEntry]
    changed: list[tuple[Observation, FigureEntry]]
    same: int
    unnamed: int
    differences: tuple[Difference, ...] = ()

    @property
    def tally(self) -> Tally:
        """The counts."""
        return Tally(len(self.new), len(self.changed), self.same, self.unnamed, kept=kept_count(self.differences))

    @property
    def comparison(self) -> Comparison:
        """The counts, the differences and the rows of what is new."""
        return Comparison(self.tally, self.differences, frozenset((e.origin.sheet, e.origin.row) for e in self.new))


def compare_figures(store: FigureStore, entries: Iterable[Entry], choices: Choices = Choices()) -> FigureMerge:  # noqa: B008
    """The last figure of a municipality, period, indicator and part of the population in the file counts."""
    wanted, unnamed = _wanted(entries)
    there: dict[tuple[str, str, str, str], Observation] = {}
    for indicator, part in {key[:2] for key in wanted}:
        kept_there = store.observations(indicator, breakdown=part)
        there |= {(indicator, part, o.place, o.period): o for o in kept_there}
    merge = FigureMerge([], [], 0, unnamed)
    differences: list[Difference] = []
    same = 0
    for key, entry in wanted.items():
        kept = there.get(key)
        if kept is None:
            merge.new.append(entry)
            continue
        found = _difference(kept, entry, choices)
        if found.taken:
            merge.changed.append((kept, entry))
        else:
            same += 1
        if found.side is not Side.NONE:
            differences.append(found)
    return replace(merge, same=same, differences=tuple(differences))


def _wanted(entries: Iterable[Entry]) -> tuple[dict[tuple[str, str, str, str], FigureEntry], int]:
    wanted: dict[tuple[str, str, str, str], FigureEntry] = {}
    unnamed = 0
    for entry in entries:
        if isinstance(entry, FigureEntry):
            if entry.indicator and entry.period:
                wanted[entry.indicator, entry.breakdown, entry.nis, entry.period] = entry
            else:
                unnamed += 1
    return wanted, unnamed


def _difference(kept: Observation, entry: FigureEntry, choices: Choices) -> Difference:
    mine, new = _told(kept.value, kept.state), _told(entry.value, _STATES[entry.state])
    base = kept.imported if kept.imported is not None else as_text(mine) if kept.import_id is not None else None
    side, taken = settle(mine, new, base, choices.rule(entry.indicator))
    return Difference(kept.id, entry.nis, entry.indicator, base, mine, new, entry.origin, side, taken)


def _told(value: Decimal | None, state: ObservationState) -> Value:
    """The number, or the word for why there is none."""
    return value if value is not None else as_imported(value, state)


def write_figures(store: FigureStore, merge: FigureMerge, into: Import, progress: Progress = silent) -> None:
    """Adds and changes observations; each keeps its cell and its raw text."""
    if not merge.new and not merge.changed:
        return
    source = Source(new_id(), 1, into.name, into.sha256, into.today)
    store.add(source)
    if merge.new:
        store.add_columns(into.id, _columns(merge.new, source, into), progress)
    for kept, entry in merge.changed:
        made = _observation(entry, source, into)
        # The row stays in the batch it came with, so that undoing that import finds it changed and says so.
        store.save(replace(made, id=kept.id, version=kept.version, import_id=kept.import_id))


def _columns(entries: list[FigureEntry], source: Source, into: Import) -> dict[str, Any]:
    """The observations of entries, field by field: an annex may have a hundred thousand."""
    definitions = {code: _definition(code) for code in {e.indicator for e in entries}}
    return {
        "id": [new_id() for _ in entries], "version": 1, "indicator": [e.indicator for e in entries],
        "place": [e.nis for e in entries], "period": [e.period for e in entries], "value": [e.value for e in entries],
        "state": [_STATES[e.state] for e in entries], "status": ObservationStatus.FINAL,
        "breakdown": [e.breakdown for e in entries], "definition": [definitions[e.indicator] for e in entries],
        "source_id": source.id, "import_id": into.id, "sheet": [e.origin.sheet for e in entries],
        "cell": [e.origin.cell for e in entries], "raw": [e.origin.raw for e in entries], "imported": None,
    }  # fmt: skip


def _definition(indicator: str) -> int:
    known = BY_CODE.get(indicator)
    return known.definition_version if known else 1


def _observation(entry: FigureEntry, source: Source, into: Import) -> Observation:
    return Observation(
        id=new_id(), version=1, indicator=entry.indicator, place=entry.nis, period=entry.period, value=entry.value,
        state=_STATES[entry.state], definition=_definition(entry.indicator), source_id=source.id,
        import_id=into.id, sheet=entry.origin.sheet, cell=entry.origin.cell, raw=entry.origin.raw,
        breakdown=entry.breakdown,
    )  # fmt: skip
