"""Reads the chain of an area from the workspace: the one place where the dossier meets the other features' queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coopdesk.agreement.ports import AgreementWork
from coopdesk.agreement.queries.coverage import coverage_on
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries.overview import current
from coopdesk.contacts.ports import ContactWork
from coopdesk.contacts.queries import seats_on
from coopdesk.dossier.compose.chain import AnalysisPart, Chain, SourceLine
from coopdesk.dossier.compose.figures import analysis_part
from coopdesk.dossier.compose.followup import followup_part
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import setup_of
from coopdesk.dossier.setup import DossierSetup
from coopdesk.followup.ports import FollowupWork
from coopdesk.opportunity.queries import opportunities
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import plan_of, view
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words


class ChainWork(AnalysisReading, FollowupWork, PlanWork, AgreementWork, ContactWork, DossierWork, Protocol):
    """A unit of work from which the whole chain can be read."""


@dataclass(frozen=True, slots=True)
class Order:
    """What dossier is asked for: of which area, as on which day, and with which choices when not the kept ones."""

    area_id: str
    on: date
    setup: DossierSetup | None = None


def gather(work: ChainWork, gazetteer: Gazetteer, order: Order, words: Words) -> Chain:
    """Everything the dossier of an area says; Conflict when the area is gone."""
    on = order.on
    area = work.territory.area(order.area_id)
    codes = tuple(members(work, area.id, gazetteer, on))
    agreements = touching(rows_on(work, on), codes, gazetteer, on)
    plan = plan_of(work, area.id)
    analysis_kept = current(work, area.id)
    analysis: AnalysisPart | None = None
    sources: tuple[SourceLine, ...] = ()
    if analysis_kept is not None:
        chapters = work.analyses.chapters(analysis_kept.id)
        analysis, sources = analysis_part(work, gazetteer, analysis_kept, chapters, words)
    seen = {code for row in agreements for code in row.nis_codes} | set(codes)
    return Chain(
        area=area,
        on=on,
        setup=order.setup or setup_of(work, area.id),
        names={code: gazetteer.name(code) for code in seen} | {m.nis_code: m.name for m in gazetteer.at(on)},
        members=codes,
        provinces=tuple(sorted({gazetteer.province(code, on) for code in codes} - {""})),
        analysis=analysis,
        opportunities=tuple(row.opportunity for row in opportunities(work, area.id)),
        plan=view(work, plan.id, on) if plan is not None else None,
        agreements=tuple(agreements),
        coverage=tuple(coverage_on(agreements, codes, work.agreements.absences(), gazetteer, on)),
        seats=tuple(seats_on(work, on)),
        followup=followup_part(work, area.id, words),
        sources=sources,
    )
