"""What agreements mean on a day: their state, when they end and warn, whom they cover; decided from values alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from coopdesk.agreement.model import (
    Agreement,
    AgreementMember,
    AgreementState,
    Decision,
    DecisionKind,
    Stage,
)
from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, month_later
from coopdesk.words.marks import N_


class Missing(StrEnum):
    """Which fact the state of an agreement lacks."""

    BEGIN = "begin"
    END = "end"
    BOTH = "both"


class WarningTerm(StrEnum):
    """How near an end is; the nearest term counts."""

    DAYS_90 = "days_90"
    MONTHS_6 = "months_6"
    MONTHS_12 = "months_12"


@dataclass(frozen=True, slots=True)
class Expiry:
    """The end of an agreement that draws near: its last day, the days left after `today`, the term it falls within."""

    day: date
    days_left: int
    warning: WarningTerm


def first_day(agreement: Agreement) -> date | None:
    """The first day an agreement may run: an imprecise begin counts from its first day."""
    return agreement.begin_date.first if agreement.begin_date else None


def last_day(agreement: Agreement) -> date | None:
    """The last day an agreement runs, inclusive: an imprecise end counts up to its last day; a termination shortens."""
    days = [d.last for d in (agreement.end_date, agreement.terminated_date) if d is not None]
    return min(days, default=None)


def state_on(agreement: Agreement, day: date) -> AgreementState:
    """The state of an agreement on a day; the one place that decides it.

    In preparation until concluded. Ended after its last day, not started before its first, whatever else is missing.
    In force needs a begin, and an end or the word that there is none; otherwise the state is unknown.
    """
    if agreement.stage is Stage.PREPARATION:
        return AgreementState.IN_PREPARATION
    first, last = first_day(agreement), last_day(agreement)
    if last is not None and day > last:
        return AgreementState.ENDED
    if first is not None and day < first:
        return AgreementState.NOT_STARTED
    if first is not None and (last is not None or agreement.is_open_ended):
        return AgreementState.IN_FORCE
    return AgreementState.UNKNOWN


def missing(agreement: Agreement) -> Missing | None:
    """The facts without which nobody can say whether an agreement runs."""
    no_begin = agreement.begin_date is None
    no_end = last_day(agreement) is None and not agreement.is_open_ended
    if no_begin and no_end:
        return Missing.BOTH
    if no_begin:
        return Missing.BEGIN
    return Missing.END if no_end else None


def expiry_of(agreement: Agreement, today: date) -> Expiry | None:
    """The coming end of an agreement that is in force, if it falls within twelve months, six months or 90 days.

    A term of months ends on the same day that many months on, that day included.
    """
    last = last_day(agreement)
    running = state_on(agreement, today) in (AgreementState.IN_FORCE, AgreementState.UNKNOWN)
    if last is None or not running:
        return None
    warning = warning_for(last, today)
    return Expiry(last, (last - today).days, warning) if warning else None


def warning_for(last: date, today: date) -> WarningTerm | None:
    """The nearest warning term a last day falls within, seen from today; None beyond twelve months."""
    if last <= today + timedelta(days=90):
        return WarningTerm.DAYS_90
    if last <= month_later(today, 6):
        return WarningTerm.MONTHS_6
    return WarningTerm.MONTHS_12 if last <= month_later(today, 12) else None


def checked(agreement: Agreement) -> Agreement:
    """The agreement if it can be kept; Invalid in words for people otherwise."""
    if not agreement.title.strip():
        raise Invalid(N_("Give the agreement a title."))
    _ordered(agreement.begin_date, agreement.end_date)
    first, terminated = first_day(agreement), agreement.terminated_date
    if first and terminated and terminated.last < first:
        raise Invalid(N_("A termination cannot come before the begin date."))
    if agreement.is_open_ended and agreement.end_date:
        raise Invalid(N_("An agreement with an end date is not open-ended."))
    if agreement.predecessor_id == agreement.id:
        raise Invalid(N_("An agreement cannot follow itself."))
    return agreement


def checked_member(member: AgreementMember) -> AgreementMember:
    """The membership if its dates are in order."""
    _ordered(member.begin_date, member.end_date)
    return member


def check_chain(agreements: Iterable[Agreement], changed: Agreement) -> None:
    """Refuses a predecessor that would make an agreement follow itself, or that begins later than its successor."""
    known = {a.id: a for a in agreements} | {changed.id: changed}
    seen, at = {changed.id}, changed.predecessor_id
    while at is not None:
        if at in seen:
            raise Invalid(N_("An agreement cannot follow itself."))
        seen.add(at)
        at = known[at].predecessor_id if at in known else None
    before = known.get(changed.predecessor_id or "")
    if before and before.begin_date and changed.begin_date and changed.begin_date.last < before.begin_date.first:
        raise Invalid(N_("A renewal cannot begin before the agreement it follows."))


def extended(agreement: Agreement, end: PartialDate) -> Agreement:
    """The same agreement running longer; the end before the first extension stays known."""
    from_end = agreement.end_date
    if from_end is None:
        raise Invalid(N_("An agreement without an end date needs no extension. Fill in the end date."))
    if end.last <= from_end.last:
        raise Invalid(N_("An extension ends later than the present end date."))
    return replace(agreement, end_date=end, first_end_date=agreement.first_end_date or from_end)


def renewal_begin(agreement: Agreement) -> PartialDate | None:
    """The day a renewal takes over: the day after the last day, if that is known."""
    last = last_day(agreement)
    return PartialDate.day(last + timedelta(days=1)) if last and last < date.max else None


def takes_part_on(member: AgreementMember, day: date) -> bool:
    """Whether a municipality belongs to an agreement on a day, as far as its own dates say."""
    begin, end = member.begin_date, member.end_date
    return (begin is None or begin.first <= day) and (end is None or day <= end.last)


def decided(decision: Decision, day: date) -> bool:
    """Whether a decision had been taken by a day."""
    return decision.date is not None and decision.date.first <= day


def next_step(decisions: Iterable[Decision], day: date) -> DecisionKind | None:
    """The decision a party still has to take: the first one noted without a date by that day, else the signing."""
    open_kinds = {d.kind for d in decisions if not decided(d, day)}
    done = {d.kind for d in decisions if decided(d, day)}
    for kind in STEPS:
        if kind in open_kinds:
            return kind
    return None if DecisionKind.SIGNING in done else DecisionKind.SIGNING


STEPS = (DecisionKind.DELEGATION, DecisionKind.APPROVAL, DecisionKind.RATIFICATION, DecisionKind.SIGNING)


def _ordered(begin: PartialDate | None, end: PartialDate | None) -> None:
    if begin and end and end.last < begin.first:
        raise Invalid(N_("An end date cannot come before the begin date."))
