"""The labour-market analysis: chapters with their charts, tables and commentary."""

from __future__ import annotations

from coopdesk.analysis.model import ChapterKind, ChapterState
from coopdesk.analysis.rules.gap import GapTable
from coopdesk.charts.model import Table
from coopdesk.dossier.compose.chain import AnalysisPart, ChapterPart, ChartPart
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import (
    Align,
    Block,
    Column,
    Fact,
    FactsBlock,
    FigureBlock,
    Heading,
    Paragraph,
    Picture,
    TableBlock,
    TableRow,
    Tone,
)

_ALT_WIDTH = 482.0


def analysis(writer: Writer) -> list[Block]:
    """All chapters that are printed, each with its text, its chart and its table."""
    words, part = writer.words, writer.chain.analysis
    blocks: list[Block] = [writer.chapter(words.say("Labour-market analysis"))]
    if part is None or not part.chapters:
        blocks.append(Paragraph(words.say("There is no analysis for this area yet.")))
        return blocks
    for chapter in part.chapters:
        blocks += _chapter(writer, part, chapter)
    return blocks


def _chapter(writer: Writer, part: AnalysisPart, chapter: ChapterPart) -> list[Block]:
    blocks: list[Block] = [Heading(chapter.name, 2)]
    if chapter.chapter.state is ChapterState.DRAFT:
        blocks.append(Paragraph(writer.words.say("This chapter is still a draft."), Tone.REMARK))
    if chapter.chapter.kind is ChapterKind.GAP:
        blocks.append(gap_facts(writer, part.gap))
    if chapter.text:
        blocks.append(Paragraph(chapter.text))
    blocks += [_figure(writer, chart) for chart in chapter.charts]
    return blocks


def gap_facts(writer: Writer, gap: GapTable) -> FactsBlock:
    """The four figures of the gap."""
    words, formats = writer.words, writer.formats
    own, facts = gap.own, []
    facts.append(Fact(words.say("Employment rate {year}", year=gap.year), formats.rate(own.now)))
    target = formats.rate(gap.target, 0)
    facts.append(Fact(words.say("Gap to {target}", target=target), formats.points(own.gap_pp, sign=False)))
    needed, same = formats.number(own.extra_persons), words.say("with the same population")
    facts.append(Fact(words.say("More people at work needed"), needed, same))
    if own.change_pp is not None:
        facts.append(Fact(words.say("Since {year}", year=gap.since), formats.points(own.change_pp)))
    return FactsBlock(tuple(facts))


def _figure(writer: Writer, part: ChartPart) -> FigureBlock:
    """A numbered figure from a chart; its words come from the chart, its drawing is made anew for each pass."""
    words, drawn = writer.words, part.draw
    chart = drawn(writer.look(_ALT_WIDTH, colour=True))

    def draw(width: float, colour: bool) -> Picture:  # noqa: FBT001 - the shape FigureBlock asks for
        picture: Picture = drawn(writer.look(width, colour=colour)).drawing
        return picture

    return FigureBlock(
        caption=writer.figure(part.title),
        subtitle=part.subtitle,
        source=words.say("Source: {source}", source=part.source) if part.source else "",
        alt=chart.alt_text,
        draw=draw,
        twin=table_of(writer, chart.table, part.twin) if part.twin and writer.chain.setup.twins else None,
    )


def table_of(writer: Writer, table: Table, title: str) -> TableBlock:
    """The table twin of a chart; every column after the first holds figures."""
    columns = [Column(name, Align.RIGHT if at else Align.LEFT, 1 if at else 2) for at, name in enumerate(table.header)]
    own = writer.chain.area.name
    rows = [TableRow(tuple(cell or "–" for cell in row), strong=row[0] == own) for row in table.rows]
    return writer.table(title, columns, rows)
