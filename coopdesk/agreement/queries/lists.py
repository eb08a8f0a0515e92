"""Agreements as they stand on a day, read in one go, and what draws to an end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from operator import attrgetter
from typing import TypeVar

from coopdesk.agreement import rules
from coopdesk.agreement.model import Agreement
from coopdesk.agreement.ports import AgreementRow, AgreementWork, PartyRow, Places

T = TypeVar("T")


def rows_on(work: AgreementWork, day: date) -> list[AgreementRow]:
    """Every agreement as it stands on a day, by title."""
    agreements = work.agreements.agreements()
    by_id = {a.id: a for a in agreements}
    members = _by("agreement_id", work.agreements.members())
    parties = _by("agreement_id", work.agreements.parties())
    decisions = _by("party_id", work.agreements.decisions())
    exchanges = _by("agreement_id", work.agreements.exchanges())
    successors = _by("predecessor_id", agreements)
    return [
        AgreementRow(
            agreement=a,
            state=rules.state_on(a, day),
            expiry=rules.expiry_of(a, day),
            members=tuple(members[a.id]),
            parties=tuple(PartyRow(p, tuple(decisions[p.id])) for p in parties[a.id]),
            predecessor=by_id.get(a.predecessor_id or ""),
            successors=tuple(successors[a.id]),
            exchanges=tuple(exchanges[a.id]),
        )
        for a in agreements
    ]


def touching(rows: Iterable[AgreementRow], nis_codes: Collection[str], places: Places, day: date) -> list[AgreementRow]:
    """The agreements in which one of these municipalities takes part, under the code it has on that day or an older.

    An agreement of which no municipality is known could be anyone's, so it is always among them.
    """
    wanted = frozenset(nis_codes)
    return [
        row
        for row in rows
        if not row.members or any(code in wanted or places.on(code, day) in wanted for code in row.nis_codes)
    ]


def expiring(work: AgreementWork, today: date) -> list[AgreementRow]:
    """The agreements that end within twelve months and have no successor yet, the nearest first."""
    found = [row for row in rows_on(work, today) if row.expiry and not row.successors]
    return sorted(found, key=_last_day)


def of_plan(work: AgreementWork, plan_id: str) -> list[Agreement]:
    """The agreements an action plan carries out."""
    return work.agreements.of_plan(plan_id)


def _last_day(row: AgreementRow) -> date:
    return row.expiry.day if row.expiry else date.max


def _by(field: str, things: Iterable[T]) -> defaultdict[Hashable, list[T]]:
    read: Callable[[T], Hashable] = attrgetter(field)
    grouped: defaultdict[Hashable, list[T]] = defaultdict(list)
    for thing in things:
        grouped[read(thing)].append(thing)
    return grouped
