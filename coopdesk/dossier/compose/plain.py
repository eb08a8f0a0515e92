"""The parts that are mostly words: cover, summary, parties, situation, opportunities and contacts."""

from __future__ import annotations

from coopdesk.agreement import wording as agreement_words
from coopdesk.agreement.model import DecidingBody
from coopdesk.agreement.ports import AgreementRow, PartyRow
from coopdesk.contacts import wording as contacts_words
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import (
    Align,
    Block,
    Bullets,
    Column,
    Cover,
    Fact,
    FactsBlock,
    Paragraph,
    TableRow,
    Tone,
)
from coopdesk.opportunity import wording as opportunity_words
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.territory import wording as territory_words
from coopdesk.words.marks import N_

_NAMES_ON_COVER = 24
_WITH_PLAN = N_("Analysis, action plan and agreements {first}–{last}")
_WITHOUT_PLAN = N_("Analysis and agreements {first}–{last}")
_CONTACT_COLUMNS = (N_("Name"), N_("Organisation"), N_("Consultation body"), N_("Role"), N_("Contact"))


def cover(writer: Writer) -> Cover:
    """The first page."""
    chain, words = writer.chain, writer.words
    first, last = chain.area.begin_year, chain.area.end_year
    names = chain.listed(chain.members)
    shown = words.formats.listing(names[:_NAMES_ON_COVER]) if len(names) <= _NAMES_ON_COVER else ""
    notes = [shown] if shown else []
    if chain.area.is_example:
        notes.append(words.say("Example: all figures, names and people in this dossier are invented."))
    facts = (
        Fact(words.say("Area"), words.count("{n} municipality", "{n} municipalities", len(names))),
        Fact(words.say("Policy cycle"), f"{first}–{last}"),
        Fact(words.say("State"), words.say("Draft")),
        Fact(words.say("Made on"), words.formats.long_day(chain.on)),
    )
    return Cover(
        kicker=words.say("Cooperation dossier"),
        title=chain.area.name,
        subtitle=words.say(_WITH_PLAN if chain.plan is not None else _WITHOUT_PLAN, first=first, last=last),
        facts=facts,
        note="\n\n".join(notes),
    )


def summary(writer: Writer) -> list[Block]:
    """The dossier on half a page: four figures, what the analysis concludes, and what the partners will do."""
    chain, words, formats = writer.chain, writer.words, writer.formats
    blocks: list[Block] = [writer.chapter(words.say("Summary"))]
    facts: list[Fact] = []
    if chain.analysis is not None:
        gap = chain.analysis.gap
        target = formats.rate(gap.target, 0)
        blocks.append(Paragraph(f"{chain.analysis.conclusion}.", Tone.LEAD))
        facts.append(Fact(words.say("Employment rate {year}", year=gap.year), formats.rate(gap.own.now)))
        facts.append(Fact(words.say("Gap to {target}", target=target), formats.points(gap.own.gap_pp, sign=False)))
        needed = formats.number(gap.own.extra_persons)
        facts.append(Fact(words.say("More people at work needed"), needed))
    if chain.plan is not None:
        counts = chain.plan.counts
        note = words.count("{n} objective", "{n} objectives", counts.objectives)
        facts.append(Fact(words.say("Actions in the plan"), formats.number(counts.actions), note))
    if facts:
        blocks.append(FactsBlock(tuple(facts)))
    chosen = [o for o in chain.opportunities if o.state is OpportunityState.CHOSEN]
    if chosen:
        blocks.append(Paragraph(words.say("The partners choose these opportunities:")))
        blocks.append(Bullets(tuple(o.title for o in chosen)))
    if chain.plan is not None and chain.plan.objectives:
        blocks.append(Paragraph(words.say("The action plan works towards these objectives:")))
        blocks.append(Bullets(tuple(f"{row.objective.code} {row.objective.title}" for row in chain.plan.objectives)))
    return blocks


def parties(writer: Writer) -> list[Block]:
    """Who concludes the agreements, and what their bodies decided; without agreements the municipalities."""
    chain, words = writer.chain, writer.words
    found = unique_parties(list(chain.agreements))
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


def unique_parties(agreements: list[AgreementRow]) -> list[PartyRow]:
    """Every party once, by name, in the order of the agreements; the one with most decisions stands for all."""
    found: dict[str, PartyRow] = {}
    for row in agreements:
        for party in sorted(row.parties, key=lambda p: p.party.position):
            kept = found.get(party.party.name)
            if kept is None or len(party.decisions) > len(kept.decisions):
                found[party.party.name] = party
    return list(found.values())


def signatory(row: PartyRow) -> str:
    """Who signs for a party, in which function."""
    return ", ".join(part for part in (row.party.signatory, row.party.signatory_role) if part) or "–"


def decisions(writer: Writer, row: PartyRow) -> str:
    """What a party decided, a line each; what has no date still has to be decided."""
    words, lines = writer.words, []
    for decision in row.decisions:
        kind = words.say(agreement_words.DECISIONS[decision.kind])
        body = "" if decision.body is DecidingBody.NONE else words.say(agreement_words.BODIES[decision.body])
        day = writer.formats.partial(decision.date) if decision.date else words.say("not yet")
        lines.append(", ".join(part for part in (kind, body, day, decision.reference) if part))
    return "\n".join(lines) or "–"


def situation(writer: Writer) -> list[Block]:
    """What kind of area this is, which municipalities belong to it and who consults whom."""
    chain, words, formats = writer.chain, writer.words, writer.formats
    area, names = chain.area, chain.listed(chain.members)
    blocks: list[Block] = [writer.chapter(words.say("Situation and framework"))]
    count = words.count("{n} municipality", "{n} municipalities", len(names))
    blocks.append(
        Paragraph(
            words.say(
                "{area} is a {kind} of {municipalities} in the policy cycle {first}–{last}.",
                area=area.name,
                kind=_lower(words.say(territory_words.KINDS[area.kind])),
                municipalities=count,
                first=area.begin_year,
                last=area.end_year,
            ),
            Tone.LEAD,
        )
    )
    if names:
        blocks.append(Paragraph(words.say("It consists of {names}.", names=formats.listing(names))))
    if chain.provinces:
        blocks.append(Paragraph(words.say("It lies in {provinces}.", provinces=formats.listing(chain.provinces))))
    facts = [text for text in (area.legal_form, area.remark) if text]
    blocks += [Paragraph(text) for text in facts]
    if not area.is_verified and not area.is_example:
        blocks.append(
            Paragraph(words.say("The composition of this area has not been verified at its source."), Tone.REMARK)
        )
    bodies = _consultation(writer)
    if bodies:
        columns = (
            Column(words.say("Consultation body"), weight=1.3),
            Column(words.say("Kind")),
            Column(words.say("Meets")),
        )
        blocks.append(writer.table(words.say("Consultation structure"), columns, bodies))
    return blocks


def _consultation(writer: Writer) -> list[TableRow]:
    bodies = {row.body.id: row.body for row in writer.chain.seats}
    say = writer.words.say
    return [TableRow((b.name, say(contacts_words.BODIES[b.kind]), b.frequency or "–")) for b in bodies.values()]


def opportunities(writer: Writer) -> list[Block]:
    """The opportunities that were chosen or are being looked into, each with its reason and the actions it led to."""
    chain, words = writer.chain, writer.words
    blocks: list[Block] = [writer.chapter(words.say("Opportunities"))]
    kept = (OpportunityState.CHOSEN, OpportunityState.TO_INVESTIGATE)
    found = [o for state in kept for o in chain.opportunities if o.state is state]
    blocks.append(
        Paragraph(words.say("The opportunities follow from the analysis. Each one tells why it deserves attention."))
    )
    columns = (
        Column(words.say("Opportunity"), weight=1.2),
        Column(words.say("Why"), weight=2),
        Column(words.say("Where")),
        Column(words.say("State")),
        Column(words.say("Actions"), Align.LEFT, 0.6),
    )
    rows = [_opportunity(writer, o) for o in found]
    empty = words.say("No opportunity has been chosen yet.")
    blocks.append(writer.table(words.say("Opportunities with their reason"), columns, rows, empty=empty))
    return blocks


def _opportunity(writer: Writer, one: Opportunity) -> TableRow:
    chain, words = writer.chain, writer.words
    rows = chain.plan.rows if chain.plan is not None else ()
    actions = [row.action.code for row in rows if one.id in row.opportunity_ids]
    where = writer.formats.listing(chain.listed(one.nis)) if one.nis else words.say("Whole area")
    state = words.say(opportunity_words.STATE_NAMES[one.state])
    return TableRow((one.title, one.reason or "–", where, state, ", ".join(actions) or "–"))


def contacts(writer: Writer) -> list[Block]:
    """Who sits in which consultation body; professional data only."""
    words = writer.words
    columns = [Column(words.say(t)) for t in _CONTACT_COLUMNS]
    rows = [
        TableRow(
            (
                row.person.name,
                row.organisation.name if row.organisation else "–",
                row.body.name,
                words.say(contacts_words.SEATS[row.member.seat]) if row.member else "–",
                row.person.email or row.person.phone or "–",
            )
        )
        for row in writer.chain.seats
        if row.person is not None
    ]
    title = words.say("Contacts")
    return [writer.chapter(title), writer.table(words.say("Members of the consultation bodies"), columns, rows)]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
