"""The parts that look back: follow-up and sources."""

from __future__ import annotations

from coopdesk.dossier.compose.chain import IndicatorPart
from coopdesk.dossier.compose.charted import figure
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Align, Block, Column, Heading, Paragraph, TableRow


def followup(writer: Writer) -> list[Block]:
    """What was measured, and how the actions go."""
    words, part = writer.words, writer.chain.followup
    blocks: list[Block] = [writer.chapter(words.say("Follow-up"))]
    if not part.indicators and not part.reports and not part.charts:
        blocks.append(Paragraph(words.say("Nothing has been measured or reported yet.")))
        return blocks
    if part.indicators:
        blocks += [Heading(words.say("Measurements"), 2), measurements(writer)]
    if part.charts or part.reports:
        blocks.append(Heading(words.say("Progress of the actions"), 2))
    blocks += [figure(writer, chart) for chart in part.charts]
    if part.reports:
        blocks.append(reports(writer))
    return blocks


def measurements(writer: Writer) -> Block:
    words = writer.words
    columns = (
        Column(words.say("Indicator"), weight=2),
        Column(words.say("Baseline"), Align.RIGHT),
        Column(words.say("Measured"), Align.RIGHT, 1.6),
        Column(words.say("Target"), Align.RIGHT),
        Column(words.say("State")),
    )
    rows = [TableRow((i.title, i.baseline, _values(i), i.target, i.standing)) for i in writer.chain.followup.indicators]
    return writer.table(words.say("Measurements per indicator"), columns, rows)


def _values(part: IndicatorPart) -> str:
    return "\n".join(f"{period}: {value}" for period, value in part.measurements) or "–"


def reports(writer: Writer) -> Block:
    words, formats = writer.words, writer.formats
    columns = (
        Column(words.say("No."), weight=0.4),
        Column(words.say("Action"), weight=1.6),
        Column(words.say("Period"), weight=0.8),
        Column(words.say("Status"), weight=0.7),
        Column(words.say("Progress"), Align.RIGHT, 0.6),
        Column(words.say("What was done"), weight=2),
    )
    rows = [
        TableRow((r.code, r.title, r.period, r.status, f"{formats.number(r.progress)}%", r.remark or "–"))
        for r in writer.chain.followup.reports
    ]
    return writer.table(words.say("Progress per action"), columns, rows)


def sources(writer: Writer) -> list[Block]:
    """Where every figure, agreement and action was read: file, sheet, cell and date."""
    words, chain = writer.words, writer.chain
    blocks: list[Block] = [writer.annex(words.say("Sources"))]
    columns = (
        Column(words.say("What"), weight=1.6),
        Column(words.say("File"), weight=1.6),
        Column(words.say("Sheet")),
        Column(words.say("Cell")),
        Column(words.say("Read on")),
    )
    rows = [
        TableRow((s.what, s.file or "–", s.sheet or "–", s.cell or "–", writer.formats.day(s.day)))
        for s in (*chain.sources, *chain.origins)
    ]
    if rows:
        text = words.say("Every figure, agreement and action that was imported can be found again in its file.")
        blocks.append(Paragraph(text))
    empty = words.say("Everything in this dossier was typed by hand.")
    blocks.append(writer.table(words.say("Sources of figures, agreements and actions"), columns, rows, empty=empty))
    return blocks
