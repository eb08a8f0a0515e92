"""How the states of the check look: shape, words and colour."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.cycle.rules.matrix import CellState
from coopdesk.shell.grid.looks import PillLook, Tone

CELL_LOOKS: Mapping[CellState, PillLook] = {
    CellState.SERVED: PillLook("checkmark_circle_16_regular", Tone.OK),
    CellState.EXPLAINED: PillLook("comment_16_regular", Tone.INFO),
    CellState.HOLE: PillLook("error_circle_16_filled", Tone.ERR),
    CellState.NOT_IN_FORCE: PillLook("subtract_circle_16_regular", Tone.NEUTRAL),
}
