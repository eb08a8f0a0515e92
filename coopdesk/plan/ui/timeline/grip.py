"""Taking hold of a bar with the mouse: in the middle it moves, at an end it is drawn longer or shorter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from coopdesk.plan.model import Action
from coopdesk.plan.moving import begun, planned, shifted, stretched
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.timeline.bar import Bar, bar_of
from coopdesk.plan.ui.timeline.scale import Scale

EDGE = 6  # pixels at each end of a bar that stretch it


class Hold(StrEnum):
    """Where the bar was taken hold of; `DRAW` is empty room beside an action without dates."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class Grip:
    """A bar in the hand: what it was, where it was taken, and by how many days it is now off."""

    at: int
    row: ActionRow
    hold: Hold
    x: float
    days: int = 0

    def moved(self, x: float, scale: Scale) -> Grip:
        """The same with the mouse somewhere else."""
        return replace(self, days=scale.days(x - self.x))

    def action(self, scale: Scale, left: float) -> Action:
        """The action as it would be if it were let go now; `left` is how far the time line is scrolled."""
        action = self.row.action
        match self.hold:
            case Hold.BEGIN:
                return begun(action, self.days)
            case Hold.END:
                return stretched(action, self.days)
            case Hold.MIDDLE:
                return shifted(action, self.days)
            case Hold.DRAW:
                begin = scale.when(self.x + left)
                return planned(action, begin, begin + timedelta(days=self.days)) if self.days else action

    def bar(self, scale: Scale, left: float) -> Bar:
        """The bar to show meanwhile."""
        return bar_of(replace(self.row, action=self.action(scale, left)))


def hold_at(row: ActionRow, box: QRectF | None, spot: QPointF, edge: int) -> Hold | None:
    """What the mouse would take hold of; None beside a bar."""
    if box is None:
        return Hold.DRAW
    if not box.adjusted(-edge, -edge, edge, edge).contains(spot):
        return None
    bar = bar_of(row)
    reach = min(edge, box.width() / 4)
    if bar.end is not None and spot.x() > box.right() - reach:
        return Hold.END
    if bar.begin is not None and spot.x() < box.left() + reach:
        return Hold.BEGIN
    return Hold.MIDDLE
