"""Reads the start screen from every feature at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from coopdesk.agreement.model import AgreementState
from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.agreement.rules import last_day
from coopdesk.analysis.model import Analysis, Chapter, ChapterState
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import chapter_name
from coopdesk.analysis.queries.lookup import Lookup
from coopdesk.analysis.queries.overview import current
from coopdesk.analysis.rules import live
from coopdesk.desk.ledger import StepHead
from coopdesk.figures.catalogue import RATE
from coopdesk.figures.queries import gap
from coopdesk.followup.model import Rhythm
from coopdesk.followup.queries import measurements_due
from coopdesk.followup.rules import Due
from coopdesk.opportunity.model import OpportunityState
from coopdesk.opportunity.queries import counts
from coopdesk.plan.model import Action
from coopdesk.plan.queries import plan_of
from coopdesk.plan.rules import late
from coopdesk.start import rules
from coopdesk.start.model import Facts, Matter, Recent, StartView
from coopdesk.start.ports import StartWork
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words


def start_view(
    work: StartWork,
    gazetteer: Gazetteer,
    words: Words,
    area_id: str | None,
    today: date,
    *,
    rhythm: Rhythm = Rhythm.HALF,
    remarks: int = 0,
    heads: Sequence[StepHead] = (),
) -> StartView:
    """All of the start screen; `remarks` are those that imports left behind, `heads` the latest steps."""
    facts = Facts() if area_id is None else facts_of(work, gazetteer, words, area_id, today, rhythm, remarks)
    return StartView(facts, rules.route(facts), rules.next_step(facts), recent(heads))


def facts_of(
    work: StartWork,
    gazetteer: Gazetteer,
    words: Words,
    area_id: str,
    today: date,
    rhythm: Rhythm = Rhythm.HALF,
    remarks: int = 0,
) -> Facts:
    """What the rules look at, for one area."""
    codes = members(work, area_id, gazetteer, today)
    plan = plan_of(work, area_id, today.year)
    actions: list[Action] = work.plans.actions(plan.id) if plan is not None else []
    due = measurements_due(work, area_id, today, rhythm)
    good, scope = rules.on_schedule(actions, today)
    cards = counts(work, area_id)
    facts = Facts(
        municipalities=len(codes),
        opportunities=sum(cards.values()),
        chosen=cards.get(OpportunityState.CHOSEN, 0),
        actions=len(actions),
        late=sum(late(a, today) for a in actions),
        on_schedule=good,
        in_scope=scope,
        dossier_kept=work.dossiers.of_area(area_id) is not None,
        area_name=work.territory.area(area_id).name,
    )
    rows = touching(rows_on(work, today), codes, gazetteer, today)
    facts = _with_analysis(facts, work, gazetteer, words, area_id)
    return _with_attention(facts, work, (gazetteer, words, area_id), (actions, due, rows), today, remarks)


def _with_attention(
    facts: Facts,
    work: StartWork,
    here: tuple[Gazetteer, Words, str],
    found: tuple[Iterable[Action], Iterable[Due], Sequence[AgreementRow]],
    today: date,
    remarks: int,
) -> Facts:
    actions, due, rows = found
    ending = [
        (row.agreement, end)
        for row in rows
        if row.state is AgreementState.IN_FORCE and (end := last_day(row.agreement)) is not None
    ]
    items = rules.attention(today, actions, due, ending, stale=_stale(work, *here), remarks=remarks)
    return replace(
        facts,
        agreements=len(rows),
        active=sum(row.state is AgreementState.IN_FORCE for row in rows),
        expiring=sum(item.matter is Matter.AGREEMENT for item in items),
        attention=items,
    )


def _with_analysis(facts: Facts, work: StartWork, gazetteer: Gazetteer, words: Words, area_id: str) -> Facts:
    """The chapters, and the employment rate with its gap in the year of the analysis or the latest with figures."""
    analysis = current(work, area_id)
    chapters: list[Chapter] = work.analyses.chapters(analysis.id) if analysis is not None else []
    if analysis is not None:
        following = next(((i, c) for i, c in enumerate(chapters, 1) if c.state is ChapterState.DRAFT), None)
        facts = replace(
            facts,
            chapters=len(chapters),
            chapters_ready=sum(c.state is not ChapterState.DRAFT for c in chapters),
            target=analysis.target,
            next_chapter_number=following[0] if following else 0,
            next_chapter_id=following[1].id if following else "",
            next_chapter=chapter_name(following[1], analysis.target, words) if following else "",
        )
    periods = [p for p in work.figures.periods(RATE) if p.isdecimal()]
    year = analysis.year if analysis is not None else int(periods[-1]) if periods else 0
    if not year or not facts.municipalities:
        return facts
    whole = gap(work, gazetteer, area_id, year, facts.target).whole
    return replace(facts, year=year, rate=whole.rate, gap_pp=whole.gap_pp, extra_persons=whole.extra_persons)


def _stale(work: StartWork, gazetteer: Gazetteer, words: Words, area_id: str) -> int:
    """How many figures quoted in the analysis have changed since they were written."""
    analysis: Analysis | None = current(work, area_id)
    if analysis is None:
        return 0
    texts = [c.commentary for c in work.analyses.chapters(analysis.id) if live.figures(c.commentary)]
    if not texts:
        return 0
    value = Lookup(Basis(work, gazetteer, words, analysis))
    return sum(len(live.stale(text, value)) for text in texts)


def recent(heads: Iterable[StepHead]) -> tuple[Recent, ...]:
    """The latest steps, one per thing and kind of change: ten corrections of one text are one line."""
    found: dict[tuple[str, str], Recent] = {}
    for head in heads:
        found.setdefault((head.label, head.subject), Recent(head.id, head.label, head.subject, head.at))
    return tuple(found.values())
