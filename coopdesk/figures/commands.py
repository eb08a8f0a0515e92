"""The changes a coordinator makes to figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.model import Observation, ObservationState, ObservationStatus, Source, Unit
from coopdesk.figures.ports import FigureWork
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddObservation:
    """Keep a figure someone typed, with what they name as its source."""

    indicator: str
    place: str
    period: str
    value: Decimal
    source: str
    today: date
    label: str = N_("Add figure")

    def run(self, work: FigureWork) -> str:
        check_value(self.indicator, self.value)
        PartialDate.parse(self.period)
        if not self.source.strip():
            raise Invalid("Say where this figure comes from.")
        if work.figures.observations(self.indicator, [self.place], self.period):
            raise Invalid("There is already a figure for this municipality and period. Change it in the list.")
        source = Source(new_id(), 1, self.source.strip(), "", self.today)
        work.figures.add(source)
        definition = BY_CODE[self.indicator].definition_version if self.indicator in BY_CODE else 1
        new = Observation(new_id(), 1, self.indicator, self.place, self.period, self.value, source_id=source.id,
                          definition=definition, raw=format(self.value, "f"))  # fmt: skip
        work.figures.add(new)
        return new.id


@dataclass(frozen=True, slots=True)
class ReviseObservation:
    """Correct a figure; the raw text of its source stays beside it."""

    id: str
    seen_version: int
    value: Decimal | None
    status: ObservationStatus | None = None
    label: str = N_("Correct figure")

    def run(self, work: FigureWork) -> None:
        observation = work.figures.observation(self.id)
        if observation.version != self.seen_version:
            raise Conflict("This was changed since you opened it.")
        if self.value is not None:
            check_value(observation.indicator, self.value)
        state = ObservationState.OK if self.value is not None else ObservationState.NOT_AVAILABLE
        status = self.status or observation.status
        imported = observation.imported
        if imported is None and observation.import_id is not None:
            imported = as_imported(observation.value, observation.state)
        changed = replace(observation, value=self.value, state=state, status=status, imported=imported)
        work.figures.save(changed)


@dataclass(frozen=True, slots=True)
class RemoveObservation:
    """Take a figure away."""

    id: str
    label: str = N_("Remove figure")

    def run(self, work: FigureWork) -> None:
        work.figures.remove(work.figures.observation(self.id))


def as_imported(value: Decimal | None, state: ObservationState) -> str:
    """A value as it is remembered to compare with later: the number, or the state that says why there is none."""
    return format(value.normalize(), "f") if value is not None else state.value


def check_value(indicator: str, value: Decimal) -> None:
    """Invalid for a value the indicator cannot have."""
    if value < 0:
        raise Invalid("A figure cannot be below zero.")
    known = BY_CODE.get(indicator)
    if known and known.unit is Unit.PERCENT and known.code != "job_ratio" and value > 100:
        raise Invalid("A share cannot be more than 100%.")
    if known and known.unit is Unit.PERSONS and known.measured == "stock" and value != value.to_integral_value():
        raise Invalid("Persons come in whole numbers.")
