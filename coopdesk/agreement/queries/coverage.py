"""Which municipalities have a structural agreement on a day, which have not and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coopdesk.agreement import rules
from coopdesk.agreement.model import Absence, AgreementState, CooperationClass
from coopdesk.agreement.ports import AgreementRow, Places
from coopdesk.agreement.rules import WarningTerm


class Coverage(StrEnum):
    """What structural agreement a municipality has on a day; the best of those it takes part in."""

    IN_FORCE = "in_force"
    ENDING = "ending"
    COMING = "coming"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One municipality on a day.

    `structural` are the structural agreements that run or may run, `coming` those that are prepared or have not
    begun, `other` the regular, project-based and unclassified cooperation in force, `ended` the structural agreement
    that ended last. `former` are the codes of merged municipalities through which one of them reaches this one.
    """

    nis_code: str
    coverage: Coverage
    structural: tuple[AgreementRow, ...]
    coming: tuple[AgreementRow, ...]
    other: tuple[AgreementRow, ...]
    ended: AgreementRow | None
    former: tuple[str, ...]
    absence: Absence | None

    @property
    def id(self) -> str:
        return self.nis_code


@dataclass(frozen=True, slots=True)
class Facts:
    """The line of facts of the screen: agreements in force, those among them that end within six months, and
    municipalities without a structural agreement."""

    in_force: int
    ending: int
    without: int


_NEAR = (WarningTerm.DAYS_90, WarningTerm.MONTHS_6)
_COMING = (AgreementState.NOT_STARTED, AgreementState.IN_PREPARATION)
_NOW = (AgreementState.IN_FORCE, AgreementState.UNKNOWN)


def coverage_on(
    rows: Iterable[AgreementRow],
    nis_codes: Collection[str],
    absences: Iterable[Absence],
    places: Places,
    day: date,
) -> list[CoverageRow]:
    """The coverage of these municipalities on a day, in the order given.

    A municipality that merged counts for the one it belongs to on that day; its code then stands in `former`.
    """
    reasons = {a.nis_code: a for a in absences}
    taking_part: dict[str, list[tuple[AgreementRow, str]]] = {code: [] for code in nis_codes}
    for row in rows:
        for member in row.members:
            place = places.on(member.nis_code, day)
            if place in taking_part and (row.state not in _NOW or rules.takes_part_on(member, day)):
                taking_part[place].append((row, member.nis_code))
    return [_coverage(code, found, reasons.get(code)) for code, found in taking_part.items()]


def facts_of(rows: Sequence[AgreementRow], coverage: Iterable[CoverageRow]) -> Facts:
    """The counts for the line of facts."""
    running = [row for row in rows if row.state is AgreementState.IN_FORCE]
    return Facts(
        in_force=len(running),
        ending=sum(ends_soon(row) for row in running),
        without=sum(c.coverage in (Coverage.NONE, Coverage.COMING) for c in coverage),
    )


def ends_soon(row: AgreementRow) -> bool:
    """Whether the end falls within six months."""
    return row.expiry is not None and row.expiry.warning in _NEAR


def _coverage(code: str, found: list[tuple[AgreementRow, str]], absence: Absence | None) -> CoverageRow:
    structural = [(r, via) for r, via in found if r.agreement.cooperation_class is CooperationClass.STRUCTURAL]
    now = _once(r for r, _ in structural if r.state in _NOW)
    coming = _once(r for r, _ in structural if r.state in _COMING)
    ended = [r for r, _ in structural if r.state is AgreementState.ENDED]
    return CoverageRow(
        nis_code=code,
        coverage=_best(now, coming),
        structural=now,
        coming=coming,
        other=_once(r for r, _ in found if r.state in _NOW and r not in now),
        ended=max(ended, key=lambda r: rules.last_day(r.agreement) or date.min, default=None),
        former=tuple(dict.fromkeys(via for r, via in structural if via != code and r.state in _NOW)),
        absence=absence,
    )


def _best(now: tuple[AgreementRow, ...], coming: tuple[AgreementRow, ...]) -> Coverage:
    running = [r for r in now if r.state is AgreementState.IN_FORCE]
    if running:
        return Coverage.ENDING if all(ends_soon(r) for r in running) else Coverage.IN_FORCE
    if now:
        return Coverage.UNKNOWN
    return Coverage.COMING if coming else Coverage.NONE


def _once(rows: Iterable[AgreementRow]) -> tuple[AgreementRow, ...]:
    return tuple({row.id: row for row in rows}.values())
