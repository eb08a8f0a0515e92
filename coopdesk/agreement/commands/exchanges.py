"""The changes to which data the parties of an agreement exchange."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.agreement.commands.belonging import CHANGED
from coopdesk.agreement.model import DataExchange
from coopdesk.agreement.ports import AgreementWork
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class AddDataExchange:
    """Adds an exchange below the present ones, under an id of its own, and returns that."""

    exchange: DataExchange
    label: str = N_("Add exchange of data")

    def run(self, work: AgreementWork) -> str:
        """The id of the new exchange; Conflict when its agreement is gone."""
        agreement = work.agreements.agreement(self.exchange.agreement_id)
        last = max((e.position for e in work.agreements.exchanges(agreement.id)), default=-1)
        made = replace(_checked(self.exchange), id=new_id(), position=last + 1, version=1)
        work.agreements.add(made)
        work.about(made.data)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseDataExchange:
    """Keeps a changed exchange; the value carries the version that was seen."""

    changed: DataExchange
    label: str = N_("Change exchange of data")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AgreementWork) -> None:
        """Conflict when it was changed meanwhile."""
        if work.agreements.exchange(self.changed.id).version != self.seen_version:
            raise Conflict(CHANGED)
        work.agreements.save(_checked(self.changed))
        work.about(self.changed.data)


@dataclass(frozen=True, slots=True)
class RemoveDataExchange:
    """Removes an exchange of data."""

    id: str
    label: str = N_("Remove exchange of data")

    def run(self, work: AgreementWork) -> None:
        """Conflict when it is already gone."""
        gone = work.agreements.exchange(self.id)
        work.agreements.remove(gone)
        work.about(gone.data)


def _checked(exchange: DataExchange) -> DataExchange:
    if not exchange.data.strip():
        raise Invalid(N_("Say which data are exchanged, for example “number of jobseekers per month”."))
    return exchange
