"""The overview of agreements per province and municipality with begin and end: the annex a parliamentary question asks
for, with the municipalities that are not covered beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coopdesk.agreement.ports import AgreementWork
from coopdesk.agreement.queries.coverage import Coverage, CoverageRow, coverage_on
from coopdesk.agreement.queries.lists import rows_on
from coopdesk.agreement.queries.overview import OverviewRow, overview
from coopdesk.agreement.wording import CLASSES, STATES
from coopdesk.dossier.compose.frame import document, furniture
from coopdesk.dossier.compose.writer import Pen
from coopdesk.dossier.model import (
    Block,
    Column,
    Document,
    Fact,
    FactsBlock,
    Heading,
    Paragraph,
    Section,
    TableRow,
    Tone,
)
from coopdesk.dossier.papers.order import OverviewOrder
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import style_of
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ports import TerritoryWork
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_
from coopdesk.words.sentence import begun, within

COVERED = (Coverage.IN_FORCE, Coverage.ENDING)
COVERAGE: Mapping[Coverage, str] = {
    Coverage.IN_FORCE: N_("In force"),
    Coverage.ENDING: N_("In force"),
    Coverage.NONE: N_("No agreement"),
    Coverage.COMING: N_("In preparation or not begun"),
    Coverage.UNKNOWN: N_("Dates incomplete"),
}


class OverviewWork(AgreementWork, TerritoryWork, DossierWork, Protocol):
    """A unit of work in which agreements, areas and the house style can be read."""


@dataclass(frozen=True, slots=True)
class OverviewFacts:
    """What the overview says: its lines, the coverage of every municipality in it, and where those lie."""

    order: OverviewOrder
    scope: str
    rows: tuple[OverviewRow, ...]
    coverage: tuple[CoverageRow, ...]
    names: Mapping[str, str]
    provinces: Mapping[str, str]
    footer: str

    @property
    def bare(self) -> tuple[CoverageRow, ...]:
        """The municipalities without a structural agreement in force."""
        return tuple(row for row in self.coverage if row.coverage not in COVERED)

    def province(self, code: str) -> str:
        """The province of a municipality on the day."""
        return self.provinces.get(code, "")


def read_overview(work: OverviewWork, gazetteer: Gazetteer, order: OverviewOrder, words: Words) -> OverviewFacts:
    """The facts of the overview on its day."""
    codes, scope = _codes(work, gazetteer, order, words)
    rows = rows_on(work, order.on)
    started = (date(order.year, 1, 1), date(order.year, 12, 31)) if order.year else None
    lines = overview(rows, gazetteer, order.on, order.classes, started)
    inside = frozenset(codes)
    coverage = coverage_on(rows, codes, work.agreements.absences(), gazetteer, order.on)
    style = style_of(work)
    return OverviewFacts(
        order, scope, tuple(line for line in lines if gazetteer.on(line.nis_code, order.on) in inside),
        tuple(coverage), {code: gazetteer.name(code) for code in codes},
        {code: gazetteer.province(code, order.on) for code in codes}, style.footer,
    )  # fmt: skip


def _codes(work: OverviewWork, gazetteer: Gazetteer, order: OverviewOrder, words: Words) -> tuple[list[str], str]:
    """The municipalities the overview is about, by name, and how they are called together."""
    if order.area_id:
        area = work.territory.area(order.area_id)
        return sorted(members(work, area.id, gazetteer, order.on), key=gazetteer.name), area.name
    if order.province:
        named = words.say("the province of {name}", name=order.province)
        return sorted(gazetteer.in_province(order.province, order.on), key=gazetteer.name), named
    return [m.nis_code for m in gazetteer.at(order.on)], words.say("Flanders")


def compose_overview(facts: OverviewFacts, words: Words) -> Document:
    """The overview as a document on landscape pages."""
    pen, order = Pen(words), facts.order
    title = words.say("Cooperation agreements by province and municipality")
    blocks: list[Block] = [Heading(title), Paragraph(_lead(facts, words), Tone.LEAD), _figures(facts, words)]
    blocks.append(Paragraph(_explained(facts, words), Tone.SMALL))
    blocks.append(pen.chapter(words.say("Agreements")))
    blocks += _agreements(facts, pen)
    blocks.append(pen.chapter(words.say("What is not covered")))
    blocks += _bare(facts, pen)
    framed = furniture(words, order.on, f"{title} · {facts.scope}", facts.footer, contents=False)
    sections = (Section(tuple(blocks), landscape=True),)
    return document(words, order.on, title, framed, sections, colour=order.colour)


def _lead(facts: OverviewFacts, words: Words) -> str:
    day = words.formats.long_day(facts.order.on)
    if facts.order.year:
        text = words.say("{scope}: cooperation that began in {year}, as it stands on {day}.",
                         scope=facts.scope, year=facts.order.year, day=day)  # fmt: skip
    else:
        text = words.say("{scope}, as it stands on {day}.", scope=facts.scope, day=day)
    return begun(text)


def _explained(facts: OverviewFacts, words: Words) -> str:
    """What is in it and how to read the dates."""
    formats = words.formats
    classes = formats.listing([within(words.say(CLASSES[c])) for c in facts.order.classes])
    return words.say(
        "In it: {classes}. The end is the last day on which the cooperation holds. A date that is only known as a year "
        "or a half-year is written so; – means that the source does not give it.",
        classes=classes,
    )


def _figures(facts: OverviewFacts, words: Words) -> FactsBlock:
    number = words.formats.number
    whole, bare = len(facts.coverage), len(facts.bare)
    return FactsBlock(
        (
            Fact(words.say("Agreements in this overview"), number(len({row.agreement_id for row in facts.rows}))),
            Fact(words.say("Municipalities"), number(whole)),
            Fact(words.say("With a structural agreement in force"), number(whole - bare)),
            Fact(words.say("Without"), number(bare)),
        ),
        words.say("Source: the agreements in this workspace; per line the file they were read in"),
    )


def _agreements(facts: OverviewFacts, pen: Pen) -> list[Block]:
    """A table per province, a line per municipality and agreement."""
    words = pen.words
    if not facts.rows:
        return [Paragraph(words.say("No agreement fits this question."))]
    blocks: list[Block] = []
    for province in _provinces(facts, [row.province for row in facts.rows]):
        mine = [row for row in facts.rows if row.province == province]
        name = province or words.say("Province not known")
        columns = (
            Column(words.say("Municipality"), weight=1.2),
            Column(words.say("Agreement"), weight=2.2),
            Column(words.say("Begin"), weight=0.8),
            Column(words.say("End (last day)"), weight=0.9),
            Column(words.say("State"), weight=0.8),
            Column(words.say("Source"), weight=1.4),
        )
        blocks.append(Heading(name, 2))
        blocks.append(
            pen.table(
                words.say("Agreements in {province}", province=name),
                columns,
                [_line(facts, row, words) for row in mine],
                kin="agreements",
            )
        )
    return blocks


def _line(facts: OverviewFacts, row: OverviewRow, words: Words) -> TableRow:
    place = words.say("{name}, now {now}", name=row.name, now=row.now) if row.now else row.name
    title = row.title if len(facts.order.classes) == 1 else f"{row.title}\n{words.say(CLASSES[row.cooperation_class])}"
    begin = words.formats.partial(row.begin_date) if row.begin_date is not None else row.begin_text or "–"
    end = words.formats.partial(row.end_date) if row.end_date is not None else _no_end(row, words) or "–"
    return TableRow((place, title, begin, end, words.say(STATES[row.state]), row.source or words.say("typed by hand")))


def _no_end(row: OverviewRow, words: Words) -> str:
    """What is said of an end without a date: that there is none, or what the source wrote."""
    return words.say("open-ended") if row.is_open_ended else row.end_text


def _bare(facts: OverviewFacts, pen: Pen) -> list[Block]:
    """The municipalities without a structural agreement in force, by province, with the reason."""
    words = pen.words
    if not facts.bare:
        return [Paragraph(words.say("Every municipality has a structural agreement in force on this day."))]
    blocks: list[Block] = []
    if facts.order.year:
        text = words.say("On {day}, whatever year the others began.", day=words.formats.long_day(facts.order.on))
        blocks.append(Paragraph(text, Tone.SMALL))
    columns = (
        Column(words.say("Municipality"), weight=1.2),
        Column(words.say("State"), weight=1.2),
        Column(words.say("Other cooperation"), weight=1.8),
        Column(words.say("Reason"), weight=2),
    )
    for province in _provinces(facts, [facts.province(row.nis_code) for row in facts.bare]):
        mine = [row for row in facts.bare if facts.province(row.nis_code) == province]
        name = province or words.say("Province not known")
        told = [row for row in mine if row.coverage is not Coverage.NONE or row.other or row.absence]
        rows = [
            TableRow((facts.names[r.nis_code], words.say(COVERAGE[r.coverage]), _others(r), _reason(r))) for r in told
        ]
        blocks.append(Heading(name, 2))
        if rows:
            title = words.say("{province}: not covered", province=name)
            blocks.append(pen.table(title, columns, rows, kin="bare"))
        blocks += _nothing(facts, [row for row in mine if row not in told], words)
    return blocks


def _nothing(facts: OverviewFacts, rows: list[CoverageRow], words: Words) -> list[Block]:
    """The municipalities of which nothing more is known than that they have no agreement: a table would be dashes."""
    if not rows:
        return []
    text = words.count(
        "Without any cooperation and without a noted reason, {n} municipality: {names}.",
        "Without any cooperation and without a noted reason, {n} municipalities: {names}.",
        len(rows),
        names=words.formats.listing([facts.names[row.nis_code] for row in rows]),
    )
    return [Paragraph(text)]


def _others(row: CoverageRow) -> str:
    return "\n".join(one.agreement.title for one in (*row.coming, *row.other)) or "–"


def _reason(row: CoverageRow) -> str:
    return row.absence.reason if row.absence else "–"


def _provinces(facts: OverviewFacts, found: list[str]) -> list[str]:
    """The provinces in alphabetical order; what lies in none comes last."""
    return sorted(set(found), key=lambda name: (not name, name))


Cell = str | int | None


def overview_sheet(facts: OverviewFacts, words: Words) -> tuple[str, list[str], list[list[Cell]], str]:
    """The same as a table for a workbook: title, headings, a row per municipality and agreement and then one per
    municipality without, and a note."""
    say, formats, order = words.say, words.formats, facts.order
    headings = [say("Province"), say("NIS code"), say("Municipality"), say("Agreement"), say("Class"), say("Begin"),
                say("End (last day)"), say("State on {day}", day=formats.field_day(order.on)), say("Reason"),
                say("Source")]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            row.province, row.nis_code, row.name, row.title, say(CLASSES[row.cooperation_class]),
            formats.field_partial(row.begin_date) or row.begin_text,
            formats.field_partial(row.end_date) or _no_end(row, words),
            say(STATES[row.state]), "", row.source,
        ]
        for row in facts.rows
    ]  # fmt: skip
    rows += [
        [facts.province(r.nis_code), r.nis_code, facts.names[r.nis_code], "", "", "", "", say(COVERAGE[r.coverage]),
         r.absence.reason if r.absence else "", ""]
        for r in facts.bare
    ]  # fmt: skip
    return say("Agreements"), headings, rows, _lead(facts, words)
