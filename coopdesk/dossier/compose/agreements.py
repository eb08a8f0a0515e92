"""The agreements of the area with their parties and terms, and the municipalities no structural agreement covers."""

from __future__ import annotations

from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import Coverage
from coopdesk.agreement.wording import CLASSES, STATES
from coopdesk.dossier.compose.parties import decisions, end_text, signatory
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import (
    Block,
    Column,
    Heading,
    Paragraph,
    TableRow,
)


def agreements(writer: Writer) -> list[Block]:
    """Each agreement with its facts, then what is not covered."""
    chain, words = writer.chain, writer.words
    blocks: list[Block] = [writer.chapter(words.say("Agreements"))]
    if not chain.agreements:
        blocks.append(Paragraph(words.say("No agreements have been entered for these municipalities yet.")))
    else:
        day = writer.formats.long_day(chain.on)
        blocks.append(Paragraph(words.say("The agreements as they stand on {day}.", day=day)))
        blocks.append(_overview(writer))
    for row in chain.agreements:
        blocks += _agreement(writer, row)
    blocks += _uncovered(writer)
    return blocks


def _overview(writer: Writer) -> Block:
    """All agreements on a line each."""
    words, formats = writer.words, writer.formats
    columns = (
        Column(words.say("Agreement"), weight=2, language=writer.tongue),
        Column(words.say("Kind")),
        Column(words.say("Begin")),
        Column(words.say("End")),
        Column(words.say("State")),
    )
    rows = [
        TableRow(
            (
                row.agreement.title,
                words.say(CLASSES[row.agreement.cooperation_class]),
                formats.partial(row.agreement.begin_date),
                end_text(writer, row),
                words.say(STATES[row.state]),
            )
        )
        for row in writer.chain.agreements
    ]
    return writer.table(words.say("Agreements in this area"), columns, rows)


def _agreement(writer: Writer, row: AgreementRow) -> list[Block]:
    """One agreement as a list of facts."""
    words, formats, agreement = writer.words, writer.formats, row.agreement
    covered = formats.listing(writer.chain.listed(row.nis_codes))
    facts = [
        (words.say("Kind"), words.say(CLASSES[agreement.cooperation_class])),
        (words.say("State"), words.say(STATES[row.state])),
        (words.say("Term"), f"{formats.partial(agreement.begin_date)} – {end_text(writer, row)}"),
        (words.say("Municipalities"), covered),
        (words.say("Instrument"), agreement.instrument),
        (words.say("Parties"), "" if _is_told(row) else formats.listing([p.party.name for p in row.parties])),
        (words.say("Signed on"), formats.partial(agreement.signed_date) if agreement.signed_date else ""),
        (words.say("Follows on"), row.predecessor.title if row.predecessor else ""),
        (words.say("Remark"), agreement.remark),
    ]
    columns = (Column(words.say("What"), weight=0.5), Column(words.say("Particulars"), weight=2.5))
    rows = [TableRow(fact) for fact in facts if fact[1]]
    blocks: list[Block] = [
        Heading(agreement.title, 2, in_contents=False, language=writer.tongue),
        writer.table(words.say("Facts"), columns, rows, kin="facts"),
    ]
    if _is_told(row):
        who = [
            Column(words.say("Party"), weight=1.4),
            Column(words.say("Signs")),
            Column(words.say("Decisions"), weight=1.6),
        ]
        lines = [TableRow((p.party.name, signatory(p), decisions(writer, p))) for p in row.parties]
        blocks.append(writer.table(words.say("Parties and their decisions"), who, lines, kin="parties"))
    return blocks


def _is_told(row: AgreementRow) -> bool:
    """Whether more is known of the parties than their names."""
    return any(signatory(party) != "–" or party.decisions for party in row.parties)


def _uncovered(writer: Writer) -> list[Block]:
    """The municipalities without a structural agreement, with the reason when one was noted."""
    words, chain = writer.words, writer.chain
    bare = [row for row in chain.coverage if row.coverage in (Coverage.NONE, Coverage.COMING, Coverage.UNKNOWN)]
    if not bare:
        return []
    heading = Heading(words.say("What is not covered"), 2)
    if all(row.coverage is Coverage.NONE and row.absence is None for row in bare):
        names = writer.formats.listing([chain.name(row.nis_code) for row in bare])
        return [heading, Paragraph(words.say("Without a structural agreement in force: {names}.", names=names))]
    columns = (
        Column(words.say("Municipality")),
        Column(words.say("State")),
        Column(words.say("Reason"), weight=2, language=writer.tongue),
    )
    states = {
        Coverage.NONE: words.say("No agreement"),
        Coverage.COMING: words.say("In preparation or not begun"),
        Coverage.UNKNOWN: words.say("Dates incomplete"),
    }
    rows = [
        TableRow((chain.name(r.nis_code), states[r.coverage], r.absence.reason if r.absence else "–")) for r in bare
    ]
    title = words.say("Municipalities without a structural agreement in force")
    return [heading, writer.table(title, columns, rows)]
