"""The parts that people may rewrite: the arrangements between the parties, each with the facts that belong to it."""

from __future__ import annotations

from coopdesk.agreement.wording import way
from coopdesk.contacts import wording as contacts_words
from coopdesk.dossier import rules, texts
from coopdesk.dossier.compose.parties import decisions, end_text, signatory
from coopdesk.dossier.compose.plan import indicators_table
from coopdesk.dossier.compose.standing import standing_agreements, unique_parties
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Bullets, Column, Paragraph, Signatory, SignatureBlock, TableRow, Tone
from coopdesk.dossier.setup import Part
from coopdesk.dossier.texts import shipped
from coopdesk.territory import wording as territory_words
from coopdesk.words.catalogue import Words
from coopdesk.words.sentence import within

_MOST_CODES = 24
_DASHES = ("- ", "• ", "* ")


def written(writer: Writer, part: Part) -> list[Block]:
    """The heading and text of a part, its places filled in; lines that begin with a dash are a list."""
    article = writer.chain.texts.get(part) or shipped(writer.words.language).articles[part]
    blocks: list[Block] = [writer.chapter(texts.filled(article.title, writer.places))]
    blocks += running(texts.filled(article.text, writer.places))
    standard = shipped(writer.words.language)
    if article == standard.articles[part] and part is not Part.SITUATION and not writer.noticed:
        writer.noticed = True
        blocks.append(Paragraph(writer.chain.notice or standard.notice, Tone.REMARK))
    return blocks


def running(text: str) -> list[Block]:
    """Paragraphs and lists of a plain text."""
    blocks: list[Block] = []
    for part in (p.strip("\n") for p in text.split("\n\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if not lines:
            continue
        if all(line.startswith(_DASHES) for line in lines):
            blocks.append(Bullets(tuple(line[2:].strip() for line in lines)))
        else:
            blocks.append(Paragraph("\n".join(lines)))
    return blocks


def situation(writer: Writer) -> list[Block]:
    """What kind of area this is, which municipalities belong to it, and the framework it works in."""
    chain, words, formats = writer.chain, writer.words, writer.formats
    area, names = chain.area, chain.listed(chain.members)
    heading, *text = written(writer, Part.SITUATION)
    blocks: list[Block] = [heading]
    count = words.count("{n} municipality", "{n} municipalities", len(names))
    blocks.append(
        Paragraph(
            words.say(
                "{area} is a {kind} of {municipalities} in the policy cycle {first}–{last}.",
                area=area.name,
                kind=within(words.say(territory_words.KINDS[area.kind])),
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
    if area.legal_form:
        blocks.append(Paragraph(words.say("Legal form: {form}.", form=within(area.legal_form))))
    if area.remark:
        blocks.append(Paragraph(area.remark, language=writer.tongue))
    if not area.is_verified and not area.is_example:
        blocks.append(
            Paragraph(words.say("The composition of this area has not been verified at its source."), Tone.REMARK)
        )
    return [*blocks, *text]


def vision(writer: Writer) -> list[Block]:
    """What the parties want together."""
    return written(writer, Part.VISION)


def roles(writer: Writer) -> list[Block]:
    """Who does what, with the actions each one leads and takes part in."""
    words, view = writer.words, writer.chain.plan
    blocks = written(writer, Part.ROLES)
    if view is None or not view.rows:
        return blocks
    leads: dict[str, list[str]] = {}
    helps: dict[str, list[str]] = {}
    for row in view.rows:
        code = row.action.code or row.action.title
        if row.action.lead:
            leads.setdefault(row.action.lead, []).append(code)
        for partner in row.action.partners:
            helps.setdefault(partner, []).append(code)
    names = sorted({*leads, *helps}, key=lambda n: (-len(leads.get(n, ())), n.casefold()))
    columns = (Column(words.say("Who")), Column(words.say("Leads")), Column(words.say("Takes part in")))
    rows = [TableRow((n, _codes(leads.get(n, []), words), _codes(helps.get(n, []), words))) for n in names]
    bare = sum(1 for row in view.rows if not row.action.lead)
    note = words.count("{n} action has no lead yet.", "{n} actions have no lead yet.", bare) if bare else ""
    if rows:
        blocks.append(writer.table(words.say("Who leads and takes part in which actions"), columns, rows, note=note))
    return blocks


def _codes(codes: list[str], words: Words) -> str:
    """The actions by their codes; how many there are when nobody would read them all."""
    if len(codes) > _MOST_CODES:
        return words.count("{n} action", "{n} actions", len(codes))
    return ", ".join(codes) or "–"


def consultation(writer: Writer) -> list[Block]:
    """How the parties consult each other, with the bodies there are and who has a seat in them."""
    words = writer.words
    blocks = written(writer, Part.CONSULTATION)
    bodies = {row.body.id: row.body for row in writer.chain.seats}
    if not bodies:
        return blocks
    seats: dict[str, dict[str, None]] = {key: {} for key in bodies}
    for row in writer.chain.seats:
        if row.organisation is not None:
            seats[row.body.id][row.organisation.name] = None
    columns = (
        Column(words.say("Consultation body"), weight=1.3),
        Column(words.say("Kind")),
        Column(words.say("Meets")),
        Column(words.say("Organisations"), weight=1.6),
    )
    rows = [
        TableRow((b.name, words.say(contacts_words.BODIES[b.kind]), b.frequency or "–", ", ".join(seats[b.id]) or "–"))
        for b in bodies.values()
    ]
    blocks.append(writer.table(words.say("Consultation structure"), columns, rows))
    return blocks


def monitoring(writer: Writer) -> list[Block]:
    """How the plan is followed up, with the indicators that are measured."""
    words, blocks = writer.words, written(writer, Part.MONITORING)
    if Part.OBJECTIVES in rules.printed(writer.chain.setup):
        view = writer.chain.plan
        if view is not None and any(row.indicators for row in view.objectives):
            blocks.append(Paragraph(words.say("The indicators stand with the objectives they belong to.")))
        return blocks
    table = indicators_table(writer)
    return [*blocks, table] if table is not None else blocks


def data_exchange(writer: Writer) -> list[Block]:
    """Which data the parties share, with a table per agreement of which that is noted."""
    words, blocks = writer.words, written(writer, Part.DATA)
    columns = (
        Column(words.say("What data"), weight=1.3, language=writer.tongue),
        Column(words.say("From whom to whom"), language=writer.tongue),
        Column(words.say("What for"), weight=1.3, language=writer.tongue),
        Column(words.say("About whom"), language=writer.tongue),
        Column(words.say("Deliberation or protocol"), language=writer.tongue),
    )
    for row in standing_agreements(writer.chain):
        rows = [
            TableRow((e.data, way(words, e) or "–", e.purpose or "–", e.subjects or "–", e.ground or "–"))
            for e in row.exchanges
        ]
        if rows:
            title = words.say("Data that are exchanged: {agreement}", agreement=row.agreement.title)
            blocks.append(writer.table(title, columns, rows, kin="exchanges"))
    return blocks


def communication(writer: Writer) -> list[Block]:
    """How the parties speak about what they do."""
    return written(writer, Part.COMMUNICATION)


def term(writer: Writer) -> list[Block]:
    """How long it all holds, with begin and end of the agreements it rests on."""
    words, formats = writer.words, writer.formats
    blocks = written(writer, Part.TERM)
    rows = [
        TableRow((row.agreement.title, formats.partial(row.agreement.begin_date), end_text(writer, row)))
        for row in standing_agreements(writer.chain)
    ]
    if rows:
        columns = (
            Column(words.say("Agreement"), weight=2, language=writer.tongue),
            Column(words.say("Begin")),
            Column(words.say("End (last day)")),
        )
        blocks.append(writer.table(words.say("Begin and end of the agreements"), columns, rows))
    return blocks


def signatures(writer: Writer) -> list[Block]:
    """A box for each party; without parties there is one for each municipality."""
    words, chain = writer.words, writer.chain
    blocks = written(writer, Part.SIGNATURES)
    found = unique_parties(standing_agreements(chain))
    if found:
        people = []
        for row in found:
            lines = [signatory(row)] if row.party.signatory or row.party.signatory_role else []
            lines += [line for line in decisions(writer, row).split("\n") if line != "–"]
            people.append(Signatory(row.party.name, tuple(lines)))
    else:
        people = [Signatory(words.say("Municipality of {name}", name=n)) for n in chain.listed(chain.members)]
    labels_shown = (words.say("Name and role"), words.say("Date"), words.say("Signature"))
    blocks.append(SignatureBlock(tuple(people), labels_shown))
    return blocks
