"""The report of what differs from an approved plan, as a document of its own."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.cycle.reports import title
from coopdesk.cycle.telling import WHAT, Line, What, summary
from coopdesk.dossier.compose.frame import document, furniture
from coopdesk.dossier.model import (
    Block,
    Column,
    Document,
    Fact,
    FactsBlock,
    Heading,
    Paragraph,
    Section,
    TableBlock,
    TableRow,
    Tone,
)
from coopdesk.words.catalogue import Words


def difference_document(report: DifferenceReport, words: Words, footer: str = "", *, colour: bool = True) -> Document:
    """What was promised and where we stand, under the headings of the plan."""
    say, formats, version = words.say, words.formats, report.version
    kind = say("Differences with the approved plan")
    counts = Counter(line.what for line in report.lines)
    facts = tuple(Fact(say(WHAT[what]), formats.number(counts[what])) for what in What)
    compared = say(
        "“{version}”, approved on {decided}, beside the plan of {area} as it stands on {on}.", area=report.area,
        version=version.name, decided=formats.long_day(version.decided), on=formats.long_day(report.on),
    )  # fmt: skip
    blocks: list[Block] = [Heading(kind), Paragraph(compared, Tone.LEAD)]
    if version.body:
        blocks.append(Paragraph(say("Decided by: {body}", body=version.body)))
    blocks += [FactsBlock(facts)] if report.lines else [Paragraph(summary(words, report.lines))]
    for group, lines in groupby(report.lines, key=lambda line: line.group):
        blocks += [Heading(report.groups.get(group, ""), 2), _table(list(lines), words)]
    seal = say("Content of the approved version: SHA-256 {hash}", hash=version.sha256)
    blocks.append(Paragraph(seal, Tone.SMALL))
    framed = furniture(words, report.on, f"{report.area} · {kind}", footer, contents=False)
    sections = (Section(tuple(blocks)),)
    return document(words, report.on, title(report, words), framed, sections, colour=colour)


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
    return TableBlock(columns, rows, kin="differences")
