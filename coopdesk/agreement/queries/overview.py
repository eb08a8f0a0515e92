"""The overview per province and per municipality with begin and end: the annex a parliamentary question asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from coopdesk.agreement.model import AgreementState, CooperationClass
from coopdesk.agreement.ports import AgreementRow, Places
from coopdesk.kernel.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One municipality in one agreement.

    Begin and end are those of the municipality where it has its own, of the agreement otherwise; the texts are what
    the source wrote. `name` is the municipality as it was, `now` what it belongs to on the day of the overview when
    that is another one.
    """

    province: str
    nis_code: str
    name: str
    now: str
    agreement_id: str
    title: str
    cooperation_class: CooperationClass
    begin_date: PartialDate | None
    end_date: PartialDate | None
    begin_text: str
    end_text: str
    is_open_ended: bool
    state: AgreementState
    source: str


def overview(
    rows: Iterable[AgreementRow],
    places: Places,
    day: date,
    classes: Collection[CooperationClass] = (CooperationClass.STRUCTURAL,),
    started: tuple[date, date] | None = None,
) -> list[OverviewRow]:
    """The overview on a day, by province, municipality and begin.

    `started` keeps only what began, or may have begun, between two days: for example all that started in 2021.
    """
    found = [
        made
        for row in rows
        if row.agreement.cooperation_class in classes
        for made in _lines(row, places, day)
        if started is None or _began_between(made.begin_date, *started)
    ]
    return sorted(found, key=lambda r: (r.province, r.name, r.begin_date.first if r.begin_date else date.max, r.title))


def source_of(row: AgreementRow) -> str:
    """Where an agreement was read, as `bijlage.xlsx, Blad1!C14`; empty for what was typed."""
    a = row.agreement
    if not a.source_file:
        return ""
    place = f"{a.source_sheet}!{a.source_cell}" if a.source_sheet else a.source_cell
    return f"{a.source_file}, {place}" if place else a.source_file


def _lines(row: AgreementRow, places: Places, day: date) -> Iterable[OverviewRow]:
    agreement = row.agreement
    for member in row.members:
        now = places.on(member.nis_code, day)
        yield OverviewRow(
            province=places.province(now, day),
            nis_code=member.nis_code,
            name=places.name(member.nis_code),
            now=places.name(now) if now != member.nis_code else "",
            agreement_id=agreement.id,
            title=agreement.title,
            cooperation_class=agreement.cooperation_class,
            begin_date=member.begin_date or agreement.begin_date,
            end_date=member.end_date or agreement.terminated_date or agreement.end_date,
            begin_text=agreement.begin_text,
            end_text=agreement.end_text or agreement.term_text,
            is_open_ended=agreement.is_open_ended and not (member.end_date or agreement.terminated_date),
            state=row.state,
            source=source_of(row),
        )


def _began_between(begin: PartialDate | None, first: date, last: date) -> bool:
    return begin is not None and begin.first <= last and first <= begin.last
