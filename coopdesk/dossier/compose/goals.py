"""What the partners want to reach, and the opportunities they see in the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from coopdesk.charts.look import Look
from coopdesk.charts.matrix import Option, matrix
from coopdesk.charts.model import Chart
from coopdesk.dossier.compose.chain import ChartPart
from coopdesk.dossier.compose.charted import figure
from coopdesk.dossier.compose.plan import indicators_table
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Align, Block, Column, Heading, Paragraph, TableRow
from coopdesk.opportunity import wording as opportunity_words
from coopdesk.opportunity.model import Opportunity, OpportunityState
from coopdesk.plan.model import ObjectiveWord
from coopdesk.plan.queries import ObjectiveRow
from coopdesk.words.marks import N_

_OBJECTIVES: Mapping[ObjectiveWord, str] = {
    ObjectiveWord.OBJECTIVE: N_("Objectives"),
    ObjectiveWord.AMBITION: N_("Ambitions"),
    ObjectiveWord.POLICY_OBJECTIVE: N_("Policy objectives"),
    ObjectiveWord.PILLAR: N_("Pillars"),
}
_MOST_DOTS, _MOST_SCORE = 14, 4


def objectives(writer: Writer) -> list[Block]:
    """What the partners want to reach: each objective with its description and how it is measured."""
    words, view = writer.words, writer.chain.plan
    title = words.say(_OBJECTIVES[view.plan.objective_word if view else ObjectiveWord.OBJECTIVE])
    title = (view.plan.own_objectives if view else "") or title
    blocks: list[Block] = [writer.chapter(title)]
    if view is None or not view.objectives:
        blocks.append(Paragraph(words.say("No objective has been written down yet.")))
        return blocks
    if not any(row.objective.description for row in view.objectives):
        return [*blocks, _listed(writer, view.objectives), *_measured(writer)]
    for row in view.objectives:
        one = row.objective
        blocks.append(Heading(f"{one.code} {one.title}".strip(), 2, in_contents=False, language=writer.tongue))
        if one.description:
            blocks.append(Paragraph(one.description, language=writer.tongue))
        blocks.append(Paragraph(words.count("{n} action works on this.", "{n} actions work on this.", row.actions)))
    return [*blocks, *_measured(writer)]


def _measured(writer: Writer) -> list[Block]:
    table = indicators_table(writer)
    return [] if table is None else [table]


def _listed(writer: Writer, found: Sequence[ObjectiveRow]) -> Block:
    """Objectives that have a title and no more."""
    words = writer.words
    columns = (
        Column(words.say("No."), weight=0.3),
        Column(words.say("Objective"), weight=3, language=writer.tongue),
        Column(words.say("Actions"), Align.RIGHT, 0.4),
    )
    rows = [TableRow((r.objective.code or "–", r.objective.title, words.formats.number(r.actions))) for r in found]
    return writer.table(words.say("What the partners work towards"), columns, rows)


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
        Column(words.say("Opportunity"), weight=1.2, language=writer.tongue),
        Column(words.say("Why"), weight=2, language=writer.tongue),
        Column(words.say("Where")),
        Column(words.say("State")),
        Column(words.say("Actions"), Align.LEFT, 0.6),
    )
    rows = [_opportunity(writer, o) for o in found]
    empty = words.say("No opportunity has been chosen yet.")
    blocks.append(writer.table(words.say("Opportunities with their reason"), columns, rows, empty=empty))
    if 1 < len(found) <= _MOST_DOTS:
        blocks.append(figure(writer, _weighed(writer, found)))
    return blocks


def _weighed(writer: Writer, found: list[Opportunity]) -> ChartPart:
    """The opportunities by impact and feasibility."""
    words = writer.words
    options = [
        Option(o.title, Decimal(o.feasibility), Decimal(o.impact), o.state is OpportunityState.CHOSEN) for o in found
    ]
    axes = (words.say("Feasibility"), words.say("Impact"))
    corners = (words.say("Much to gain, hard to do"), words.say("Do this first"),
               words.say("Little to gain, hard to do"), words.say("Easy, but little to gain"))  # fmt: skip
    title = words.say("Where the most is to be gained")

    def draw(look: Look) -> Chart:
        return matrix(look, options, axes, corners, title=title, most=_MOST_SCORE)

    shown = words.say("Impact and feasibility as the partners scored them, from 1 to 4; a filled dot was chosen")
    source = words.say(
        "Source: scores of the partners, as they stand on {day}", day=writer.formats.long_day(writer.chain.on)
    )
    return ChartPart(title, shown, source, draw)


def _opportunity(writer: Writer, one: Opportunity) -> TableRow:
    chain, words = writer.chain, writer.words
    rows = chain.plan.rows if chain.plan is not None else ()
    actions = [row.action.code for row in rows if one.id in row.opportunity_ids]
    where = writer.formats.listing(chain.listed(one.nis)) if one.nis else words.say("Whole area")
    state = words.say(opportunity_words.STATE_NAMES[one.state])
    return TableRow((one.title, one.reason or "–", where, state, ", ".join(actions) or "–"))
