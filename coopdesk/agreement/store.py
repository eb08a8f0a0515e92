"""Keeps agreements in the database."""

from __future__ import annotations

from typing import Any

from coopdesk.agreement.model import Absence, Agreement, AgreementMember, DataExchange, Decision, Party
from coopdesk.agreement.ports import Kept
from coopdesk.storage.query import Among, given
from coopdesk.storage.rows import Rows
from coopdesk.storage.table import Table


class SqlAgreementStore:
    """The agreements of one unit of work."""

    def __init__(self, rows: Rows) -> None:
        """Reads and writes these rows."""
        self._agreements = Table(rows, "agreement", Agreement)
        self._members = Table(rows, "agreement_member", AgreementMember)
        self._parties = Table(rows, "party", Party)
        self._decisions = Table(rows, "decision", Decision)
        self._exchanges = Table(rows, "data_exchange", DataExchange)
        self._absences = Table(rows, "agreement_absence", Absence)
        self._tables: dict[type[Any], Table[Any]] = {
            Agreement: self._agreements,
            AgreementMember: self._members,
            Party: self._parties,
            Decision: self._decisions,
            DataExchange: self._exchanges,
            Absence: self._absences,
        }

    def agreement(self, id: str) -> Agreement:
        """One agreement; Conflict when it is gone."""
        return self._agreements.get(id)

    def find(self, id: str) -> Agreement | None:
        """One agreement or None."""
        return self._agreements.find(id)

    def agreements(self) -> list[Agreement]:
        """Every agreement, by title."""
        return self._agreements.where(order_by=("title", "id"))

    def successors(self, id: str) -> list[Agreement]:
        """The agreements that name this one as the one they follow."""
        return self._agreements.where(predecessor_id=id, order_by=("id",))

    def of_plan(self, plan_id: str) -> list[Agreement]:
        """The agreements linked to an action plan."""
        return self._agreements.where(plan_id=plan_id, order_by=("title",))

    def member(self, id: str) -> AgreementMember:
        """One membership; Conflict when it is gone."""
        return self._members.get(id)

    def members(self, agreement_id: str | None = None) -> list[AgreementMember]:
        """The municipalities of one agreement, or of all, by NIS code."""
        return self._members.where(**given(agreement_id=agreement_id), order_by=("nis_code", "id"))

    def party(self, id: str) -> Party:
        """One party; Conflict when it is gone."""
        return self._parties.get(id)

    def parties(self, agreement_id: str | None = None) -> list[Party]:
        """The parties of one agreement, or of all, in their order."""
        return self._parties.where(**given(agreement_id=agreement_id), order_by=("position", "id"))

    def decision(self, id: str) -> Decision:
        """One decision; Conflict when it is gone."""
        return self._decisions.get(id)

    def decisions(self, party_ids: tuple[str, ...] | None = None) -> list[Decision]:
        """The decisions of these parties, or of all, in the order they were noted."""
        chosen = None if party_ids is None else Among(party_ids)
        return self._decisions.where(**given(party_id=chosen), order_by=("id",))

    def exchange(self, id: str) -> DataExchange:
        """One exchange of data; Conflict when it is gone."""
        return self._exchanges.get(id)

    def exchanges(self, agreement_id: str | None = None) -> list[DataExchange]:
        """The data the parties of one agreement exchange, or of all, in their order."""
        return self._exchanges.where(**given(agreement_id=agreement_id), order_by=("position", "id"))

    def absences(self) -> list[Absence]:
        """Every noted reason for having no structural agreement."""
        return self._absences.where(order_by=("nis_code",))

    def absence(self, nis_code: str) -> Absence | None:
        """The reason of one municipality, if noted."""
        return next(iter(self._absences.where(nis_code=nis_code)), None)

    def add(self, thing: Kept) -> None:
        """Keeps something new."""
        self._tables[type(thing)].add(thing)

    def save(self, thing: Kept) -> None:
        """Keeps something changed; Conflict when it changed meanwhile."""
        self._tables[type(thing)].save(thing)

    def remove(self, thing: Kept) -> None:
        """Forgets something."""
        self._tables[type(thing)].remove(thing.id)
