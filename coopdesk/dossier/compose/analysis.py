"""The labour-market analysis: chapters with their charts, tables and commentary."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from coopdesk.analysis.model import ChapterKind, ChapterState
from coopdesk.analysis.rules.gap import GapRow, GapTable
from coopdesk.charts.dumbbell import dumbbell
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.rate import Rate
from coopdesk.charts.tilemap import Klass, MapData, tile_map
from coopdesk.dossier.compose import labels
from coopdesk.dossier.compose.chain import AnalysisPart, ChapterPart, Ranking
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
Drawn = Callable[[Look], Chart]


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


def chapter_name(writer: Writer, part: AnalysisPart, chapter: ChapterPart) -> str:
    """The name of a chapter: its own, or that of its kind."""
    kept = chapter.chapter
    if kept.kind is ChapterKind.OWN:
        return kept.name
    return writer.words.say(labels.CHAPTERS[kept.kind], target=writer.formats.rate(part.analysis.target, 0))


def _chapter(writer: Writer, part: AnalysisPart, chapter: ChapterPart) -> list[Block]:
    blocks: list[Block] = [Heading(chapter_name(writer, part, chapter), 2)]
    if chapter.chapter.state is ChapterState.DRAFT:
        blocks.append(Paragraph(writer.words.say("This chapter is still a draft."), Tone.REMARK))
    if chapter.chapter.kind is ChapterKind.GAP:
        blocks.append(gap_facts(writer, part.gap))
    if chapter.text:
        blocks.append(Paragraph(chapter.text))
    if chapter.chapter.kind is ChapterKind.GAP:
        blocks += _gap_figures(writer, part, chapter.chapter.title or part.conclusion)
    elif chapter.ranking is not None:
        blocks.append(_ranking(writer, chapter.ranking, chapter.chapter.title))
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


def _gap_figures(writer: Writer, part: AnalysisPart, conclusion: str) -> list[Block]:
    """The dumbbell with its table, and the map of the area."""
    words, gap = writer.words, part.gap
    if not gap.known:
        return []
    moments = (str(gap.since), str(gap.year))
    rows, references = [_rate(r) for r in gap.rows], [_rate(gap.own, own=True), *(_rate(r) for r in gap.references)]

    def drawn(look: Look) -> Chart:
        return dumbbell(look, rows, references, moments, gap.target, title=conclusion)

    subtitle = words.say(
        "Employment rate of people aged 20–64, {since} and {year}, in %; gap in percentage points and people needed",
        since=gap.since,
        year=gap.year,
    )
    blocks: list[Block] = [
        _figure(writer, drawn, conclusion, subtitle, part.source, words.say("Employment rate and gap by area"))
    ]
    blocks.append(_map(writer, part))
    return blocks


def _rate(row: GapRow, *, own: bool = False) -> Rate:
    return Rate(row.name, row.before, row.now, row.extra_persons, own=own, key=row.place)


def _map(writer: Writer, part: AnalysisPart) -> FigureBlock:
    """The municipalities as tiles, coloured by their rate in at most five classes."""
    words, gap = writer.words, part.gap
    bounds = class_bounds([row.now for row in gap.rows if row.now is not None])
    names = class_names(writer, bounds)
    value = {r.place: sum(r.now >= bound for bound in bounds) for r in gap.rows if r.now is not None}
    spoken = {r.place: writer.formats.rate(r.now) for r in gap.rows}
    title = words.say("Employment rate {year} by municipality", year=gap.year)

    def drawn(look: Look) -> Chart:
        ramp = look.theme.ramp[-len(names) :] if look.theme.plain else look.theme.ramp[: len(names)]
        classes = [Klass(name, fill) for name, fill in zip(names, ramp, strict=False)]
        data = MapData(title, classes, value, spoken)
        return tile_map(look, part.tiles, data, title=title)

    subtitle = words.say("One tile per municipality, all of the same size")
    return _figure(writer, drawn, title, subtitle, part.source, "")


def class_bounds(rates: list[Decimal]) -> list[Decimal]:
    """The lower bounds of the classes after the first, on round percentages; at most four."""
    if not rates:
        return []
    low, high = int(min(rates)), int(max(rates)) + 1
    step = next((s for s in (1, 2, 5, 10, 20) if (high - low) / s <= 5), 20)
    first = low - low % step + step
    return [Decimal(bound) for bound in range(first, high, step)][:4]


def class_names(writer: Writer, bounds: list[Decimal]) -> list[str]:
    """What the classes between the bounds are called."""
    words, rate = writer.words, writer.formats.rate
    if not bounds:
        return [words.say("All")]
    names = [words.say("below {rate}", rate=rate(bounds[0], 0))]
    names += [f"{rate(a, 0)}–{rate(b, 0)}" for a, b in pairwise(bounds)]
    return [*names, words.say("{rate} and more", rate=rate(bounds[-1], 0))]


def _ranking(writer: Writer, ranking: Ranking, title: str) -> FigureBlock | TableBlock:
    """The indicator of a chapter by place: bars for percentages, a table for everything else."""
    words, formats = writer.words, writer.formats
    conclusion = title or ranking.indicator
    columns = [Column(words.say("Area"), weight=2)]
    columns += [Column(ranking.since, Align.RIGHT)] if ranking.since else []
    columns.append(Column(ranking.year, Align.RIGHT))

    def text(value: Decimal | None) -> str:
        return formats.rate(value, ranking.digits) if ranking.percent else formats.number(value, ranking.digits)

    rows = []
    for row in ranking.rows:
        cells = [row.name, *([text(row.before)] if ranking.since else []), text(row.now)]
        rows.append(TableRow(tuple(cells), strong=row.own))
    unit = "" if ranking.percent else f" ({ranking.unit})"
    note = words.say("Source: {source}", source=ranking.source) if ranking.source else ""
    return writer.table(f"{conclusion}{unit}", columns, rows, note=note)


def _figure(writer: Writer, drawn: Drawn, conclusion: str, subtitle: str, source: str, twin: str) -> FigureBlock:
    """A numbered figure from a chart; its words come from the chart, its drawing is made anew for each pass."""
    words = writer.words
    chart = drawn(writer.look(_ALT_WIDTH, colour=True))
    caption = writer.figure(conclusion)

    def draw(width: float, colour: bool) -> Picture:  # noqa: FBT001 - the shape FigureBlock asks for
        return drawn(writer.look(width, colour=colour)).drawing

    return FigureBlock(
        caption=caption,
        subtitle=subtitle,
        source=words.say("Source: {source}", source=source) if source else "",
        alt=chart.alt_text,
        draw=draw,
        twin=table_of(writer, chart.table, twin) if twin and writer.chain.setup.twins else None,
    )


def table_of(writer: Writer, table: Table, title: str) -> TableBlock:
    """The table twin of a chart; every column after the first holds figures."""
    columns = [Column(name, Align.RIGHT if at else Align.LEFT, 1 if at else 2) for at, name in enumerate(table.header)]
    own = writer.chain.area.name
    rows = [TableRow(tuple(cell or "–" for cell in row), strong=row[0] == own) for row in table.rows]
    return writer.table(title, columns, rows)
