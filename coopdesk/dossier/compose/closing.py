"""The parts that close a dossier: working arrangements, follow-up and sources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from coopdesk.agreement.queries.overview import source_of
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Align, Block, Column, Heading, Paragraph, TableRow, Tone
from coopdesk.kernel.resources import resource


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the working arrangements; its text may name {area}, {first} and {last}."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Articles:
    """The neutral texts that ship with the program, with what has to be said of them."""

    notice: str
    articles: tuple[Article, ...]


def read_articles(language: str) -> Articles:
    """The shipped texts in a language (resources/dossier/articles.nl.toml); ours, neutral, not legal advice."""
    raw = tomllib.loads(resource(f"dossier/articles.{language}.toml").read_text(encoding="utf-8"))
    found = tuple(Article(item["title"], item["text"].strip()) for item in raw["article"])
    return Articles(raw["notice"].strip(), found)


def articles(writer: Writer) -> list[Block]:
    """The working arrangements as articles."""
    words, area = writer.words, writer.chain.area
    texts = read_articles(words.language)
    blocks: list[Block] = [writer.chapter(words.say("Working arrangements")), Paragraph(texts.notice, Tone.REMARK)]
    for number, article in enumerate(texts.articles, start=1):
        blocks.append(Heading(words.say("Article {number}. {title}", number=number, title=article.title), 2))
        text = article.text.replace("{area}", area.name)
        text = text.replace("{first}", str(area.begin_year)).replace("{last}", str(area.end_year))
        blocks.append(Paragraph(text))
    return blocks


def followup(writer: Writer) -> list[Block]:
    """What was measured, and how the actions go."""
    words, part = writer.words, writer.chain.followup
    blocks: list[Block] = [writer.chapter(words.say("Follow-up"))]
    if not part.indicators and not part.reports:
        blocks.append(Paragraph(words.say("Nothing has been measured or reported yet.")))
        return blocks
    if part.indicators:
        blocks += [Heading(words.say("Measurements"), 2), _measurements(writer)]
    if part.reports:
        blocks += [Heading(words.say("Progress of the actions"), 2), _reports(writer)]
    return blocks


def _measurements(writer: Writer) -> Block:
    words = writer.words
    columns = (
        Column(words.say("Indicator"), weight=2),
        Column(words.say("Baseline"), Align.RIGHT),
        Column(words.say("Measured"), Align.RIGHT, 1.6),
        Column(words.say("Target"), Align.RIGHT),
    )
    rows = [
        TableRow(
            (i.title, i.baseline, "\n".join(f"{period}: {value}" for period, value in i.measurements) or "–", i.target)
        )
        for i in writer.chain.followup.indicators
    ]
    return writer.table(words.say("Indicators of the objectives"), columns, rows)


def _reports(writer: Writer) -> Block:
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
    """Where every figure and agreement was read: file, sheet, cell and date."""
    words, chain = writer.words, writer.chain
    blocks: list[Block] = [writer.chapter(words.say("Sources"))]
    blocks.append(Paragraph(words.say("Every figure and every agreement can be found again in the file it came from.")))
    columns = (
        Column(words.say("What"), weight=1.6),
        Column(words.say("File"), weight=1.6),
        Column(words.say("Sheet")),
        Column(words.say("Cell")),
        Column(words.say("Read on")),
    )
    rows = [
        TableRow((s.what, s.file or "–", s.sheet or "–", s.cell or "–", writer.formats.day(s.day)))
        for s in chain.sources
    ]
    for row in (r for r in chain.agreements if source_of(r)):
        a = row.agreement
        rows.append(TableRow((a.title, a.source_file, a.source_sheet or "–", a.source_cell or "–", "–")))
    empty = words.say("Everything in this dossier was typed by hand.")
    blocks.append(writer.table(words.say("Sources of figures and agreements"), columns, rows, empty=empty))
    return blocks
