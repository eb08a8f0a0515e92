"""What the use cases of agreements need of storage, and the rows their lists show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coopdesk.agreement.model import (
    Absence,
    Agreement,
    AgreementMember,
    AgreementState,
    DataExchange,
    Decision,
    Party,
)
from coopdesk.agreement.rules import Expiry

Kept = Agreement | AgreementMember | Party | Decision | DataExchange | Absence


class AgreementStore(Protocol):
    """Agreements and what belongs to them; readers of one thing raise Conflict when it is gone."""

    def agreement(self, id: str) -> Agreement: ...
    def find(self, id: str) -> Agreement | None: ...
    def agreements(self) -> list[Agreement]: ...
    def successors(self, id: str) -> list[Agreement]: ...
    def of_plan(self, plan_id: str) -> list[Agreement]: ...
    def member(self, id: str) -> AgreementMember: ...
    def members(self, agreement_id: str | None = None) -> list[AgreementMember]: ...
    def party(self, id: str) -> Party: ...
    def parties(self, agreement_id: str | None = None) -> list[Party]: ...
    def decision(self, id: str) -> Decision: ...
    def decisions(self, party_ids: tuple[str, ...] | None = None) -> list[Decision]: ...
    def exchange(self, id: str) -> DataExchange: ...
    def exchanges(self, agreement_id: str | None = None) -> list[DataExchange]: ...
    def absences(self) -> list[Absence]: ...
    def absence(self, nis_code: str) -> Absence | None: ...
    def add(self, thing: Kept) -> None: ...
    def save(self, thing: Kept) -> None: ...
    def remove(self, thing: Kept) -> None: ...


class AgreementWork(Protocol):
    @property
    def agreements(self) -> AgreementStore: ...
    def about(self, subject: str) -> None: ...


class Places(Protocol):
    """Municipalities by NIS code, through time."""

    def name(self, nis_code: str) -> str:
        """The name, the code itself when it is not known."""

    def province(self, nis_code: str, day: date) -> str:
        """The province it lies in on a day; empty when not known."""

    def on(self, nis_code: str, day: date) -> str:
        """The code of the municipality this one belongs to on a day: itself, or what it merged into."""


@dataclass(frozen=True, slots=True)
class PartyRow:
    party: Party
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement as it stands on a day, with everything that belongs to it."""

    agreement: Agreement
    state: AgreementState
    expiry: Expiry | None
    members: tuple[AgreementMember, ...]
    parties: tuple[PartyRow, ...]
    predecessor: Agreement | None
    successors: tuple[Agreement, ...]
    exchanges: tuple[DataExchange, ...] = ()

    @property
    def id(self) -> str:
        return self.agreement.id

    @property
    def nis_codes(self) -> tuple[str, ...]:
        return tuple(m.nis_code for m in self.members)
