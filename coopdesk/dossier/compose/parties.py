"""Who concludes the agreements, what their bodies decided, and where they sign."""

from __future__ import annotations

from coopdesk.agreement import wording as agreement_words
from coopdesk.agreement.model import DecidingBody
from coopdesk.agreement.ports import AgreementRow, PartyRow
from coopdesk.dossier.compose.standing import standing_agreements, unique_parties
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Bullets, Column, Paragraph, TableRow
from coopdesk.words.sentence import within


def parties(writer: Writer) -> list[Block]:
    """Who concludes the agreements, and what their bodies decided; without agreements the municipalities."""
    chain, words = writer.chain, writer.words
    found = unique_parties(standing_agreements(chain))
    blocks: list[Block] = [writer.chapter(words.say("Parties"))]
    if not found:
        blocks.append(
            Paragraph(words.say("No agreement with parties has been entered yet. These municipalities form the area:"))
        )
        blocks.append(Bullets(tuple(chain.listed(chain.members))))
        return blocks
    blocks.append(Paragraph(words.say("This dossier is the work of these parties. Each decides in its own bodies.")))
    columns = (
        Column(words.say("Party"), weight=1.4),
        Column(words.say("Kind")),
        Column(words.say("Signs")),
        Column(words.say("Decisions"), weight=1.6),
    )
    rows = [
        TableRow((p.party.name, words.say(agreement_words.PARTIES[p.party.kind]), signatory(p), decisions(writer, p)))
        for p in found
    ]
    blocks.append(writer.table(words.say("Parties and their decisions"), columns, rows))
    return blocks


def end_text(writer: Writer, row: AgreementRow) -> str:
    """When an agreement ends; an open-ended one says so."""
    agreement = row.agreement
    if agreement.is_open_ended and agreement.end_date is None:
        return writer.words.say("open-ended")
    return writer.formats.partial(agreement.terminated_date or agreement.end_date)


def signatory(row: PartyRow) -> str:
    """Who signs for a party, in which function."""
    return ", ".join(part for part in (row.party.signatory, row.party.signatory_role) if part) or "–"


def decisions(writer: Writer, row: PartyRow) -> str:
    """What a party decided, a line each; what has no date still has to be decided."""
    words, lines = writer.words, []
    for decision in row.decisions:
        kind = words.say(agreement_words.DECISIONS[decision.kind])
        body = "" if decision.body is DecidingBody.NONE else within(words.say(agreement_words.BODIES[decision.body]))
        day = writer.formats.partial(decision.date) if decision.date else words.say("not yet")
        lines.append(", ".join(part for part in (kind, body, day, decision.reference) if part))
    return "\n".join(lines) or "–"
