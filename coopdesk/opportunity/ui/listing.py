"""The same opportunities as a list that can be sorted, filtered, pasted into and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from coopdesk.desk.command import Command
from coopdesk.kernel.errors import Invalid
from coopdesk.opportunity.commands import AddOpportunity, ReviseOpportunity
from coopdesk.opportunity.model import OpportunityState
from coopdesk.opportunity.rules import STATES
from coopdesk.opportunity.ui.card import Card, PlaceNames
from coopdesk.opportunity.ui.looks import STATE_ICONS
from coopdesk.opportunity.wording import SCORE_NAMES, dots, score_name, state_name
from coopdesk.shell.context import Context
from coopdesk.shell.grid.column import Column
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.kinds import Choice, ChoiceKind, ManyKind, TextKind
from coopdesk.shell.grid.looks import Marked, PillLook, Quiet, Title, Tone
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

_TONES = {
    OpportunityState.PROPOSED: Tone.INFO,
    OpportunityState.TO_INVESTIGATE: Tone.WARN,
    OpportunityState.CHOSEN: Tone.OK,
    OpportunityState.NOT_NOW: Tone.NEUTRAL,
}


def opportunity_grid(
    context: Context, names: PlaceNames, gazetteer: Gazetteer, removal: Callable[[Sequence[Card]], Command]
) -> Grid[Card]:
    """The list, filled with cards by the page; `removal` gives the command that removes rows."""
    words = context.words
    return Grid(
        context,
        columns(words, names, gazetteer, context),
        name="opportunities",
        label=words.say("Opportunities"),
        edit_row=revised,
        add_row=lambda values: added(context, values),
        about="opportunity",
        steady=True,
        remove=removal,
        count=lambda shown, total: words.count(
            "{shown} of {n} opportunity", "{shown} of {n} opportunities", total, shown=words.formats.number(shown)
        ),
    )


def added(context: Context, values: Mapping[str, Any]) -> AddOpportunity:
    """The command for a pasted row: an opportunity of the area on show."""
    if context.area.id is None:
        raise Invalid(N_("Choose an area first."))
    known = {key: values[key] for key in ("reason", "state", "impact", "feasibility", "nis") if values.get(key)}
    return AddOpportunity(context.area.id, values.get("title") or context.words.say("New opportunity"), **known)


def revised(card: Card, changes: Mapping[str, Any]) -> ReviseOpportunity:
    """The command for changed cells of one row; the keys of the columns are those of the value."""
    return ReviseOpportunity(replace(card.opportunity, **changes))


def columns(words: Words, names: PlaceNames, gazetteer: Gazetteer, context: Context) -> list[Column[Card]]:
    """What the list shows of a card."""
    states = [Choice(state, state_name(state, words), icon=STATE_ICONS[state]) for state in STATES]
    scores = [Choice(n, score_name(n, words), also=(str(n),)) for n in SCORE_NAMES]
    today = context.clock.today()

    def edit(key: str) -> Callable[[Card, Any], ReviseOpportunity]:
        return lambda card, value: revised(card, {key: value})

    def score(key: str, title: str) -> Column[Card]:
        def value(card: Card) -> int:
            return int(getattr(card.opportunity, key))

        return Column(
            key,
            title,
            text=lambda card: score_name(value(card), words),
            value=value,
            sort=value,
            kind=ChoiceKind(lambda: scores),
            edit=edit(key),
            tip=lambda card: dots(value(card)),
            width=12,
            filter=False,
        )

    return [
        Column(
            "title",
            N_("Opportunity"),
            text=lambda card: card.title,
            kind=TextKind(required=True),
            edit=edit("title"),
            look=lambda card: Title(),
            width=28,
            stretch=True,
        ),
        Column(
            "reason",
            N_("Why, with a figure"),
            text=lambda card: card.reason,
            kind=TextKind(lines=True),
            edit=edit("reason"),
            look=lambda card: Quiet(),
            width=31,
        ),
        Column(
            "state",
            N_("Status"),
            text=lambda card: state_name(card.opportunity.state, words),
            value=lambda card: card.opportunity.state,
            sort=lambda card: STATES.index(card.opportunity.state),
            kind=ChoiceKind(lambda: states),
            edit=edit("state"),
            look=lambda card: PillLook(STATE_ICONS[card.opportunity.state], _TONES[card.opportunity.state]),
            width=17,
            filter=True,
        ),
        score("impact", N_("Impact")),
        score("feasibility", N_("Feasibility")),
        Column(
            "nis",
            N_("Municipalities"),
            text=lambda card: ", ".join(names(card.opportunity.nis)),
            value=lambda card: card.opportunity.nis,
            kind=ManyKind(lambda: [Choice(m.nis_code, m.name) for m in gazetteer.offered(today)]),
            edit=edit("nis"),
            facets=lambda card: names(card.opportunity.nis),
            width=20,
            filter=True,
        ),
        Column(
            "actions",
            N_("Actions"),
            text=lambda card: card.footer,
            look=lambda card: Marked("warning_16_filled", Tone.WARN) if card.warns else Quiet(),
            width=14,
        ),
    ]
