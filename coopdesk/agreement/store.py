"""Keeps agreements in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from coopdesk.agreement.model import Absence, Agreement, AgreementMember, Decision, Party
from coopdesk.agreement.ports import Kept
from coopdesk.agreement.records import (
    AbsenceRecord,
    AgreementMemberRecord,
    AgreementRecord,
    DecisionRecord,
    PartyRecord,
)
from coopdesk.storage.table import Table


class SqlAgreementStore:
    """The agreements of one session."""

    def __init__(self, session: Session) -> None:
        """Reads and writes through this session."""
        self._session = session
        self._agreements = Table(session, AgreementRecord, Agreement)
        self._members = Table(session, AgreementMemberRecord, AgreementMember)
        self._parties = Table(session, PartyRecord, Party)
        self._decisions = Table(session, DecisionRecord, Decision)
        self._absences = Table(session, AbsenceRecord, Absence)
        self._tables: dict[type[Any], Table[Any, Any]] = {
            Agreement: self._agreements,
            AgreementMember: self._members,
            Party: self._parties,
            Decision: self._decisions,
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
        return self._agreements.where(order_by=(AgreementRecord.title, AgreementRecord.id))

    def successors(self, id: str) -> list[Agreement]:
        """The agreements that name this one as the one they follow."""
        return self._agreements.where(AgreementRecord.predecessor_id == id, order_by=(AgreementRecord.id,))

    def of_plan(self, plan_id: str) -> list[Agreement]:
        """The agreements linked to an action plan."""
        return self._agreements.where(AgreementRecord.plan_id == plan_id, order_by=(AgreementRecord.title,))

    def member(self, id: str) -> AgreementMember:
        """One membership; Conflict when it is gone."""
        return self._members.get(id)

    def members(self, agreement_id: str | None = None) -> list[AgreementMember]:
        """The municipalities of one agreement, or of all, by NIS code."""
        chosen = () if agreement_id is None else (AgreementMemberRecord.agreement_id == agreement_id,)
        return self._members.where(*chosen, order_by=(AgreementMemberRecord.nis_code, AgreementMemberRecord.id))

    def party(self, id: str) -> Party:
        """One party; Conflict when it is gone."""
        return self._parties.get(id)

    def parties(self, agreement_id: str | None = None) -> list[Party]:
        """The parties of one agreement, or of all, in their order."""
        chosen = () if agreement_id is None else (PartyRecord.agreement_id == agreement_id,)
        return self._parties.where(*chosen, order_by=(PartyRecord.position, PartyRecord.id))

    def decision(self, id: str) -> Decision:
        """One decision; Conflict when it is gone."""
        return self._decisions.get(id)

    def decisions(self, party_ids: tuple[str, ...] | None = None) -> list[Decision]:
        """The decisions of these parties, or of all, in the order they were noted."""
        chosen = () if party_ids is None else (DecisionRecord.party_id.in_(party_ids),)
        return self._decisions.where(*chosen, order_by=(DecisionRecord.id,))

    def absences(self) -> list[Absence]:
        """Every noted reason for having no structural agreement."""
        return self._absences.where(order_by=(AbsenceRecord.nis_code,))

    def absence(self, nis_code: str) -> Absence | None:
        """The reason of one municipality, if noted."""
        return next(iter(self._absences.where(AbsenceRecord.nis_code == nis_code)), None)

    def add(self, thing: Kept) -> None:
        """Keeps something new; what others point to is written at once, so that they find it."""
        self._tables[type(thing)].add(thing)
        if isinstance(thing, Agreement | Party):
            self._session.flush()

    def save(self, thing: Kept) -> None:
        """Keeps something changed; Conflict when it changed meanwhile."""
        self._tables[type(thing)].save(thing)

    def remove(self, thing: Kept) -> None:
        """Forgets something."""
        self._tables[type(thing)].remove(thing.id)
