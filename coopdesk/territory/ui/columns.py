"""The list of the municipalities of an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from coopdesk.kernel.errors import Invalid
from coopdesk.kernel.partial_date import PartialDate, Precision
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import DateKind
from coopdesk.territory.commands import ReviseMembership
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import MemberRow
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Inhabitants = Callable[[str], Decimal | None]


def member_columns(words: Words, gazetteer: Gazetteer, inhabitants: Inhabitants) -> list[Column[MemberRow]]:
    """Name, NIS code, inhabitants and province; from and until for those who keep dates of membership."""
    formats = words.formats

    def name(row: MemberRow) -> str:
        now = gazetteer.name(row.here)
        return row.name if row.here == row.nis_code else words.say("{name} (now {now})", name=row.name, now=now)

    return [
        Column("name", N_("Municipality"), name, width=18, stretch=True, given=True),
        Column("nis", N_("NIS code"), lambda row: row.nis_code, width=9, given=True),
        Column(
            "inhabitants", N_("Inhabitants 20-64"), lambda row: formats.number(inhabitants(row.here)),
            value=lambda row: inhabitants(row.here), right=True, width=15,
        ),
        Column("province", N_("Province"), lambda row: row.province, width=17, filter=True),
        Column(
            "begin", N_("Member from"), lambda row: formats.day(row.membership.begin_date) if row.membership.begin_date
            else "", value=lambda row: _partial(row.membership.begin_date), kind=DateKind(), width=13, hidden=True,
            edit=lambda row, value: revised(row, {"begin": value}),
        ),
        Column(
            "end", N_("Until"), lambda row: formats.day(row.membership.end_date) if row.membership.end_date else "",
            value=lambda row: _partial(row.membership.end_date), kind=DateKind(), width=13, hidden=True,
            edit=lambda row, value: revised(row, {"end": value}),
        ),
    ]  # fmt: skip


def revised(row: MemberRow, values: Mapping[str, Any]) -> ReviseMembership:
    """The change of a membership that the typed dates ask for; a month or year counts from first to last day."""
    begin, end = row.membership.begin_date, row.membership.end_date
    if "begin" in values:
        begin = None if values["begin"] is None else _checked(values["begin"]).first
    if "end" in values:
        end = None if values["end"] is None else _checked(values["end"]).last
    return ReviseMembership(row.id, row.version, begin, end)


def _checked(value: PartialDate) -> PartialDate:
    if value.precision is Precision.SEASON:
        raise Invalid("Type a day, a month or a year.")
    return value


def _partial(day: date | None) -> PartialDate | None:
    return None if day is None else PartialDate.day(day)
