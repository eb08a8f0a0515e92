"""What the check of the priorities and the versions say, for screens, workbooks and papers alike."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.cycle.model import Fate, PriorityReason
from coopdesk.cycle.rules.matrix import Cell, CellState
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

FATES: Mapping[Fate, str] = {
    Fate.CONTINUED: N_("Goes on"),
    Fate.RESTARTED: N_("Restarts"),
    Fate.FINISHED: N_("Closed: done"),
    Fate.STOPPED: N_("Closed: stopped"),
}


def cell_text(words: Words, cell: Cell) -> str:
    """What stands in a cell: 2 acties, Geen actie, Met reden, or a dash."""
    match cell.state:
        case CellState.SERVED:
            return words.count("{n} action", "{n} actions", len(cell.actions))
        case CellState.EXPLAINED:
            return words.say("On purpose")
        case CellState.HOLE:
            return words.say("No action")
        case CellState.NOT_IN_FORCE:
            return "–"


def cell_told(words: Words, cell: Cell) -> str:
    """The whole of it: the names of the actions, or the reason with its day."""
    match cell.state:
        case CellState.SERVED:
            return "; ".join(f"{a.code} {a.title}".strip() for a in cell.actions)
        case CellState.EXPLAINED if cell.reason is not None:
            return reason_text(words, cell.reason)
        case CellState.NOT_IN_FORCE:
            return words.say("This priority does not hold in {year}.", year=str(cell.year))
        case _:
            return words.say("No action in {year} yet.", year=str(cell.year))


def reason_text(words: Words, reason: PriorityReason) -> str:
    """Why there is no action, with the day on which that was noted."""
    day = words.formats.day(reason.noted)
    return words.say("No action on purpose: {reason} ({day})", reason=reason.reason, day=day)
