"""The columns of the list of agreements, and the commands its cells give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from coopdesk.agreement.commands.agreements import AddAgreement, ReviseAgreement
from coopdesk.agreement.commands.belonging import SetMembers
from coopdesk.agreement.model import Agreement, CooperationClass
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import ends_soon
from coopdesk.agreement.queries.overview import source_of
from coopdesk.agreement.ui.labels import STATE_LOOKS
from coopdesk.agreement.wording import CLASSES, SHORT_CLASSES, STATES, until
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.grid.batch import Batch
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import Choice, ChoiceKind, DateKind, ManyKind, NameKind, TextKind, choices
from coopdesk.shell.grid.looks import Look, Marked, Quiet, Title, Tone
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

FIELDS = {
    "title": "title",
    "class": "cooperation_class",
    "begin": "begin_date",
    "end": "end_date",
    "approved": "approved_date",
    "signed": "signed_date",
    "instrument": "instrument",
    "remark": "remark",
}


def revise(row: AgreementRow, values: Mapping[str, Any]) -> Any:
    """The command for the changed cells of one agreement."""
    named = {FIELDS[key]: value for key, value in values.items() if key in FIELDS}
    commands: list[Any] = []
    if "places" in values:
        commands.append(SetMembers(row.id, row.agreement.version, values["places"]))
    if named:
        commands.append(ReviseAgreement(replace(row.agreement, **_closed(row.agreement, named))))
    return commands[0] if len(commands) == 1 else Batch(tuple(commands), subject=row.agreement.title)


def add(values: Mapping[str, Any]) -> AddAgreement:
    """The command for a pasted row."""
    named = {FIELDS[key]: value for key, value in values.items() if key in FIELDS and value is not None}
    return AddAgreement(Agreement(**{"id": "", "title": "", **named}), values.get("places") or ())


def _closed(agreement: Agreement, named: Mapping[str, Any]) -> dict[str, Any]:
    """Filling in an end date also says that the agreement has one."""
    ends = named.get("end_date") is not None and agreement.is_open_ended
    return {**named, "is_open_ended": False} if ends else dict(named)


def municipalities(gazetteer: Gazetteer, day: date) -> list[Choice]:
    """The municipalities to choose from: those of the day first, then those that merged."""
    now = gazetteer.offered(day)
    known = {m.nis_code for m in now}
    taken = {m.name for m in now}
    former = sorted((m for m in gazetteer if m.nis_code not in known), key=lambda m: m.name)
    return [
        *(Choice(m.nis_code, m.name, (m.nis_code,)) for m in now),
        *(Choice(m.nis_code, _former_name(m.name, m.nis_code, taken), (m.nis_code,)) for m in former),
    ]


def _former_name(name: str, nis_code: str, taken: set[str]) -> str:
    return f"{name} ({nis_code})" if name in taken else name


class ListColumns:
    """Makes the columns for the words and municipalities of one workspace; `day` tells what day is looked at."""

    def __init__(self, words: Words, gazetteer: Gazetteer, instruments: list[str], day: date) -> None:
        self._words, self._gazetteer, self._instruments, self.day = words, gazetteer, instruments, day

    def all(self) -> list[Column[AgreementRow]]:
        """The columns in their order; those a coordinator rarely needs are hidden at first."""
        return [self._title(), self._class(), self._state(), self._begin(), self._end(), self._places(), *self._more()]

    def _title(self) -> Column[AgreementRow]:
        return Column(
            "title",
            N_("Agreement"),
            lambda r: r.agreement.title,
            kind=TextKind(required=True),
            edit=lambda r, v: revise(r, {"title": v}),
            look=lambda _: Title(),
            width=24,
            stretch=True,
            spoken=self._summary,
        )

    def _class(self) -> Column[AgreementRow]:
        return Column(
            "class",
            N_("Class"),
            lambda r: self._words.say(SHORT_CLASSES[r.agreement.cooperation_class]),
            value=lambda r: r.agreement.cooperation_class,
            sort=lambda r: list(CooperationClass).index(r.agreement.cooperation_class),
            kind=ChoiceKind(lambda: choices(self._words, SHORT_CLASSES)),
            edit=lambda r, v: revise(r, {"class": v}),
            width=12,
            filter=True,
            tip=lambda r: self._words.say(CLASSES[r.agreement.cooperation_class]),
        )

    def _state(self) -> Column[AgreementRow]:
        order = list(STATES)
        return Column(
            "state",
            N_("State on the day"),
            lambda r: self._words.say(STATES[r.state]),
            sort=lambda r: order.index(r.state),
            look=lambda r: STATE_LOOKS[r.state],
            width=18,
            filter=True,
        )

    def _begin(self) -> Column[AgreementRow]:
        return self._date("begin", N_("Begin date"), "begin_date", "begin_text")

    def _end(self) -> Column[AgreementRow]:
        column = self._date("end", N_("End date"), "end_date", "end_text")
        return replace(column, text=self._end_text, look=_end_look, spoken=self._end_spoken, width=17)

    def _date(
        self, key: str, title: str, field: str, written: str = "", *, hidden: bool = False
    ) -> Column[AgreementRow]:
        def value(row: AgreementRow) -> PartialDate | None:
            found: PartialDate | None = getattr(row.agreement, field)
            return found

        def sort(row: AgreementRow) -> date:
            found = value(row)
            return found.last if found else date.max

        return Column(
            key,
            title,
            lambda r: self._words.formats.partial(value(r)),
            value=value,
            sort=sort,
            kind=DateKind(),
            edit=lambda r, v: revise(r, {key: v}),
            width=12,
            hidden=hidden,
            tip=lambda r: self._as_written(getattr(r.agreement, written)) if written else "",
        )

    def _places(self) -> Column[AgreementRow]:
        return Column(
            "places",
            N_("Municipalities"),
            lambda r: ", ".join(self._names(r)),
            value=lambda r: r.nis_codes,
            sort=lambda r: len(r.nis_codes),
            kind=ManyKind(lambda: municipalities(self._gazetteer, self.day)),
            edit=lambda r, v: revise(r, {"places": v}),
            look=lambda _: Quiet(),
            facets=self._names,
            filter=True,
            width=13,
            stretch=True,
            tip=lambda r: self._words.count("{n} municipality", "{n} municipalities", len(r.nis_codes)),
        )

    def _more(self) -> list[Column[AgreementRow]]:
        text, province = self._text, self._gazetteer.province
        return [
            Column(
                "province",
                N_("Province"),
                lambda r: ", ".join(self._provinces(r)),
                facets=self._provinces,
                hidden=True,
                filter=True,
                spoken=lambda r: ", ".join({province(c, self.day): None for c in r.nis_codes}),
            ),
            self._date("approved", N_("Approved on"), "approved_date", hidden=True),
            self._date("signed", N_("Signed on"), "signed_date", hidden=True),
            text("instrument", N_("Instrument"), "instrument", NameKind(lambda: self._instruments)),
            text("remark", N_("Remark"), "remark", TextKind(lines=True)),
            Column("source", N_("Source"), source_of, hidden=True, width=24),
        ]

    def _text(self, key: str, title: str, field: str, kind: TextKind | NameKind) -> Column[AgreementRow]:
        return Column(
            key,
            title,
            lambda r: str(getattr(r.agreement, field)),
            kind=kind,
            edit=lambda r, v: revise(r, {key: v}),
            hidden=True,
            width=20,
        )

    def _names(self, row: AgreementRow) -> list[str]:
        return self._gazetteer.names(row.nis_codes)

    def _provinces(self, row: AgreementRow) -> list[str]:
        return sorted({p for code in row.nis_codes if (p := self._gazetteer.province(code, self.day))})

    def _as_written(self, text: str) -> str:
        return self._words.say("As written in the source: “{text}”", text=text) if text else ""

    def _end_text(self, row: AgreementRow) -> str:
        agreement = row.agreement
        if agreement.is_open_ended and agreement.terminated_date is None:
            return self._words.say("open-ended")
        return self._words.formats.partial(agreement.terminated_date or agreement.end_date)

    def _end_spoken(self, row: AgreementRow) -> str:
        text = self._end_text(row)
        return f"{text}, {until(self._words, row.expiry.days_left)}" if row.expiry else text

    def _summary(self, row: AgreementRow) -> str:
        a = row.agreement
        parts = (a.title, self._words.say(CLASSES[a.cooperation_class]), self._words.say(STATES[row.state]))
        return ", ".join((*parts, self._end_spoken(row)))


def _end_look(row: AgreementRow) -> Look | None:
    return Marked("clock_16_filled", Tone.WARN) if ends_soon(row) else None
