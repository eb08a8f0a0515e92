"""What the start screen says about what needs attention, what comes next and what was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from coopdesk.shell.action import Action
from coopdesk.start.model import Attention, Matter, NextStep, Recent
from coopdesk.start.ui.listing import Item
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

ICONS = {
    Matter.LATE_ACTION: "clock",
    Matter.MEASUREMENT: "gauge",
    Matter.AGREEMENT: "document_signature",
    Matter.STALE: "data_trending",
    Matter.REMARKS: "arrow_import",
}
NEXT = {
    "area": N_("Next: choose your municipalities"),
    "analysis": N_("Next: start the analysis"),
    "chapter": N_("Next: write chapter {number}"),
    "opportunities": N_("Next: choose opportunities"),
    "plan": N_("Next: make the action plan"),
    "agreements": N_("Next: add an agreement"),
    "dossier": N_("Next: make the dossier"),
    Matter.LATE_ACTION.value: N_("Next: see the late action"),
    Matter.MEASUREMENT.value: N_("Next: fill in the measurement"),
    Matter.AGREEMENT.value: N_("Next: see the agreement that ends"),
}


def attention_item(words: Words, item: Attention, number: int) -> Item:
    """One line of *Today*; its id is its place in the list."""
    icon, tone = ICONS[item.matter], "text2"
    if item.days is not None and item.days < 0:
        tone = "errFg"
    elif item.days is not None and item.days <= 30:
        tone = "warnFg"
    return Item(str(number), icon, _title(words, item), _when(words, item), tone)


def _title(words: Words, item: Attention) -> str:
    match item.matter:
        case Matter.MEASUREMENT:
            period = words.formats.period(item.period)
            return words.say("Measure {indicator}, {period}", indicator=item.title, period=period)
        case Matter.STALE:
            return words.count("{n} figure in the analysis has changed", "{n} figures in the analysis have changed",
                               item.count)  # fmt: skip
        case Matter.REMARKS:
            return words.count("{n} remark of an import to look at", "{n} remarks of imports to look at", item.count)
        case _:
            return item.title


def _when(words: Words, item: Attention) -> str:
    if item.day is None or item.days is None:
        return ""
    if item.days < 0:
        return words.count("{n} day late", "{n} days late", -item.days)
    if item.matter is Matter.AGREEMENT:
        return words.say("ends {day}", day=words.formats.day(item.day))
    return words.say("by {day}", day=words.formats.day(item.day))


def recent_item(words: Words, step: Recent, today: date) -> Item:
    """One line of *Last changed*."""
    label = words.say(step.label)
    title = f"{label}: {step.subject}" if step.subject else label
    day = step.at.astimezone().date()
    if day == today:
        when = words.formats.time(step.at)
    elif day == today - timedelta(days=1):
        when = words.say("yesterday")
    else:
        when = words.formats.day(day)
    return Item(step.id, "history", title, when)


def next_action(step: NextStep, run: Callable[[], object]) -> Action:
    """The primary button."""
    return Action("start.next", NEXT[step.kind], "arrow_forward", "Ctrl+N", run, fields=(("number", str(step.number)),))
