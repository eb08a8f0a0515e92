"""One page for council members: the figures, what they ask, what is agreed, on one side of A4."""

from __future__ import annotations

from dataclasses import dataclass

from coopdesk.agreement.model import AgreementState, CooperationClass
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.wording import STATES
from coopdesk.dossier.compose.charted import figure
from coopdesk.dossier.compose.front import conclusion, key_figures
from coopdesk.dossier.compose.parties import end_text
from coopdesk.dossier.compose.standing import standing_agreements
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import Block, Bullets, FactsBlock, Heading, Paragraph, Tone
from coopdesk.opportunity.model import OpportunityState
from coopdesk.words.sentence import within


@dataclass(frozen=True, slots=True)
class _Room:
    """What there is room for: which chart of the gap, and so many things under each heading; beside a chart they stand
    in a sentence instead of a list."""

    chart: int | None
    most: int


_ROOMS = (_Room(None, 2), _Room(None, 4), _Room(None, 6), _Room(1, 3), _Room(1, 6), _Room(0, 3), _Room(0, 6))
"""From little to much: the map (1) is lower than the line per municipality (0)."""
FULL = len(_ROOMS) - 1
_SHORT = 110
_MOST_BARS = 12


def one_page(writer: Writer, room: int = FULL) -> list[Block]:
    """The page; `room` from `FULL` down to 0 says how much of it there is room for."""
    chain, words = writer.chain, writer.words
    first, last = chain.area.begin_year, chain.area.end_year
    blocks: list[Block] = [
        Heading(chain.title),
        Paragraph(
            words.say("In short, for the council · policy cycle {first}–{last}", first=first, last=last), Tone.SMALL
        ),
        *(_where(writer) if _ROOMS[room].chart is None else []),
        *(conclusion(writer) or [Paragraph(words.say("There is no analysis for this area yet."))]),
    ]
    facts = key_figures(writer)
    if facts:
        blocks.append(FactsBlock(facts, chain.analysis.gap_source if chain.analysis else ""))
    blocks += _chart(writer, _ROOMS[room])
    chosen = [_short(o.title) for o in chain.opportunities if o.state is OpportunityState.CHOSEN]
    blocks += _list(writer, words.say("The opportunities the partners chose"), chosen, _ROOMS[room])
    blocks += _list(writer, words.say("What they will do about them"), _objectives(writer), _ROOMS[room])
    if chain.plan is None:
        blocks.append(Paragraph(words.say("There is no action plan for this area yet.")))
    blocks += _list(writer, words.say("What was agreed"), _agreements(writer), _ROOMS[room])
    return blocks


def _where(writer: Writer) -> list[Block]:
    """The municipalities of the area, while they fit on a line or two."""
    names = writer.chain.listed(writer.chain.members)
    return [Paragraph(writer.formats.listing(names))] if 0 < len(names) <= _MOST_BARS else []


def _chart(writer: Writer, room: _Room) -> list[Block]:
    """The gap of every municipality, where there are not too many."""
    part = writer.chain.analysis
    if part is None or room.chart is None or len(part.gap.rows) > _MOST_BARS:
        return []
    charts = [chart for chapter in part.chapters for chart in chapter.charts if chapter.key == "analysis/gap"]
    return [figure(writer, charts[room.chart], twin=False)] if len(charts) > room.chart else []


def _objectives(writer: Writer) -> list[str]:
    words, view = writer.words, writer.chain.plan
    if view is None:
        return []
    return [
        f"{_short(row.objective.title)} ({words.count('{n} action', '{n} actions', row.actions)})"
        for row in view.objectives
    ]


def _agreements(writer: Writer) -> list[str]:
    return [
        _agreement(writer, row)
        for row in sorted(standing_agreements(writer.chain), key=_weight)
        if row.state is not AgreementState.ENDED
    ]


def _agreement(writer: Writer, row: AgreementRow) -> str:
    """An agreement with its state and its end, as far as that is known."""
    words, title, end = writer.words, _short(row.agreement.title), end_text(writer, row)
    state = within(words.say(STATES[row.state]))
    if row.agreement.end_date is not None or row.agreement.terminated_date is not None:
        return words.say("{title} ({state}, until {end})", title=title, state=state, end=end)
    return f"{title} ({state}, {end})" if row.agreement.is_open_ended else f"{title} ({state})"


def _weight(row: AgreementRow) -> tuple[bool, bool, str]:
    """Structural agreements first, and of those the ones in force."""
    structural = row.agreement.cooperation_class is CooperationClass.STRUCTURAL
    return not structural, row.state is not AgreementState.IN_FORCE, row.agreement.title


def _list(writer: Writer, title: str, items: list[str], room: _Room) -> list[Block]:
    """A heading with at most so many items; how many more there are is said."""
    if not items:
        return []
    shown = items if len(items) <= room.most else items[: room.most - 1]
    if len(shown) < len(items):
        shown = [*shown, writer.words.count("{n} more", "{n} more", len(items) - len(shown))]
    return [
        Heading(title, 2),
        Paragraph(writer.formats.listing(shown)) if room.chart is not None else Bullets(tuple(shown)),
    ]


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
