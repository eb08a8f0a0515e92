"""The changes to what belongs to an agreement: municipalities, parties, decisions, and the reason for having none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.agreement import rules
from coopdesk.agreement.commands.agreements import seen
from coopdesk.agreement.model import Absence, AgreementMember, DecidingBody, Decision, DecisionKind, Party, PartyKind
from coopdesk.agreement.ports import AgreementWork
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_

CHANGED = N_("This was changed since you opened it.")


@dataclass(frozen=True, slots=True)
class SetMembers:
    """Says which municipalities an agreement covers; those that stay keep their own dates."""

    agreement_id: str
    seen_version: int
    nis_codes: tuple[str, ...]
    label: str = N_("Change municipalities of agreement")

    def run(self, work: AgreementWork) -> None:
        """Adds and removes only what differs."""
        agreement = seen(work, self.agreement_id, self.seen_version)
        wanted = dict.fromkeys(self.nis_codes)
        for member in work.agreements.members(agreement.id):
            if member.nis_code in wanted:
                del wanted[member.nis_code]
            else:
                work.agreements.remove(member)
        for nis_code in wanted:
            work.agreements.add(AgreementMember(new_id(), agreement.id, nis_code))


@dataclass(frozen=True, slots=True)
class ReviseMember:
    """Says from when to when a municipality takes part; the value carries the version that was seen."""

    changed: AgreementMember
    label: str = N_("Change municipality of agreement")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AgreementWork) -> None:
        """Conflict when it was changed meanwhile."""
        kept = work.agreements.member(self.changed.id)
        _same(kept.version, self.seen_version)
        work.about(work.agreements.agreement(kept.agreement_id).title)
        work.agreements.save(rules.checked_member(self.changed))


@dataclass(frozen=True, slots=True)
class AddParty:
    """Adds a party under the present ones and returns its id."""

    agreement_id: str
    name: str
    kind: PartyKind = PartyKind.OTHER
    organisation_id: str | None = None
    nis_code: str = ""
    signatory: str = ""
    signatory_role: str = ""
    label: str = N_("Add party")

    def run(self, work: AgreementWork) -> str:
        """The id of the new party."""
        agreement = work.agreements.agreement(self.agreement_id)
        position = max((p.position for p in work.agreements.parties(agreement.id)), default=-1) + 1
        party = Party(
            id=new_id(),
            agreement_id=agreement.id,
            position=position,
            name=self.name,
            kind=self.kind,
            organisation_id=self.organisation_id,
            nis_code=self.nis_code,
            signatory=self.signatory,
            signatory_role=self.signatory_role,
        )
        work.agreements.add(_checked_party(party))
        work.about(party.name)
        return party.id


@dataclass(frozen=True, slots=True)
class ReviseParty:
    """Keeps a changed party; the value carries the version that was seen."""

    changed: Party
    label: str = N_("Change party")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AgreementWork) -> None:
        """Conflict when it was changed meanwhile."""
        _same(work.agreements.party(self.changed.id).version, self.seen_version)
        work.agreements.save(_checked_party(self.changed))
        work.about(self.changed.name)


@dataclass(frozen=True, slots=True)
class RemoveParty:
    """Removes a party with its decisions."""

    id: str
    label: str = N_("Remove party")

    def run(self, work: AgreementWork) -> None:
        """Conflict when it is already gone."""
        party = work.agreements.party(self.id)
        for decision in work.agreements.decisions((party.id,)):
            work.agreements.remove(decision)
        work.agreements.remove(party)
        work.about(party.name)


@dataclass(frozen=True, slots=True)
class AddDecision:
    """Notes a decision of a party, taken or, without a date, still to take; returns its id."""

    party_id: str
    kind: DecisionKind
    body: DecidingBody = DecidingBody.NONE
    date: PartialDate | None = None
    reference: str = ""
    label: str = N_("Add decision")

    def run(self, work: AgreementWork) -> str:
        """The id of the new decision."""
        party = work.agreements.party(self.party_id)
        decision = Decision(new_id(), party.id, self.kind, self.body, self.date, self.reference)
        work.agreements.add(decision)
        work.about(party.name)
        return decision.id


@dataclass(frozen=True, slots=True)
class ReviseDecision:
    """Keeps a changed decision; the value carries the version that was seen."""

    changed: Decision
    label: str = N_("Change decision")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AgreementWork) -> None:
        """Conflict when it was changed meanwhile."""
        kept = work.agreements.decision(self.changed.id)
        _same(kept.version, self.seen_version)
        work.agreements.save(self.changed)
        work.about(work.agreements.party(kept.party_id).name)


@dataclass(frozen=True, slots=True)
class RemoveDecision:
    """Removes a decision."""

    id: str
    label: str = N_("Remove decision")

    def run(self, work: AgreementWork) -> None:
        """Conflict when it is already gone."""
        decision = work.agreements.decision(self.id)
        work.about(work.agreements.party(decision.party_id).name)
        work.agreements.remove(decision)


@dataclass(frozen=True, slots=True)
class SetAbsenceReason:
    """Notes why a municipality has no structural agreement; an empty reason takes the note away.

    `seen_version` is 0 where no reason was noted yet; `subject` is the name of the municipality, for the undo text.
    """

    nis_code: str
    seen_version: int
    reason: str
    subject: str = ""
    label: str = N_("Change reason for having no agreement")

    def run(self, work: AgreementWork) -> None:
        """Conflict when the reason was changed meanwhile."""
        kept = work.agreements.absence(self.nis_code)
        _same(kept.version if kept else 0, self.seen_version)
        work.about(self.subject)
        reason = self.reason.strip()
        if kept is None and reason:
            work.agreements.add(Absence(new_id(), self.nis_code, reason))
        elif kept is not None:
            _keep_or_forget(work, kept, reason)


def _keep_or_forget(work: AgreementWork, kept: Absence, reason: str) -> None:
    if reason:
        work.agreements.save(replace(kept, reason=reason))
    else:
        work.agreements.remove(kept)


def _same(kept: int, seen_version: int) -> None:
    if kept != seen_version:
        raise Conflict(CHANGED)


def _checked_party(party: Party) -> Party:
    if not party.name.strip():
        raise Invalid(N_("Give the party a name."))
    return party
