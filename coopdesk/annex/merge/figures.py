"""Figures of an annex beside those that are there: new, another value, or the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coopdesk.annex.merge.tally import Import, Tally
from coopdesk.annex.model import Entry, FigureEntry, FigureState
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Observation, ObservationState, Source
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
    """The figures to add, and those to change with the observation they change."""

    new: list[FigureEntry]
    changed: list[tuple[Observation, FigureEntry]]
    same: int
    unnamed: int

    @property
    def tally(self) -> Tally:
        """The counts."""
        return Tally(len(self.new), len(self.changed), self.same, self.unnamed)


def compare_figures(store: FigureStore, entries: Iterable[Entry]) -> FigureMerge:
    """The last figure of a municipality, period, indicator and part of the population in the file counts."""
    wanted: dict[tuple[str, str, str, str], FigureEntry] = {}
    unnamed = 0
    for entry in entries:
        if not isinstance(entry, FigureEntry):
            continue
        if entry.indicator and entry.period:
            wanted[entry.indicator, entry.breakdown, entry.nis, entry.period] = entry
        else:
            unnamed += 1
    there: dict[tuple[str, str, str, str], Observation] = {}
    for indicator, part in {key[:2] for key in wanted}:
        kept_there = store.observations(indicator, breakdown=part)
        there |= {(indicator, part, o.place, o.period): o for o in kept_there}
    merge = FigureMerge([], [], 0, unnamed)
    same = 0
    for key, entry in wanted.items():
        kept = there.get(key)
        if kept is None:
            merge.new.append(entry)
        elif (kept.value, kept.state) == (entry.value, _STATES[entry.state]):
            same += 1
        else:
            merge.changed.append((kept, entry))
    return replace(merge, same=same)


def write_figures(store: FigureStore, merge: FigureMerge, into: Import, progress: Progress = silent) -> None:
    """Adds and changes observations; each keeps its cell and its raw text."""
    if not merge.new and not merge.changed:
        return
    source = Source(new_id(), 1, into.name, into.sha256, into.today)
    store.add(source)
    store.add_batch(into.id, [_observation(entry, source, into) for entry in merge.new], progress)
    for kept, entry in merge.changed:
        made = _observation(entry, source, into)
        # The row stays in the batch it came with, so that undoing that import finds it changed and says so.
        store.save(replace(made, id=kept.id, version=kept.version, import_id=kept.import_id))


def _observation(entry: FigureEntry, source: Source, into: Import) -> Observation:
    known = BY_CODE.get(entry.indicator)
    return Observation(
        id=new_id(), version=1, indicator=entry.indicator, place=entry.nis, period=entry.period, value=entry.value,
        state=_STATES[entry.state], definition=known.definition_version if known else 1, source_id=source.id,
        import_id=into.id, sheet=entry.origin.sheet, cell=entry.origin.cell, raw=entry.origin.raw,
        breakdown=entry.breakdown,
    )  # fmt: skip
