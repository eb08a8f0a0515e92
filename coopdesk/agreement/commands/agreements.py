"""The changes a coordinator makes to agreements themselves: add, revise, remove, extend, terminate, renew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.agreement import rules
from coopdesk.agreement.model import Agreement, AgreementMember, Party, Stage
from coopdesk.agreement.ports import AgreementWork
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.words.marks import N_

CHANGED = N_("This agreement was changed since you opened it.")


def seen(work: AgreementWork, id: str, version: int) -> Agreement:
    """The kept agreement, named as the subject of the step; Conflict when it is not the one the user saw."""
    kept = work.agreements.agreement(id)
    if kept.version != version:
        raise Conflict(CHANGED)
    work.about(kept.title)
    return kept


@dataclass(frozen=True, slots=True)
class AddAgreement:
    """Adds an agreement with its municipalities and parties and returns its id.

    The values of `agreement` are kept as they are, its id replaced when empty; the parties get their places in the
    order given.
    """

    agreement: Agreement
    nis_codes: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    label: str = N_("Add agreement")

    def run(self, work: AgreementWork) -> str:
        """The id of the new agreement."""
        made = rules.checked(replace(self.agreement, id=self.agreement.id or new_id(), version=1))
        rules.check_chain(work.agreements.agreements(), made)
        work.about(made.title)
        work.agreements.add(made)
        for nis_code in dict.fromkeys(self.nis_codes):
            work.agreements.add(AgreementMember(new_id(), made.id, nis_code))
        for position, party in enumerate(self.parties):
            work.agreements.add(replace(party, id=new_id(), agreement_id=made.id, position=position, version=1))
        return made.id


@dataclass(frozen=True, slots=True)
class AddAgreements:
    """Adds several agreements in one step, as when rows are pasted; returns their ids."""

    agreements: tuple[AddAgreement, ...]
    label: str = N_("Add agreements")

    def run(self, work: AgreementWork) -> tuple[str, ...]:
        """The ids of the new agreements."""
        return tuple(add.run(work) for add in self.agreements)


@dataclass(frozen=True, slots=True)
class ReviseAgreement:
    """Keeps a changed agreement; the value carries the version that was seen."""

    changed: Agreement
    label: str = N_("Change agreement")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AgreementWork) -> None:
        """Conflict when it was changed meanwhile, Invalid when a rule says no."""
        seen(work, self.changed.id, self.seen_version)
        rules.check_chain(work.agreements.agreements(), self.changed)
        work.agreements.save(rules.checked(self.changed))


@dataclass(frozen=True, slots=True)
class ReviseAgreements:
    """Keeps several changed agreements in one step."""

    changed: tuple[Agreement, ...]
    label: str = N_("Change agreements")

    def run(self, work: AgreementWork) -> None:
        """Refuses all when one is refused."""
        for agreement in self.changed:
            ReviseAgreement(agreement).run(work)


@dataclass(frozen=True, slots=True)
class RemoveAgreements:
    """Removes agreements with their municipalities, parties and decisions; what followed them stands alone."""

    ids: tuple[str, ...]
    label: str = N_("Remove agreement")

    def run(self, work: AgreementWork) -> None:
        """Conflict when one of them is already gone; then none is removed."""
        for gone in self.ids:
            for successor in work.agreements.successors(gone):
                work.agreements.save(replace(successor, predecessor_id=None))
        for gone in self.ids:
            _remove(work, gone)


def _remove(work: AgreementWork, id: str) -> None:
    agreement = work.agreements.agreement(id)
    work.about(agreement.title)
    parties = work.agreements.parties(id)
    for decision in work.agreements.decisions(tuple(p.id for p in parties)):
        work.agreements.remove(decision)
    for party in parties:
        work.agreements.remove(party)
    for member in work.agreements.members(id):
        work.agreements.remove(member)
    for exchange in work.agreements.exchanges(id):
        work.agreements.remove(exchange)
    work.agreements.remove(agreement)


@dataclass(frozen=True, slots=True)
class ExtendAgreement:
    """Lets the same agreement run longer."""

    id: str
    seen_version: int
    end_date: PartialDate
    label: str = N_("Extend agreement")

    def run(self, work: AgreementWork) -> None:
        """Invalid unless the new end is later than the present one."""
        kept = seen(work, self.id, self.seen_version)
        work.agreements.save(rules.checked(rules.extended(kept, self.end_date)))


@dataclass(frozen=True, slots=True)
class TerminateAgreement:
    """Ends an agreement before its time; None takes the termination back."""

    id: str
    seen_version: int
    last_date: PartialDate | None
    label: str = N_("Terminate agreement")

    def run(self, work: AgreementWork) -> None:
        """Keeps the last day on which the agreement still holds."""
        kept = seen(work, self.id, self.seen_version)
        work.agreements.save(rules.checked(replace(kept, terminated_date=self.last_date)))


@dataclass(frozen=True, slots=True)
class RenewAgreement:
    """Prepares the agreement that follows: same class, municipalities, parties and exchange of data; nothing
    decided yet.

    It begins on the day after the last day of the present one, unless `begin_date` says otherwise.
    """

    id: str
    seen_version: int
    title: str
    begin_date: PartialDate | None = None
    end_date: PartialDate | None = None
    label: str = N_("Renew agreement")

    def run(self, work: AgreementWork) -> str:
        """The id of the successor."""
        kept = seen(work, self.id, self.seen_version)
        successor = Agreement(
            id=new_id(),
            title=self.title,
            cooperation_class=kept.cooperation_class,
            stage=Stage.PREPARATION,
            instrument=kept.instrument,
            begin_date=self.begin_date or rules.renewal_begin(kept),
            end_date=self.end_date,
            predecessor_id=kept.id,
        )
        members = tuple(m.nis_code for m in work.agreements.members(kept.id) if m.end_date is None)
        made = AddAgreement(successor, members, tuple(work.agreements.parties(kept.id))).run(work)
        for exchange in work.agreements.exchanges(kept.id):
            work.agreements.add(replace(exchange, id=new_id(), agreement_id=made, version=1))
        return made


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """Says which action plan carries out an agreement; None takes the link away."""

    id: str
    seen_version: int
    plan_id: str | None
    label: str = N_("Link agreement to plan")

    def run(self, work: AgreementWork) -> None:
        """Keeps the link."""
        work.agreements.save(replace(seen(work, self.id, self.seen_version), plan_id=self.plan_id))
