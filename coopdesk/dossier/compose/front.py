"""The first pages: the cover and the summary."""

from __future__ import annotations

from coopdesk.dossier.compose.analysis import gap_facts
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Bullets, Cover, Fact, FactsBlock, Paragraph, Tone
from coopdesk.opportunity.model import OpportunityState
from coopdesk.words.marks import N_

_NAMES_ON_COVER = 24
_WITH_PLAN = N_("Analysis, action plan and agreements {first}–{last}")
_WITHOUT_PLAN = N_("Analysis and agreements {first}–{last}")


def cover(writer: Writer) -> Cover:
    """The first page."""
    chain, words = writer.chain, writer.words
    first, last = chain.area.begin_year, chain.area.end_year
    names = chain.listed(chain.members)
    shown = words.formats.listing(names) if len(names) <= _NAMES_ON_COVER and not chain.focus else ""
    notes = [shown] if shown else []
    if chain.area.is_example:
        notes.append(words.say("Example: all figures, names and people in this dossier are invented."))
    count = words.count("{n} municipality", "{n} municipalities", len(names))
    facts = (
        Fact(words.say("Area"), chain.area.name if chain.focus else count),
        Fact(words.say("Policy cycle"), f"{first}–{last}"),
        Fact(words.say("State"), words.say("Draft")),
        Fact(words.say("Made on"), words.formats.long_day(chain.on)),
    )
    return Cover(
        kicker=words.say("Cooperation dossier"),
        title=chain.title,
        subtitle=words.say(_WITH_PLAN if chain.plan is not None else _WITHOUT_PLAN, first=first, last=last),
        facts=facts,
        note="\n\n".join(notes),
        logos=chain.logos,
        colour=chain.style.cover,
    )


def summary(writer: Writer) -> list[Block]:
    """The dossier on half a page: four figures, what the analysis concludes, and what the partners will do."""
    chain, words = writer.chain, writer.words
    blocks: list[Block] = [writer.chapter(words.say("Summary")), *conclusion(writer)]
    facts = key_figures(writer)
    if facts:
        blocks.append(FactsBlock(facts, chain.analysis.gap_source if chain.analysis else ""))
    chosen = [o for o in chain.opportunities if o.state is OpportunityState.CHOSEN]
    if chosen:
        blocks.append(Paragraph(words.say("The partners choose these opportunities:")))
        blocks.append(Bullets(tuple(o.title for o in chosen), language=writer.tongue))
    if chain.plan is not None and chain.plan.objectives:
        blocks.append(Paragraph(words.say("The action plan works towards these objectives:")))
        titles = (f"{row.objective.code} {row.objective.title}".strip() for row in chain.plan.objectives)
        blocks.append(Bullets(tuple(titles), language=writer.tongue))
    if len(blocks) == 1:
        blocks.append(Paragraph(words.say("There is nothing to sum up yet.")))
    return blocks


def conclusion(writer: Writer) -> list[Block]:
    """What the analysis concludes, in a sentence."""
    chain, words = writer.chain, writer.words
    row = chain.gap_row
    if chain.analysis is None or row is None or row.now is None:
        return []
    if not chain.focus:
        return [Paragraph(f"{chain.analysis.conclusion}.", Tone.LEAD)]
    year, rate = chain.analysis.gap.year, words.formats.rate(row.now)
    whole = words.formats.rate(chain.analysis.gap.own.now)
    text = words.say(
        "In {year} {rate} of the people of 20 to 64 in {name} are in work; in {area} as a whole {whole}.",
        year=year, rate=rate, name=chain.title, area=chain.area.name, whole=whole,
    )  # fmt: skip
    return [Paragraph(text, Tone.LEAD)]


def key_figures(writer: Writer) -> tuple[Fact, ...]:
    """Three figures of the gap and the number of actions."""
    chain, words, facts = writer.chain, writer.words, list[Fact]()
    row = chain.gap_row
    if chain.analysis is not None and row is not None and row.now is not None:
        facts += gap_facts(writer, chain.analysis.gap, row)[:3]
    if chain.plan is not None:
        counts = chain.plan.counts
        note = words.count("{n} objective", "{n} objectives", counts.objectives)
        facts.append(Fact(words.say("Actions in the plan"), words.formats.number(counts.actions), note))
    return tuple(facts)
