"""The list of figures: place, period, value, state and the cell each came from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.commands import ReviseObservation
from coopdesk.figures.model import Observation, ObservationState, Unit
from coopdesk.figures.queries import ObservationRow
from coopdesk.figures.wording import STATES, STATUSES
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import NumberKind
from coopdesk.words.catalogue import Words
from coopdesk.words.formats import MISSING
from coopdesk.words.marks import N_


def figure_columns(words: Words, place: Callable[[str], str]) -> list[Column[ObservationRow]]:
    """The columns; the value can be corrected in place."""
    return [
        Column("place", N_("Place"), lambda row: place(row.observation.place), width=20, stretch=True, given=True),
        Column(
            "period", N_("Period"), lambda row: words.formats.period(row.observation.period),
            sort=lambda row: row.observation.period, width=9, filter=True, given=True,
        ),
        Column(
            "value", N_("Value"), lambda row: shown(words, row.observation), value=lambda row: row.observation.value,
            edit=_corrected, kind=NumberKind(low=Decimal(0)), right=True, width=11,
            spoken=lambda row: spoken(words, row.observation), tip=lambda row: origin(words, row),
        ),
        Column("state", N_("State"), lambda row: words.say(STATES[row.observation.state]), width=12, filter=True),
        Column("status", N_("Status"), lambda row: words.say(STATUSES[row.observation.status]), width=10, hidden=True),
        Column("source", N_("Source"), lambda row: row.source.name if row.source else "", width=25, filter=True,
               given=True, tip=lambda row: origin(words, row)),
        Column("cell", N_("Cell"), lambda row: where(row.observation), width=13, tip=lambda row: origin(words, row)),
        Column("raw", N_("As in the source"), lambda row: row.observation.raw, width=14, hidden=True),
    ]  # fmt: skip


def shown(words: Words, observation: Observation) -> str:
    """The value as its indicator is written; an en dash where there is none."""
    known = BY_CODE.get(observation.indicator)
    if observation.value is None:
        return MISSING
    if known and known.unit is Unit.PERCENT:
        return words.formats.rate(observation.value, max(known.decimals, 2))
    return words.formats.number(observation.value, known.decimals) if known else words.formats.exact(observation.value)


def spoken(words: Words, observation: Observation) -> str:
    """The value for a screen reader: the reason where there is none."""
    if observation.state is ObservationState.OK:
        return shown(words, observation)
    return words.say(STATES[observation.state])


def where(observation: Observation) -> str:
    """The cell of the source: sheet and address."""
    return "!".join(part for part in (observation.sheet, observation.cell) if part)


def origin(words: Words, row: ObservationRow) -> str:
    """Where a figure came from, in a sentence."""
    observation, source = row.observation, row.source
    if source is None:
        return words.say("Source not recorded")
    parts = [words.say("Source: {source}", source=source.name)]
    if cell := where(observation):
        parts.append(cell)
    if observation.raw:
        parts.append(words.say("there it reads “{raw}”", raw=observation.raw))
    parts.append(words.say("brought in on {day}", day=words.formats.day(source.at)))
    return ", ".join(parts)


def _corrected(row: ObservationRow, value: Any) -> ReviseObservation:
    return ReviseObservation(row.id, row.observation.version, value)
