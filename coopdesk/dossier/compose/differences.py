"""The report of what differs from an approved plan, as a document of its own."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.cycle.reports import title
from coopdesk.cycle.telling import WHAT, Line, What, summary
from coopdesk.dossier.model import (
    Block,
    Column,
    Document,
    Fact,
    FactsBlock,
    Furniture,
    Heading,
    Paragraph,
    Section,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.words.catalogue import LANGUAGES, Words


def difference_document(report: DifferenceReport, words: Words) -> Document:
    """What was promised and where we stand, under the headings of the plan."""
    say, formats, version = words.say, words.formats, report.version
    kind = say("Differences with the approved plan")
    counts = Counter(line.what for line in report.lines)
    facts = tuple(Fact(say(WHAT[what]), formats.number(counts[what])) for what in What)
    blocks: list[Block] = [Heading(kind), Paragraph(title(report, words), Tone.LEAD)]
    if version.body:
        blocks.append(Paragraph(say("Decided by: {body}", body=version.body)))
    blocks += [FactsBlock(facts)] if report.lines else [Paragraph(summary(words, report.lines))]
    for group, lines in groupby(report.lines, key=lambda line: line.group):
        blocks += [Heading(report.groups.get(group, ""), 2), _table(list(lines), words)]
    seal = say("Content of the approved version: SHA-256 {hash}", hash=version.sha256)
    blocks.append(Paragraph(seal, Tone.SMALL))
    made = say("Made on {day}", day=formats.long_day(report.on))
    furniture = Furniture(
        header_left=f"{report.area} · {kind}", header_right="", footer_left=made,
        page=say("Page {page} of {total}", page="{page}", total="{total}"), too_long=say("[shortened]"),
    )  # fmt: skip
    return Document(
        title=title(report, words), author="Coopdesk", language=LANGUAGES[words.language].replace("_", "-"),
        on=report.on, furniture=furniture, cover=None, sections=(Section(tuple(blocks)),),
    )  # fmt: skip


def _table(lines: list[Line], words: Words) -> TableBlock:
    say = words.say
    columns = (
        Column(say("What"), weight=2.2), Column(say("Change"), weight=0.7), Column(say("Field"), weight=0.9),
        Column(say("Promised"), weight=1.6), Column(say("Now"), weight=1.6),
    )  # fmt: skip
    rows = tuple(
        TableRow((line.subject, say(WHAT[line.what]), line.field or "–", line.old or "–", line.new or "–"))
        for line in lines
    )
    return TableBlock(columns, rows)
