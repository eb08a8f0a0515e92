"""How the plan goes, as a dossier prints it: what was measured and the latest note on each action."""

from __future__ import annotations

from coopdesk.dossier.compose.chain import FollowupPart, IndicatorPart, ReportPart
from coopdesk.dossier.compose.measure import measured_text
from coopdesk.followup.ports import FollowupWork
from coopdesk.followup.queries import FollowupView, IndicatorRow, view
from coopdesk.plan.wording import STATUSES
from coopdesk.words.catalogue import Words

_LATEST = 4


def followup_part(work: FollowupWork, area_id: str, words: Words) -> FollowupPart:
    """The follow-up of the latest plan of an area; empty without a plan."""
    found = view(work, area_id)
    if found is None:
        return FollowupPart()
    indicators = tuple(_indicator(row, words) for row in found.indicators)
    return FollowupPart(indicators, _reports(work, found, words))


def _indicator(row: IndicatorRow, words: Words) -> IndicatorPart:
    one, formats = row.indicator, words.formats
    shown = [(formats.period(m.period), measured_text(m.value, one.unit, words)) for m in row.measurements[-_LATEST:]]
    return IndicatorPart(
        objective=row.objective.title,
        title=one.title,
        baseline=measured_text(one.baseline, one.unit, words, one.baseline_year),
        target=measured_text(one.target, one.unit, words, one.target_year),
        measurements=tuple(shown),
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
