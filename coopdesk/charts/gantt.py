"""Timeline of actions with their progress and milestones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coopdesk.charts.fonts import shorten, width
from coopdesk.charts.lane import Meeting, draw_lane, lane_height, told
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart, Table
from coopdesk.charts.quarters import quarters
from coopdesk.charts.scale import Linear
from coopdesk.charts.sheet import Sheet
from coopdesk.charts.themes import Fill, Hatch
from coopdesk.words.marks import N_

LATE = Hatch(2.6, (135.0,), 0.7)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of an action: the day it is due, its name, and whether it was reached, whatever the day."""

    day: date
    name: str
    done: bool = False


MOST = 40  # rows on a sheet


@dataclass(frozen=True, slots=True)
class Task:
    """One action with its first and last day, progress in percent and milestones. What was postponed or stopped on
    purpose may not be late."""

    name: str
    start: date
    end: date
    progress: int
    milestones: tuple[Milestone, ...] = ()
    group: str = ""
    key: str = ""
    may_be_late: bool = True

    def late(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.may_be_late and self.end < today and self.progress < 100


@dataclass(frozen=True, slots=True)
class _Frame:
    sheet: Sheet
    x: Linear
    today: date
    top: float
    bottom: float

    @property
    def high(self) -> float:
        return self.sheet.look.row * 1.05

    def at(self, day: date) -> float:
        """Where a day lies."""
        return self.x(day.toordinal())


def gantt(
    look: Look, tasks: Sequence[Task], today: date, *, title: str, span: tuple[date, date] | None = None,
    meetings: Sequence[Meeting] = (),
) -> Chart:  # fmt: skip
    """Bars per action, done part filled, what is late hatched, milestones as diamonds, today as a line; at least one
    task. `span` is the time to show, that of the tasks themselves by default; `meetings` in it, the earliest first,
    stand in a lane above the bars."""
    first, last = span or (min(t.start for t in tasks), max(t.end for t in tasks))
    marks_at = quarters(first, last)
    left = min(max(width(t.name, look.body) for t in tasks) + look.body * 1.6, look.width * 0.4)
    x = Linear(marks_at[0].toordinal(), marks_at[-1].toordinal(), left, look.width - look.body * 0.5)
    groups = list(dict.fromkeys(t.group for t in tasks))
    met = [one for one in meetings if marks_at[0] <= one.day < marks_at[-1]]
    top = look.small * 2.9 + lane_height(look, met)
    bottom = top + look.row * 1.05 * (len(tasks) + sum(bool(g) for g in groups)) + look.body * 0.3
    frame = _Frame(Sheet(look), x, today, top, bottom)
    _calendar(frame, marks_at)
    if met:
        draw_lane(frame.sheet, frame.at, look.small * 2.9, met, today)
    y = top
    for group in groups:
        if group:
            _band(frame, group, y)
            y += frame.high
        for task in (t for t in tasks if t.group == group):
            _task(frame, task, y)
            frame.sheet.mark(0, y, look.width, frame.high, _spoken(look, task, today), task.key or task.name)
            y += frame.high
    _today(frame)
    drawing, marks = frame.sheet.build(bottom + look.small * 1.7)
    day, say = look.formats.long_day, look.words.say
    rows = tuple((t.name, day(t.start), day(t.end), f"{t.progress}%") for t in tasks)
    header = (say("Action"), say("Begin"), say("End"), say("Progress"))
    alt = " ".join([_told(look, tasks, today), *([told(look, met)] if met else [])])
    return Chart(drawing, marks, title, alt, Table(header, rows))


def sheets(tasks: Sequence[Task], look: Look, room: float) -> list[list[Task]]:
    """The tasks over sheets with so much room for a chart, in points; a heading that runs on is repeated, and counts as
    a row."""
    row = look.row * 1.05
    fits = max(4, min(MOST, int((room - look.small * 5) / row)))
    found: list[list[Task]] = []
    left, group = 0, ""
    for task in tasks:
        needed = 1 + (task.group != group or not found)
        if not found or left < needed:
            found.append([])
            left, needed = fits, 2
        found[-1].append(task)
        left, group = left - needed, task.group
    return found


def _calendar(frame: _Frame, days: Sequence[date]) -> None:
    """Years and quarters above, lines between them."""
    sheet, theme, small = frame.sheet, frame.sheet.theme, frame.sheet.look.small
    for year in sorted({q.year for q in days[:-1]}):
        inside = [q for q in days if q.year == year or q == date(year + 1, 1, 1)]
        if frame.at(inside[-1]) - frame.at(inside[0]) > width(str(year), small, strong=True) + 2:
            middle = (frame.at(inside[0]) + frame.at(inside[-1])) / 2
            sheet.text(middle, small, str(year), small, theme.ink, "middle", strong=True)
    wide = (frame.x.end - frame.x.start) / (len(days) - 1)
    for q in days:
        first = q.month == 1
        color, high = (theme.muted, 0.2) if first else (theme.grid, 1.4)
        sheet.line(frame.at(q), small * high, frame.at(q), frame.bottom, color, 0.6)
        label = sheet.look.words.say("Q{n}", n=(q.month - 1) // 3 + 1)
        if q != days[-1] and width(label, small) < wide:
            sheet.text(frame.at(q) + wide / 2, small * 2.3, label, small, theme.muted, "middle")


def _band(frame: _Frame, group: str, y: float) -> None:
    sheet, look = frame.sheet, frame.sheet.look
    sheet.rect(0, y + 1, look.width, frame.high - 2, Fill(sheet.theme.band))
    name = shorten(group, look.width - look.body, look.body, strong=True)
    sheet.text(look.body * 0.5, y + frame.high / 2 + look.body * 0.33, name, look.body, strong=True)


def _task(frame: _Frame, task: Task, y: float) -> None:
    """Name, bar, done part, milestones and the word for lateness."""
    sheet, theme, body = frame.sheet, frame.sheet.theme, frame.sheet.look.body
    middle, tall = y + frame.high / 2, body * 0.95
    sheet.text(body * 0.5, middle + body * 0.33, shorten(task.name, frame.x.start - body * 1.6, body), body)
    start, end = frame.at(task.start), frame.x(task.end.toordinal() + 1)
    late = task.late(frame.today)
    edge = theme.warn if late else theme.accent
    done = (end - start) * min(task.progress, 100) / 100
    rest = Fill(theme.paper, LATE, theme.warn) if late else theme.partial
    sheet.rect(start, middle - tall / 2, end - start, tall, rest, edge, 0.9)
    if done:
        sheet.rect(start, middle - tall / 2, done, tall, Fill(theme.accent))
    for one in task.milestones:
        edge = theme.warn if not one.done and one.day < frame.today else theme.ink
        diamond(sheet, frame.at(one.day), middle, body * 0.42, edge, done=one.done)
    if late:
        _late(frame, end, middle + body * 0.33)


def _late(frame: _Frame, end: float, base: float) -> None:
    sheet, look, small = frame.sheet, frame.sheet.look, frame.sheet.look.small
    text = look.words.say("late")
    spot, wide, now = end + look.body * 0.4, width(text, small, strong=True), frame.at(frame.today)
    if spot - 2 < now < spot + wide + 2:
        spot = now + look.body * 0.4
    spot = min(spot, look.width - wide)
    sheet.rect(spot - 2, base - small, wide + 4, small * 1.35, Fill(sheet.theme.paper))
    sheet.text(spot, base, text, small, sheet.theme.warn, strong=True)


def _today(frame: _Frame) -> None:
    sheet, look, small = frame.sheet, frame.sheet.look, frame.sheet.look.small
    now = min(max(frame.at(frame.today), frame.x.start), frame.x.end)
    sheet.line(now, frame.top - small * 0.3, now, frame.bottom + small * 0.3, sheet.theme.target, 1.4)
    label = look.words.say("Today, {day}", day=look.formats.long_day(frame.today))
    half = width(label, small, strong=True) / 2
    place = min(max(now, half), look.width - half)
    sheet.text(place, frame.bottom + small * 1.3, label, small, sheet.theme.target_text, "middle", strong=True)


def diamond(sheet: Sheet, x: float, y: float, size: float, edge: str, *, done: bool) -> None:
    """A milestone, filled when it was reached."""
    points = [(x - size, y), (x, y - size), (x + size, y), (x, y + size)]
    sheet.polygon(points, Fill(sheet.theme.paper), sheet.theme.paper, 3)
    sheet.polygon(points, Fill(edge if done else sheet.theme.paper), edge, 1.2)


def _spoken(look: Look, task: Task, today: date) -> str:
    say, day = look.words.say, look.formats.long_day
    parts = [
        say("{name}: {begin} to {end}, {progress}% done", name=task.name, begin=day(task.start), end=day(task.end),
            progress=task.progress)
    ]  # fmt: skip
    if task.late(today):
        parts.append(say("late"))
    for one in task.milestones:
        text = N_("milestone {day}: {name}, reached") if one.done else N_("milestone {day}: {name}")
        parts.append(say(text, day=day(one.day), name=one.name))
    return "; ".join(parts)


def _told(look: Look, tasks: Sequence[Task], today: date) -> str:
    words, day = look.words, look.formats.long_day
    late = [t.name for t in tasks if t.late(today)]
    parts = [
        words.count("Timeline of {n} action from {begin} to {end}.", "Timeline of {n} actions from {begin} to {end}.",
                    len(tasks), begin=day(min(t.start for t in tasks)), end=day(max(t.end for t in tasks))),
        words.count("{n} is done.", "{n} are done.", sum(t.progress == 100 for t in tasks)),
        words.count("{n} is late.", "{n} are late.", len(late)),
    ]  # fmt: skip
    return " ".join([*parts, f"({look.formats.listing(late)})"] if late else parts)
