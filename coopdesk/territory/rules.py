"""What may be done with areas, decided without a database or a window."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from coopdesk.kernel.errors import Invalid
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.model import Area, AreaMembership, KnownArea

CYCLE_YEARS = 6
FIRST_CYCLE = 2020  # local policy cycles run 2020-2025, 2026-2031 …: Planlastendecreet 15/07/2011, art. 2


def cycle_of(year: int) -> tuple[int, int]:
    """First and last year of the local policy cycle a year falls in: 2026 gives 2026-2031."""
    begin = year - (year - FIRST_CYCLE) % CYCLE_YEARS
    return begin, begin + CYCLE_YEARS - 1


def checked_area(area: Area) -> Area:
    """The area with a trimmed name; Invalid without a name or with a period that ends before it begins."""
    name = " ".join(area.name.split())
    if not name:
        raise Invalid("Give the area a name.")
    if area.end_year < area.begin_year:
        raise Invalid("The last year cannot come before the first.")
    return replace(area, name=name)


def checked_membership(membership: AreaMembership, others: Iterable[AreaMembership]) -> AreaMembership:
    """Invalid when it ends before it begins, or when the municipality is already in the area in those days."""
    if membership.begin_date and membership.end_date and membership.end_date < membership.begin_date:
        raise Invalid("The last day cannot come before the first.")
    for other in others:
        if other.id != membership.id and other.nis_code == membership.nis_code and _overlap(other, membership):
            raise Invalid("This municipality is already in the area in that period.")
    return membership


def _overlap(a: AreaMembership, b: AreaMembership) -> bool:
    starts = max(a.begin_date or date.min, b.begin_date or date.min)
    ends = min(a.end_date or date.max, b.end_date or date.max)
    return starts <= ends


def members_on(memberships: Iterable[AreaMembership], gazetteer: Gazetteer, day: date) -> list[str]:
    """The municipalities of an area on a day, former ones as what they have become, by name."""
    codes = {gazetteer.on(m.nis_code, day) for m in memberships if m.holds_on(day)}
    return sorted(codes, key=gazetteer.name)


def last_of(area: Area, day: date) -> date:
    """The day to look at an area's members: no later than the end of its period, so that a membership that ends with
    the period still holds on a map without a date."""
    return min(day, date(area.end_year, 12, 31))


def codes_of(known: KnownArea, gazetteer: Gazetteer, day: date) -> list[str]:
    """The municipalities of a known area as they are on a day; its names may be those of before a merger.

    One that went up in a municipality from outside the area is left out: Borsbeek was in ZORA, Antwerpen is not.
    """
    codes = dict.fromkeys(code for name in known.names if (code := gazetteer.code_named(name)))
    found = dict.fromkeys(gazetteer.on(code, day) for code in codes if _stays(code, codes, gazetteer, day))
    return list(found)


def _stays(code: str, codes: Collection[str], gazetteer: Gazetteer, day: date) -> bool:
    """Whether a municipality is still itself, or carries on in one that bears its name or was made of members only."""
    now = gazetteer.on(code, day)
    if now == code or gazetteer.name(code) in gazetteer.name(now):
        return True
    return all(part in codes for part in gazetteer.merged_into(now))
