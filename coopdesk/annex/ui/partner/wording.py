"""A partner workbook in words: values, choices and what is only told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coopdesk.annex.partner.compose import heading
from coopdesk.annex.partner.model import Cell, Choice, Comparison, Part, Unreadable
from coopdesk.annex.partner.values import shown
from coopdesk.shell.grid.looks import PillLook, Tone
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

CHOICES: Mapping[Choice, str] = {
    Choice.THEIRS: N_("Of the partner"), Choice.OURS: N_("Ours"), Choice.BOTH: N_("Ours, theirs as remark"),
}  # fmt: skip
CHOICE_LOOKS: Mapping[Choice, PillLook] = {
    Choice.THEIRS: PillLook("arrow_import", Tone.OK),
    Choice.OURS: PillLook("lock_closed_16_regular", Tone.NEUTRAL),
    Choice.BOTH: PillLook("comment_16_regular", Tone.WARN),
}


def value_text(part: Part, value: Any, words: Words) -> str:
    """A value as people read it; what could not be read as it was typed."""
    if isinstance(value, Unreadable):
        return value.text or "–"
    if value is None or value == "":
        return "–"
    if part is Part.SPENT:
        return words.formats.money(value)
    if part in (Part.BEGIN, Part.END):
        return words.formats.partial(value)
    return f"{value}%" if part is Part.PROGRESS else str(shown(part, value, words))


def remark_of(cell: Cell, comparison: Comparison, words: Words) -> str:
    """The line that keeps their value beside ours."""
    return words.say(
        "{partner} gave for {field}: {value}", partner=comparison.frame.partner,
        field=heading(cell.part, comparison.frame, words), value=value_text(cell.part, cell.theirs, words),
    )  # fmt: skip


def problem(cell: Cell, words: Words) -> str:
    """Why a cell needs a decision."""
    if isinstance(cell.theirs, Unreadable):
        return words.say(cell.theirs.reason, **cell.theirs.fields)
    if not cell.known:
        return words.say("It is not known what was sent.")
    return words.say("Both changed it.") if cell.clash else ""


def told(found: Comparison, words: Words) -> list[str]:
    """What is only told: nothing happens with it."""
    listing, lines = words.formats.listing, []
    if found.removed:
        lines.append(
            words.say("Not in the file any more, and kept in the plan: {names}.", names=listing(found.removed))
        )
    if found.gone:
        lines.append(words.say("No longer in your plan, and left out: {names}.", names=listing(found.gone)))
    if found.fixed:
        lines.append(
            words.say("Changed where nothing may change, and left as it was: {names}.", names=listing(found.fixed))
        )
    if found.lost:
        names = [heading(part, found.frame, words) for part in found.lost]
        lines.append(words.say("Columns that are gone, and left alone: {names}.", names=listing(names)))
    if found.guarded:
        n = len(found.guarded)
        lines.append(
            words.count(
                "{n} value is changed in the program itself: money of several sources, or progress that follows "
                "milestones.",
                "{n} values are changed in the program itself: money of several sources, or progress that follows "
                "milestones.",
                n,
            )
        )
    return lines
