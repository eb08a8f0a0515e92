"""The charts of the follow-up, the same for the screen and the dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from coopdesk.charts.burnup import Reading, burn_up
from coopdesk.charts.course import Course
from coopdesk.charts.lines import lines
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.charts.quarters import quarters
from coopdesk.charts.stacked import Parts, stacked
from coopdesk.charts.themes import Fill, Hatch, Theme
from coopdesk.followup import rules
from coopdesk.followup.queries import FollowupView, IndicatorRow
from coopdesk.followup.wording import short_period
from coopdesk.plan.model import Action, ActionStatus
from coopdesk.plan.wording import STATUSES

Draw = Callable[[Look], Chart]
_ORDER = (ActionStatus.DONE, ActionStatus.RUNNING, ActionStatus.PLANNED, ActionStatus.POSTPONED, ActionStatus.STOPPED)


def status_fills(theme: Theme) -> tuple[Fill, ...]:
    """A look per status, from done to stopped, that differs in more than colour."""
    done, running, _, quiet = theme.states
    return (done, running, quiet, Fill(theme.paper, Hatch(3.2), theme.edge), Fill(theme.paper))


def status_chart(view: FollowupView, today: date) -> Draw:
    """How many actions of each objective have which status."""
    heads = [progress for progress in view.objectives if progress.actions]

    def draw(look: Look) -> Chart:
        words = look.words
        rows = [
            Parts(f"{p.objective.code} {p.objective.title}".strip(), tuple(_count(p.actions, s) for s in _ORDER))
            for p in heads
        ]
        done = sum(row.counts[0] for row in rows)
        total = sum(sum(row.counts) for row in rows)
        title = words.count(
            "{done} of {n} action is done", "{done} of {n} actions are done", total, done=look.formats.number(done)
        )
        names = [words.say(STATUSES[s]) for s in _ORDER]
        day = look.formats.long_day(today)
        return stacked(look, names, rows, day, title=title, unit=words.say("actions"), fills=status_fills(look.theme))

    return draw


def _count(actions: Sequence[Action], status: ActionStatus) -> int:
    return sum(action.status is status for action in actions)


def progress_readings(view: FollowupView, changed: Mapping[str, date], today: date) -> list[Reading]:
    """The number of actions done at the start of each quarter of the plan until now, and today."""
    scope = rules.in_scope(view.actions)
    days = [day for a in scope if (day := rules.done_day(a, changed.get(a.id), today)) is not None]
    begin = min([date(view.plan.begin_year, 1, 1), today, *days])
    moments = [day for day in quarters(begin, today) if day < today]
    return [Reading(day, len(scope), rules.done_until(days, day)) for day in (*moments, today)]


def progress_chart(readings: list[Reading], end: date) -> Draw:
    """The burn-up, with how much is left as its title."""

    def draw(look: Look) -> Chart:
        left = readings[-1].planned - readings[-1].done
        title = look.words.count("{n} action to go", "{n} actions to go", left)
        return burn_up(look, readings, end, title=title)

    return draw


def _before(year: int | None, row: IndicatorRow) -> bool:
    """Whether the baseline lies before the first measurement."""
    return year is not None and date(year, 12, 31) < rules.last_day(row.measurements[0].period)


def course_chart(row: IndicatorRow) -> Draw:
    """The measurements of an indicator with its target."""

    def draw(look: Look) -> Chart:
        one = row.indicator
        periods = [short_period(look.words, m.period) for m in row.measurements]
        values: list[Decimal | None] = [m.value for m in row.measurements]
        if one.baseline is not None and _before(one.baseline_year, row):
            periods, values = [str(one.baseline_year), *periods], [one.baseline, *values]
        title = look.words.say(
            "{indicator}: {rate} ({moment})",
            indicator=one.title,
            rate=look.formats.rate(row.measurements[-1].value),
            moment=look.formats.period(row.measurements[-1].period),
        )
        return lines(look, periods, [Course(one.title, tuple(values), own=True)], one.target, title=title)

    return draw
