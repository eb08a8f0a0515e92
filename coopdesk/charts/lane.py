"""The lane above the bars of a time line: when people met, or will meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.look import Look
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, Series


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a steering group or another body."""

    day: date
    name: str


def lane_height(look: Look, meetings: Sequence[Meeting]) -> float:
    """How high the lane is, in points; nothing without meetings."""
    return look.small * 2 if meetings else 0.0


def draw_lane(sheet: Sheet, at: Callable[[date], float], top: float, meetings: Sequence[Meeting], today: date) -> None:
    """What it is, and a spot per meeting: filled once it was held, a ring before; its name behind it where there is
    room before the next."""
    look, theme, small = sheet.look, sheet.theme, sheet.look.small
    middle = top + lane_height(look, meetings) / 2
    base, radius = middle + small * 0.33, small * 0.36
    sheet.text(look.body * 0.5, base, look.words.say("Consultation"), small, theme.muted)
    held = Series(color=theme.accent, shape="circle", solid=True, dash=())
    ground = Fill(theme.paper)  # or the lines of the years would run through the names
    spots = [at(one.day) for one in meetings]
    for one, x, after in zip(meetings, spots, [*spots[1:], look.width], strict=True):
        sheet.marker(x, middle, radius, held, solid=one.day <= today)
        room = after - x - radius * 4
        if room > small * 4:
            name = shorten(one.name, room, small)
            sheet.rect(x + radius * 1.6, base - small * 0.9, width(name, small) + small * 0.3, small * 1.3, ground)
            sheet.text(x + radius * 2, base, name, small, theme.muted)
        sheet.mark(x - radius, top, radius * 2, middle - top + radius, spoken(look, one), one.day.isoformat())


def spoken(look: Look, one: Meeting) -> str:
    """A meeting in words."""
    return look.words.say("{name}, {day}", name=one.name, day=look.formats.long_day(one.day))


def told(look: Look, meetings: Sequence[Meeting]) -> str:
    """All meetings in words."""
    listed = look.formats.listing([spoken(look, one) for one in meetings])
    return look.words.say("Consultation: {meetings}.", meetings=listed)
