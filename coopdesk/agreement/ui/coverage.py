"""The columns of the coverage matrix: each municipality against steering area, agreement and local partnership."""

from __future__ import annotations

from datetime import date

from coopdesk.agreement import rules
from coopdesk.agreement.commands.belonging import SetAbsenceReason
from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import Coverage, CoverageRow
from coopdesk.agreement.queries.screen import Screen
from coopdesk.agreement.ui.labels import COVERAGE_LOOKS, COVERAGES
from coopdesk.agreement.wording import SHORT_CLASSES
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.kinds import TextKind
from coopdesk.shell.grid.looks import Look, Marked, Quiet, Title, Tone
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.model import AreaKind
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

NOTHING = "–"


class CoverageColumns:
    """Makes the columns; `screen` holds what the areas are on the day looked at."""

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self._words, self._gazetteer = words, gazetteer
        self.screen: Screen | None = None

    def all(self) -> list[Column[CoverageRow]]:
        """The columns in their order."""
        return [
            Column("place", N_("Municipality"), self.name, look=lambda _: Title(), width=15,
                   spoken=self.spoken),
            Column("province", N_("Province"), self._province, hidden=True, filter=True, width=16),
            self._area("steering", N_("Steering area"), AreaKind.STEERING_AREA),
            Column("state", N_("VDAB agreement"), lambda r: self._words.say(COVERAGES[r.coverage]),
                   sort=lambda r: list(Coverage).index(r.coverage), look=lambda r: COVERAGE_LOOKS[r.coverage],
                   filter=True, width=24),
            Column("which", N_("Agreement"), self._which, look=lambda _: Quiet(), width=20, stretch=True),
            Column("until", N_("Up to and including"), self._until, sort=_last, width=16, look=_until_look),
            self._area("partnership", N_("Local partnership"), AreaKind.LOCAL_PARTNERSHIP),
            Column("other", N_("Other cooperation"), self._other, hidden=True, width=22),
            Column("reason", N_("Attention"), self._attention, value=_reason, kind=TextKind(),
                   edit=self._set_reason, look=self._attention_look, width=21),
        ]  # fmt: skip

    def name(self, row: CoverageRow) -> str:
        """The municipality."""
        return self._gazetteer.name(row.nis_code)

    def spoken(self, row: CoverageRow) -> str:
        """A municipality with its coverage in one sentence."""
        parts = [self.name(row), self._words.say(COVERAGES[row.coverage])]
        if row.structural:
            parts += [self._which(row), self._until(row)]
        return ", ".join(part for part in parts if part not in ("", NOTHING))

    def _area(self, key: str, title: str, kind: AreaKind) -> Column[CoverageRow]:
        def text(row: CoverageRow) -> str:
            areas = self.screen.areas_of(row.nis_code, kind) if self.screen else ()
            return ", ".join(area.name for area in areas) or NOTHING

        steering = key == "steering"
        return Column(key, title, text, width=16 if steering else 18, look=lambda _: Quiet(), filter=steering)

    def _province(self, row: CoverageRow) -> str:
        day = self.screen.day if self.screen else date.max
        return self._gazetteer.province(row.nis_code, day)

    def _which(self, row: CoverageRow) -> str:
        shown = row.structural or row.coming
        if shown:
            return ", ".join(r.agreement.title for r in shown)
        return self._words.say("{title} (ended)", title=row.ended.agreement.title) if row.ended else NOTHING

    def _until(self, row: CoverageRow) -> str:
        shown = row.structural or row.coming
        if not shown:
            return self._words.formats.day(rules.last_day(row.ended.agreement)) if row.ended else NOTHING
        latest = max(shown, key=lambda r: rules.last_day(r.agreement) or date.max)
        if latest.agreement.is_open_ended:
            return self._words.say("open-ended")
        return self._words.formats.partial(latest.agreement.terminated_date or latest.agreement.end_date)

    def _other(self, row: CoverageRow) -> str:
        return ", ".join(self._words.say(SHORT_CLASSES[r.agreement.cooperation_class]) for r in row.other) or NOTHING

    def _attention(self, row: CoverageRow) -> str:
        if row.absence:
            return row.absence.reason
        names = self._words.formats.listing(self._gazetteer.names(row.former))
        if row.former:
            return self._words.say("Only through the former {names}", names=names)
        if _double(row):
            return self._words.count("In {n} agreement", "In {n} agreements at once", _running(row))
        if row.coverage is Coverage.NONE and row.ended:
            return self._words.say("Not renewed")
        return self._words.say("No reason noted") if row.coverage is Coverage.NONE else ""

    def _attention_look(self, row: CoverageRow) -> Look | None:
        asks = row.absence is None and (row.coverage is Coverage.NONE or row.former or _double(row))
        return Marked("warning_16_filled", Tone.WARN) if asks else Quiet()

    def _set_reason(self, row: CoverageRow, value: str) -> SetAbsenceReason:
        return SetAbsenceReason(row.nis_code, row.absence.version if row.absence else 0, value, self.name(row))


def _reason(row: CoverageRow) -> str:
    return row.absence.reason if row.absence else ""


def _running(row: CoverageRow) -> int:
    return sum(r.state is AgreementState.IN_FORCE for r in row.structural)


def _double(row: CoverageRow) -> bool:
    """Whether a municipality takes part in two structural agreements at once."""
    return _running(row) > 1


def _shown(row: CoverageRow) -> tuple[AgreementRow, ...]:
    return row.structural or row.coming or ((row.ended,) if row.ended else ())


def _last(row: CoverageRow) -> date:
    return max((rules.last_day(r.agreement) or date.max for r in _shown(row)), default=date.min)


def _until_look(row: CoverageRow) -> Look | None:
    return Marked("clock_16_filled", Tone.WARN) if row.coverage is Coverage.ENDING else None
