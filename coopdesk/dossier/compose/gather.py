"""Reads the chain of an area from the workspace: the one place where the dossier meets the other features' queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from coopdesk.agreement.ports import AgreementWork
from coopdesk.agreement.queries.coverage import coverage_on
from coopdesk.agreement.queries.lists import rows_on, touching
from coopdesk.analysis.ports import AnalysisReading
from coopdesk.analysis.queries.overview import current
from coopdesk.contacts.ports import ContactWork, SeatRow
from coopdesk.contacts.queries import seats_on
from coopdesk.cycle.ports import CycleWork
from coopdesk.dossier import rules
from coopdesk.dossier.compose.chain import Chain
from coopdesk.dossier.compose.figures import Read, read_analysis
from coopdesk.dossier.compose.followup import followup_part
from coopdesk.dossier.compose.origins import origin_lines
from coopdesk.dossier.logo import size_of
from coopdesk.dossier.model import Logo
from coopdesk.dossier.ports import ImportReading, LogoWork
from coopdesk.dossier.queries import articles_of, chapter_key, setup_of, style_of
from coopdesk.dossier.setup import FIGURES, SUBPARTS, DossierSetup, HouseStyle, Part
from coopdesk.dossier.texts import shipped
from coopdesk.followup.queries import meetings
from coopdesk.kernel.errors import Refused
from coopdesk.opportunity.queries import opportunities
from coopdesk.plan.model import Action, ActionStatus
from coopdesk.plan.ports import PlanWork
from coopdesk.plan.queries import PlanView, counts_of, plan_of, view
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members
from coopdesk.words.catalogue import Words


class ChainWork(AnalysisReading, CycleWork, PlanWork, AgreementWork, ContactWork, LogoWork, Protocol):
    """A unit of work from which the whole chain can be read."""

    @property
    def imports(self) -> ImportReading: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What dossier is asked for: of which area, as on which day, and with which choices when not the kept ones.

    `focus` is a municipality of the area when it is about that one only; `done` the day on which actions were set to
    done, as the history of the workspace has it.
    """

    area_id: str
    on: date
    setup: DossierSetup | None = None
    focus: str = ""
    done: Mapping[str, date] = field(default_factory=dict)


def gather(work: ChainWork, gazetteer: Gazetteer, order: Order, words: Words) -> Chain:
    """Everything the dossier of an area says; Conflict when the area is gone."""
    on, focus = order.on, order.focus
    area = work.territory.area(order.area_id)
    setup, style = order.setup or setup_of(work, area.id), style_of(work)
    members_now = tuple(members(work, area.id, gazetteer, on))
    codes = (focus,) if focus else members_now
    agreements = touching(rows_on(work, on), codes, gazetteer, on)
    plan = plan_of(work, area.id, on.year)
    seen_plan = _plan(view(work, plan.id, on), focus, on) if plan is not None else None
    read = _analysis(work, gazetteer, setup, style, area.id, words)
    seen = {code for row in agreements for code in row.nis_codes} | set(members_now)
    return Chain(
        area=area,
        on=on,
        setup=setup,
        names={code: gazetteer.name(code) for code in seen} | {m.nis_code: m.name for m in gazetteer.at(on)},
        members=members_now,
        provinces=tuple(sorted({gazetteer.province(code, on) for code in codes} - {""})),
        analysis=read.analysis if read else None,
        opportunities=tuple(
            row.opportunity
            for row in opportunities(work, area.id)
            if not focus or not row.opportunity.nis or focus in row.opportunity.nis
        ),
        plan=seen_plan,
        agreements=tuple(agreements),
        coverage=tuple(coverage_on(agreements, codes, work.agreements.absences(), gazetteer, on)),
        seats=_seats(work, area.id, members_now, on),
        followup=followup_part(work, area.id, words, on, order.done, focus),
        sources=read.sources if read else (),
        origins=origin_lines(work.imports, agreements, seen_plan),
        data=read.data if read else (),
        style=style,
        logos=_logos(work, style),
        texts=articles_of(work, area.id, words.language),
        notice=shipped(words.language).notice,
        focus=focus,
    )


def _analysis(
    work: ChainWork, gazetteer: Gazetteer, setup: DossierSetup, style: HouseStyle, area_id: str, words: Words
) -> Read | None:
    """The chosen chapters of the latest analysis, in the order of the dossier; None without an analysis."""
    analysis = current(work, area_id)
    if analysis is None:
        return None
    chapters = {chapter_key(c): c for c in work.analyses.chapters(analysis.id) if c.in_dossier}
    chosen = [chapters[key] for key in rules.printed_within(setup, tuple(chapters))]
    parts = rules.printed(setup)
    data = Part.ANNEX in parts and FIGURES in rules.printed_within(setup, SUBPARTS[Part.ANNEX])
    threshold = style.threshold if setup.hides_small else 0
    return read_analysis(work, gazetteer, analysis, chosen, words, threshold, data=data)


def _plan(whole: PlanView, focus: str, on: date) -> PlanView:
    """The plan, or what of it takes place in one municipality; objectives without an action there fall out."""
    if not focus:
        return whole
    rows = tuple(row for row in whole.rows if not row.action.nis or focus in row.action.nis)
    found = defaultdict[str, list[Action]](list)
    for row in rows:
        found[row.objective.id].append(row.action)
    heads = tuple(
        replace(
            head,
            actions=len(found[head.objective.id]),
            done=sum(action.status is ActionStatus.DONE for action in found[head.objective.id]),
        )
        for head in whole.objectives
        if found[head.objective.id]
    )
    return replace(whole, rows=rows, objectives=heads, counts=counts_of(len(heads), [row.action for row in rows], on))


def _seats(work: ChainWork, area_id: str, codes: tuple[str, ...], on: date) -> tuple[SeatRow, ...]:
    """The consultation bodies of the area: where somebody of its municipalities sits, or that met for it; in a
    workspace of one area all of them."""
    seats = seats_on(work, on)
    if len(work.territory.areas()) > 1:
        met = {meeting.body for meeting in meetings(work, area_id)}
        own = {row.body.id for row in seats if row.organisation is not None and row.organisation.nis_code in codes}
        seats = [row for row in seats if row.body.id in own or row.body.name in met]
    return tuple(seats)


def _logos(work: ChainWork, style: HouseStyle) -> tuple[Logo, ...]:
    """The logos with their size; one whose file is gone is left out, and the screen says so."""
    found = []
    for digest, name in zip(style.logos, style.logo_names, strict=True):
        try:
            data = work.attachments.read(digest)
        except Refused:
            continue
        found.append(Logo(data, *size_of(data), name))
    return tuple(found)
