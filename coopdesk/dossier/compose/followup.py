"""How the plan goes, as a dossier prints it: what was measured and the latest note on each action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from coopdesk.dossier.compose.chain import ChartPart, FollowupPart, IndicatorPart, ReportPart
from coopdesk.dossier.compose.measure import digits_of, measured_text
from coopdesk.followup import drawing
from coopdesk.followup.ports import FollowupWork
from coopdesk.followup.queries import FollowupView, IndicatorRow, ObjectiveProgress, view
from coopdesk.followup.wording import STANDINGS
from coopdesk.plan.model import Action
from coopdesk.plan.wording import STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.sentence import begun

_LATEST = 4


def followup_part(
    work: FollowupWork, area_id: str, words: Words, on: date, done: Mapping[str, date], focus: str = ""
) -> FollowupPart:
    """The follow-up of the plan of an area on a day; empty without a plan. `focus` keeps those of a municipality."""
    found = view(work, area_id, on.year)
    if found is None:
        return FollowupPart()
    if focus:
        found = _focused(found, focus)
    indicators = tuple(_indicator(row, words) for row in found.indicators)
    return FollowupPart(indicators, _reports(work, found, words), _charts(found, done, on, words))


def _focused(found: FollowupView, focus: str) -> FollowupView:
    def here(actions: tuple[Action, ...]) -> tuple[Action, ...]:
        return tuple(a for a in actions if not a.nis or focus in a.nis)

    heads = tuple(ObjectiveProgress(p.objective, here(p.actions)) for p in found.objectives)
    return replace(found, objectives=heads, actions=here(found.actions))


def _charts(found: FollowupView, done: Mapping[str, date], on: date, words: Words) -> tuple[ChartPart, ...]:
    """The statuses per objective, the burn-up, and the course of every share that was measured more than once."""
    if not found.actions:
        return ()
    day = words.formats.long_day(on)
    source = words.say("Source: action plan, as it stands on {day}", day=day)
    statuses = words.say("Actions per objective, by status")
    progress = words.say("Planned and finished actions through time")
    readings = drawing.progress_readings(found, done, on)
    end = date(found.plan.end_year, 12, 31)
    shown = [row for row in found.indicators if row.indicator.unit == "%" and len(row.measurements) > 1]
    return (
        ChartPart("", statuses, source, drawing.status_chart(found, on)),
        ChartPart("", progress, source, drawing.progress_chart(readings, end)),
        *(_course(row, words) for row in shown),
    )


def _course(row: IndicatorRow, words: Words) -> ChartPart:
    objective = f"{row.objective.code} {row.objective.title}".strip()
    sources = sorted({m.source for m in row.measurements if m.source})
    named = words.formats.listing(sources) if sources else words.say("measurements noted in the follow-up")
    source = words.say("Source: {source}", source=named)
    return ChartPart("", objective, source, drawing.course_chart(row))


def _indicator(row: IndicatorRow, words: Words) -> IndicatorPart:
    one, formats = row.indicator, words.formats
    latest = row.measurements[-_LATEST:]
    digits = digits_of(m.value for m in latest)
    shown = [(formats.period(m.period), measured_text(m.value, one.unit, words, digits=digits)) for m in latest]
    return IndicatorPart(
        objective=row.objective.title,
        title=one.title,
        baseline=measured_text(one.baseline, one.unit, words, one.baseline_year),
        target=measured_text(one.target, one.unit, words, one.target_year),
        measurements=tuple(shown),
        standing=begun(words.say(STANDINGS[row.standing])),
    )


def _reports(work: FollowupWork, found: FollowupView, words: Words) -> tuple[ReportPart, ...]:
    """The latest note of each action that has one, in the order of the plan."""
    latest = {note.action_id: note for note in work.followup.notes([a.id for a in found.actions])}
    return tuple(
        ReportPart(
            code=action.code,
            title=action.title,
            period=words.formats.period(latest[action.id].period),
            status=words.say(STATUSES[action.status]),
            progress=action.progress,
            remark=latest[action.id].text,
        )
        for action in found.actions
        if action.id in latest
    )
