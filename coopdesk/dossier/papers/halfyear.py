"""The follow-up report of a half-year: what was measured, what was done for each Flemish priority, what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from coopdesk.dossier.compose.chain import ChartPart
from coopdesk.dossier.compose.charted import figure
from coopdesk.dossier.compose.frame import document, furniture
from coopdesk.dossier.compose.measure import measured_text
from coopdesk.dossier.compose.writer import Pen
from coopdesk.dossier.model import (
    Align,
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
from coopdesk.dossier.papers.order import HalfYearOrder
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import style_of
from coopdesk.followup import drawing
from coopdesk.followup.model import Measurement, Meeting, Standing
from coopdesk.followup.ports import FollowupWork
from coopdesk.followup.queries import Account, AccountLine, FollowupView, IndicatorRow, account, meetings, view
from coopdesk.followup.rules import first_day, last_day
from coopdesk.followup.wording import STANDINGS
from coopdesk.plan.wording import STATUSES
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ports import TerritoryWork
from coopdesk.words.catalogue import Words
from coopdesk.words.sentence import begun


class HalfYearWork(FollowupWork, TerritoryWork, DossierWork, Protocol):
    """A unit of work in which the plan, its follow-up, areas and the house style can be read."""


@dataclass(frozen=True, slots=True)
class HalfYearFacts:
    """What the report says of an area over a period; `view` is None without a plan."""

    order: HalfYearOrder
    area: str
    view: FollowupView | None
    account: Account
    meetings: tuple[Meeting, ...]
    footer: str
    done: Mapping[str, date] = field(default_factory=dict)


def read_halfyear(work: HalfYearWork, _gazetteer: Gazetteer, order: HalfYearOrder, _words: Words) -> HalfYearFacts:
    """The facts of the report."""
    first, last = first_day(order.period), last_day(order.period)
    held = tuple(m for m in meetings(work, order.area_id) if first <= m.day <= last)
    return HalfYearFacts(
        order, work.territory.area(order.area_id).name, view(work, order.area_id),
        account(work, order.area_id, order.period), tuple(sorted(held, key=lambda m: m.day)), style_of(work).footer,
    )  # fmt: skip


def compose_halfyear(facts: HalfYearFacts, words: Words) -> Document:
    """The report as a document."""
    pen, order = Pen(words), facts.order
    period = words.formats.period(order.period)
    title = words.say("Follow-up report {period}", period=period)
    lead = words.say("{area}, as it stands on {day}.", area=facts.area, day=words.formats.long_day(order.on))
    blocks: list[Block] = [Heading(title), Paragraph(lead, Tone.LEAD)]
    if facts.view is None:
        blocks.append(Paragraph(words.say("There is no action plan for this area yet.")))
    else:
        blocks.append(_figures(facts, facts.view, words))
        blocks += _measured(facts, facts.view, pen)
        blocks += _charts(facts, facts.view, pen)
        blocks += _accounted(facts, pen)
    blocks += _decided(facts, pen)
    framed = furniture(words, order.on, f"{facts.area} · {title}", facts.footer, contents=False)
    return document(words, order.on, title, framed, (Section(tuple(blocks)),), colour=order.colour)


def _figures(facts: HalfYearFacts, found: FollowupView, words: Words) -> FactsBlock:
    number, standings = words.formats.number, found.standings
    day = words.formats.long_day(facts.order.on)
    on_way = standings.get(Standing.REACHED, 0) + standings.get(Standing.ON_SCHEDULE, 0)
    measured = sum(1 for row in found.indicators if row.measured(facts.order.period))
    of = words.say("of {n}", n=number(len(found.indicators)))
    return FactsBlock(
        (
            Fact(words.say("Indicators measured in this period"), number(measured), of),
            Fact(words.say("Indicators on schedule or reached"), number(on_way), of),
            Fact(words.say("Actions in this period"), number(facts.account.actions)),
            Fact(words.say("Of which with commentary"), number(facts.account.commented)),
        ),
        words.say("Source: action plan and follow-up, as they stand on {day}", day=day),
    )


def _measured(facts: HalfYearFacts, found: FollowupView, pen: Pen) -> list[Block]:
    """Every indicator: what it was, what was measured until now, where it should go."""
    words, heading = pen.words, pen.chapter(pen.words.say("Measurements"))
    columns = (
        Column(words.say("Indicator"), weight=2),
        Column(words.say("Baseline"), Align.RIGHT),
        Column(words.say("Before"), Align.RIGHT, 1.2),
        Column(words.say("This period"), Align.RIGHT, 1.1),
        Column(words.say("Target"), Align.RIGHT),
        Column(words.say("State")),
    )
    rows = [_indicator(row, facts.order.period, words) for row in found.indicators]
    here = [row.measured(facts.order.period) for row in found.indicators]
    sources = sorted({one.source for one in here if one is not None and one.source})
    notes = [words.say("Source: {source}", source=words.formats.listing(sources))] if sources else []
    if None in here:
        notes.append(words.say("– under this period means: not measured."))
    note = "\n".join(notes)
    table = pen.table(words.say("Indicators of the objectives"), columns, rows, note=note)
    return [heading, table]


def _indicator(row: IndicatorRow, period: str, words: Words) -> TableRow:
    one, here = row.indicator, row.measured(period)
    earlier = [m for m in row.measurements if last_day(m.period) < last_day(period)]
    before = _dated(earlier[-1], one.unit, words) if earlier else "–"
    value: Decimal | None = here.value if here is not None else None
    return TableRow(
        (
            one.title,
            measured_text(one.baseline, one.unit, words, one.baseline_year),
            before,
            measured_text(value, one.unit, words),
            measured_text(one.target, one.unit, words, one.target_year),
            begun(words.say(STANDINGS[row.standing])),
        )
    )


def _dated(measurement: Measurement, unit: str, words: Words) -> str:
    return f"{measured_text(measurement.value, unit, words)}\n{words.formats.period(measurement.period)}"


def _charts(facts: HalfYearFacts, found: FollowupView, pen: Pen) -> list[Block]:
    """How the actions stand now, and how many were done through time."""
    words, order = pen.words, facts.order
    if not found.actions:
        return []
    source = words.say("Source: action plan, as it stands on {day}", day=words.formats.long_day(order.on))
    readings = drawing.progress_readings(found, facts.done, order.on)
    end = date(found.plan.end_year, 12, 31)
    parts = (
        ChartPart("", words.say("Actions per objective, by status"), source, drawing.status_chart(found, order.on)),
        ChartPart(
            "", words.say("Planned and finished actions through time"), source, drawing.progress_chart(readings, end)
        ),
    )
    return [pen.chapter(words.say("Progress of the actions")), *(figure(pen, part) for part in parts)]


def _accounted(facts: HalfYearFacts, pen: Pen) -> list[Block]:
    """Per Flemish priority the actions of the period with their commentary; a priority without one says so."""
    words, account_ = pen.words, facts.account
    blocks: list[Block] = [pen.chapter(words.say("Per Flemish priority"))]
    for priority in account_.priorities:
        lines = [line for line in account_.lines if line.priority == priority]
        blocks.append(Heading(f"{priority.code} {priority.title}".strip(), 2))
        blocks += _lines(lines, pen)
    rest = [line for line in account_.lines if line.priority is None]
    if rest:
        blocks.append(Heading(words.say("Without a Flemish priority"), 2))
        blocks += _lines(rest, pen)
    return blocks


def _lines(lines: list[AccountLine], pen: Pen) -> list[Block]:
    words, formats = pen.words, pen.formats
    if not lines:
        return [Paragraph(words.say("No action in this period."))]
    columns = (
        Column(words.say("No."), weight=0.4),
        Column(words.say("Action"), weight=1.6),
        Column(words.say("Status"), weight=0.7),
        Column(words.say("Progress"), Align.RIGHT, 0.6),
        Column(words.say("What was done"), weight=2.4),
    )
    rows = [
        TableRow(
            (line.action.code, line.action.title, words.say(STATUSES[line.action.status]),
             f"{formats.number(line.action.progress)}%", line.note.text if line.note else "–")
        )
        for line in lines
    ]  # fmt: skip
    bare = any(line.note is None for line in lines)
    note = words.say("– means: nothing was noted on it in this period.") if bare else ""
    return [pen.table(words.say("Actions in this period"), columns, rows, note=note, kin="actions")]


def _decided(facts: HalfYearFacts, pen: Pen) -> list[Block]:
    """The meetings of the period with what they decided."""
    words, heading = pen.words, pen.chapter(pen.words.say("Decisions"))
    columns = (
        Column(words.say("Date"), weight=0.7),
        Column(words.say("Body")),
        Column(words.say("Decisions"), weight=2.6),
    )
    rows = [TableRow((words.formats.day(m.day), m.body, m.decisions or "–")) for m in facts.meetings]
    empty = words.say("No meeting was noted in this period.")
    table = pen.table(words.say("Meetings in this period"), columns, rows, empty=empty)
    return [heading, table]
