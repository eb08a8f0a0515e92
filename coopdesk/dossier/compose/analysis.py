"""The labour-market analysis: chapters with their charts, tables and commentary."""

from __future__ import annotations

from coopdesk.analysis.model import ChapterKind, ChapterState
from coopdesk.analysis.rules.gap import GapRow, GapTable
from coopdesk.dossier.compose.chain import AnalysisPart, ChapterPart
from coopdesk.dossier.compose.charted import figure
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Fact, FactsBlock, Heading, Paragraph, Tone


def analysis(writer: Writer) -> list[Block]:
    """All chapters that are printed, each with its text, its chart and its table."""
    words, part = writer.words, writer.chain.analysis
    blocks: list[Block] = [writer.chapter(words.say("Labour-market analysis"))]
    if part is None or not part.chapters:
        blocks.append(Paragraph(words.say("There is no analysis for this area yet.")))
        return blocks
    if writer.chain.focus:
        name, area = writer.chain.title, writer.chain.area.name
        text = words.say("The texts and charts are about all of {area}; {name} is in them.", area=area, name=name)
        blocks.append(Paragraph(text, Tone.REMARK))
    for chapter in part.chapters:
        blocks += _chapter(writer, part, chapter)
    return blocks


def _chapter(writer: Writer, part: AnalysisPart, chapter: ChapterPart) -> list[Block]:
    own = chapter.chapter.kind is ChapterKind.OWN
    blocks: list[Block] = [Heading(chapter.name, 2, language=writer.tongue if own else "")]
    if chapter.chapter.state is ChapterState.DRAFT:
        blocks.append(Paragraph(writer.words.say("This chapter is still a draft."), Tone.REMARK))
    row = writer.chain.gap_row
    if chapter.chapter.kind is ChapterKind.GAP and row is not None and row.now is not None:
        blocks.append(FactsBlock(gap_facts(writer, part.gap, row), part.gap_source))
    if chapter.text:
        blocks.append(Paragraph(chapter.text, language=writer.tongue))
    blocks += [figure(writer, chart) for chart in chapter.charts]
    return blocks


def gap_facts(writer: Writer, gap: GapTable, row: GapRow) -> tuple[Fact, ...]:
    """The four figures of the gap, of the area or one of its municipalities."""
    words, formats = writer.words, writer.formats
    facts = [Fact(words.say("Employment rate {year}", year=gap.year), formats.rate(row.now))]
    target = formats.rate(gap.target, 0 if gap.target % 1 == 0 else 1)
    facts.append(Fact(words.say("Gap to {target}", target=target), formats.points(row.gap_pp, sign=False)))
    needed, same = formats.number(row.extra_persons), words.say("with the same population")
    facts.append(Fact(words.say("More people at work needed"), needed, same))
    if row.change_pp is not None:
        facts.append(Fact(words.say("Since {year}", year=gap.since), formats.points(row.change_pp)))
    return tuple(facts)
