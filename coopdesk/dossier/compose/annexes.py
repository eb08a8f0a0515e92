"""The annexes: tables of figures, the whole action table, and the contact list."""

from __future__ import annotations

from collections.abc import Iterator

from coopdesk.contacts import wording as contacts_words
from coopdesk.dossier.compose.plan import budget_total, indicator_text, when
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Align, Block, Column, Paragraph, Section, TableRow, Tone
from coopdesk.dossier.rules import printed_within
from coopdesk.dossier.setup import ACTIONS, CONTACTS, FIGURES, SUBPARTS, Part
from coopdesk.plan.model import Milestone
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.rules import total
from coopdesk.plan.wording import STATUSES


def annexes(writer: Writer) -> list[Section]:
    """The chosen annexes in their order; the action table lies down."""
    within = printed_within(writer.chain.setup, SUBPARTS[Part.ANNEX])
    makers = {FIGURES: _figures, ACTIONS: _actions, CONTACTS: _contacts}
    return [Section(tuple(makers[name](writer)), landscape=name == ACTIONS) for name in within]


def _figures(writer: Writer) -> list[Block]:
    """Every indicator the analysis uses, for each municipality through the years."""
    words, setup = writer.words, writer.chain.setup
    blocks: list[Block] = [writer.annex(words.say("Tables of figures"))]
    if not writer.chain.data:
        return [*blocks, Paragraph(words.say("There are no figures for this area yet."))]
    if setup.hides_small and writer.chain.style.threshold:
        text = words.say(
            "So that nobody can be recognised, numbers of people under {n} are left out; where that is a single one, "
            "the next smallest as well.",
            n=writer.chain.style.threshold,
        )
        blocks.append(Paragraph(text, Tone.SMALL))
    for part in writer.chain.data:
        columns = [Column(words.say("Area"), weight=2), *(Column(p, Align.RIGHT) for p in part.periods)]
        rows = [
            TableRow((row.name, *row.cells), strong=row.strong or row.place == writer.chain.focus) for row in part.rows
        ]
        note = f"{part.definition}\n{part.note}".strip()
        blocks.append(writer.table(part.title, columns, rows, note=note, kin="figures"))
    return blocks


def _actions(writer: Writer) -> list[Block]:
    """All actions with all that was noted."""
    words, view = writer.words, writer.chain.plan
    heading = writer.annex(words.say("Action table"))
    columns = (
        Column(words.say("No."), weight=0.4),
        Column(words.say("Action"), weight=4),
        Column(words.say("Target groups and priorities"), weight=1.1),
        Column(words.say("Lead and partners"), weight=1.2),
        Column(words.say("Where and when"), weight=1.1),
        Column(words.say("Estimate"), Align.RIGHT, 0.6),
        Column(words.say("Spent"), Align.RIGHT, 0.6),
        Column(words.say("Status"), weight=0.7),
    )
    found = view.rows if view is not None else ()
    rows = [_action(writer, row) for row in found]
    whole, note = budget_total(writer, found)
    spent = total_spent(found)
    if whole:
        shown = writer.formats.money(spent)
        rows.append(TableRow(("", words.say("Total budget"), "", "", "", whole, shown, ""), strong=True))
    table = writer.table(words.say("All actions"), columns, rows, note=note, empty=words.say("No actions yet."))
    return [heading, table]


def total_spent(rows: tuple[ActionRow, ...]) -> int | None:
    """What was spent on these actions, in cents; None when nothing was noted."""
    known = [line.spent for row in rows for line in row.lines if line.spent is not None]
    return sum(known) if known else None


def _action(writer: Writer, row: ActionRow) -> TableRow:
    words, formats, action = writer.words, writer.formats, row.action
    groups = [*action.target_groups, *action.priorities]
    who = [action.lead or words.say("no lead yet"), *action.partners]
    where = formats.listing(writer.chain.listed(action.nis)) if action.nis else words.say("Whole area")
    text = "\n".join(part for part in (action.title, action.description, *_more(writer, row)) if part)
    yearly = words.say("every year") if action.yearly else ""
    place = "\n".join(part for part in (where, when(writer, row), yearly) if part)
    status = f"{words.say(STATUSES[action.status])}\n{formats.number(action.progress)}%"
    cells = (
        action.code, text, "\n".join(groups) or "–", "\n".join(who), place,
        formats.money(total(row.lines)), formats.money(total_spent((row,))), status,
    )  # fmt: skip
    return TableRow(cells)


def _more(writer: Writer, row: ActionRow) -> Iterator[str]:
    """What else was noted: steps, who pays, what shows that it was done."""
    words, formats = writer.words, writer.formats
    if row.milestones:
        yield words.say("Milestones: {names}", names="; ".join(_milestone(writer, one) for one in row.milestones))
    sources = list(dict.fromkeys(line.source for line in row.lines if line.source))
    if sources:
        yield words.say("Funding: {names}", names=formats.listing(sources))
    if row.own is not None:
        yield words.say("Own share: {money}", money=formats.money(row.own))
    if row.indicators:
        yield words.say("Measured by: {names}", names="; ".join(indicator_text(writer, one) for one in row.indicators))
    if row.evidence:
        yield words.say("Evidence: {names}", names="; ".join(one.title for one in row.evidence))


def _milestone(writer: Writer, one: Milestone) -> str:
    day = writer.formats.partial(one.due) if one.due is not None else ""
    parts = (day, writer.words.say("milestone reached") if one.done else "")
    told = ", ".join(part for part in parts if part)
    return f"{one.title} ({told})" if told else one.title


def _contacts(writer: Writer) -> list[Block]:
    """Who sits in which consultation body; professional data only."""
    words, heading = writer.words, writer.annex(writer.words.say("Contact list"))
    titles = (words.say("Name"), words.say("Organisation"), words.say("Consultation body"), words.say("Role"),
              words.say("Contact"))  # fmt: skip
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
    table = writer.table(words.say("Members of the consultation bodies"), [Column(t) for t in titles], rows)
    return [heading, table]
