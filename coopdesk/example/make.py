"""Fills a workspace with the example area, step by step through the same commands a person uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from coopdesk.agreement.commands.agreements import AddAgreement
from coopdesk.agreement.commands.belonging import AddDecision, SetAbsenceReason
from coopdesk.agreement.commands.exchanges import AddDataExchange
from coopdesk.agreement.model import (
    Agreement,
    CooperationClass,
    DataExchange,
    DecidingBody,
    DecisionKind,
    Party,
    PartyKind,
    Stage,
)
from coopdesk.analysis.commands import ReviseChapter, StartAnalysis
from coopdesk.analysis.model import ChapterKind, ChapterState
from coopdesk.analysis.queries.basis import Basis
from coopdesk.analysis.queries.chapter import drafted_chapter
from coopdesk.contacts.commands.organisations import AddConsultationBody, AddOrganisation, SeatMember
from coopdesk.contacts.commands.people import AddPerson
from coopdesk.contacts.model import BodyKind, OrganisationKind, Role, Seat
from coopdesk.desk.desk import Desk
from coopdesk.example import content
from coopdesk.example.approval import approve
from coopdesk.example.details import fill_in
from coopdesk.figures.model import Source
from coopdesk.followup.commands import AddMeeting, Measure
from coopdesk.kernel.clock import Clock
from coopdesk.kernel.errors import Refused
from coopdesk.kernel.ids import new_id
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.opportunity.model import OpportunityState
from coopdesk.plan.commands.actions import AddAction
from coopdesk.plan.commands.indicators import AddIndicator
from coopdesk.plan.commands.objectives import AddObjective
from coopdesk.plan.commands.parts import AddMilestone, LinkOpportunity, SetBudget
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.plan.model import ActionStatus
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.territory.rules import cycle_of
from coopdesk.words.catalogue import open_words
from coopdesk.words.marks import N_
from coopdesk.work import SqlWork

READ = {ChapterKind.POPULATION: ChapterState.FINAL, ChapterKind.GAP: ChapterState.REVIEWED}


@dataclass(frozen=True, slots=True)
class BringInFigures:
    """The figures of the example, as one import."""

    source: str
    today: date
    label: str = N_("Bring in example figures")

    def run(self, work: SqlWork) -> None:
        source = Source(new_id(), 1, self.source, "", self.today)
        work.figures.add(source)
        import_id = new_id()
        work.figures.add_batch(import_id, content.observations(source.id, import_id))


def make_example(desk: Desk[SqlWork], clock: Clock) -> str:
    """Fill an empty workspace; the id of the example area. Refused when the workspace already has an area."""
    with desk.look() as work:
        if work.territory.areas():
            raise Refused("This workspace already holds an area. Choose an empty folder for the example.")
    found, today = content.content(), clock.today()
    area = found["area"]
    begin, end = cycle_of(today.year)
    area_id = str(
        desk.do(
            AddArea(area["name"], content.municipality_codes(), begin, end, legal_form=area["legal_form"],
                    source=area["source"], is_example=True)
        )
    )  # fmt: skip
    desk.do(BringInFigures(area["source"], today))
    _contacts(desk, found)
    opportunities = [_opportunity(desk, area_id, line) for line in found["opportunities"]]
    plan_id = str(desk.do(AddPlan(area_id, begin, end)))
    for objective in found["objectives"]:
        _objective(desk, plan_id, objective, opportunities, today)
    fill_in(desk, plan_id, found, today)
    approve(desk, plan_id, end, today)
    _agreements(desk, found, plan_id, today)
    with desk.look() as work:
        year = int(work.figures.periods("employment_rate")[-1])
    desk.do(StartAnalysis(area_id, year, year - 5))
    _commentary(desk, area_id)
    for body, when, decisions in found["meetings"]:
        desk.do(AddMeeting(area_id, body, content.held(when, today), decisions))
    return area_id


def _commentary(desk: Desk[SqlWork], area_id: str) -> None:
    """The first version that the rules draft from the figures: the example is in Dutch, as its people are."""
    words, gazetteer = open_words("nl"), open_gazetteer(offers_invented=True)
    with desk.look() as work:
        analysis = work.analyses.of_area(area_id)[0]
        basis = Basis(work, gazetteer, words, analysis)
        drafts = [(one, drafted_chapter(basis, one)) for one in work.analyses.chapters(analysis.id)]
    for chapter, text in drafts:
        if text:
            state = READ.get(chapter.kind, chapter.state)
            desk.do(ReviseChapter(replace(chapter, commentary=text, state=state), chapter.name))


def _contacts(desk: Desk[SqlWork], found: Mapping[str, Any]) -> None:
    for name, kind, nis_code in found["organisations"]:
        desk.do(AddOrganisation(name, OrganisationKind(kind), nis_code=nis_code))
    people = {
        name: str(desk.do(AddPerson(name, organisation, Role(role), title, email, phone)))
        for name, organisation, role, title, email, phone in found["people"]
    }
    for name, kind, frequency, seats in found["bodies"]:
        body = str(desk.do(AddConsultationBody(name, BodyKind(kind), frequency)))
        for person, seat in seats:
            desk.do(SeatMember(body, people[person], Seat(seat)))


def _opportunity(desk: Desk[SqlWork], area_id: str, line: list[Any]) -> str:
    title, reason, state, impact, feasibility, codes, indicator = line
    command = AddOpportunity(
        area_id, title, reason, OpportunityState(state), impact, feasibility, tuple(codes), indicator
    )
    return str(desk.do(command))


def _objective(
    desk: Desk[SqlWork], plan_id: str, found: Mapping[str, Any], opportunities: list[str], today: date
) -> None:
    objective_id = str(desk.do(AddObjective(plan_id, found["title"])))
    title, unit, baseline, baseline_year, target, target_year = found["indicator"]
    added = desk.do(
        AddIndicator(objective_id, title, "", unit, Decimal(baseline), baseline_year, Decimal(target), target_year)
    )
    for when, value in found["measurements"]:
        desk.do(Measure(str(added), content.period(when, today), Decimal(value)))
    for line in found["actions"]:
        _action(desk, objective_id, line, opportunities, today)


def _action(desk: Desk[SqlWork], objective_id: str, line: list[Any], opportunities: list[str], today: date) -> None:
    (code, title, lead, status, progress, begin, end, codes, partners, priorities, cents, groups, remark, opportunity,
     milestones) = line  # fmt: skip
    values = {
        "lead": lead, "status": ActionStatus(status), "progress": progress, "begin": content.day(begin, today),
        "end": content.day(end, today), "nis": tuple(codes), "partners": tuple(partners),
        "priorities": tuple(priorities), "target_groups": tuple(groups), "remark": remark,
    }  # fmt: skip
    action_id = str(desk.do(AddAction(objective_id, title, code, values=values)))
    if cents:
        desk.do(SetBudget(action_id, today.year, cents))
    if opportunity >= 0:
        desk.do(LinkOpportunity(action_id, opportunities[opportunity]))
    for milestone, due, done in milestones:
        desk.do(AddMilestone(action_id, milestone, content.day(due, today), done))


def _agreements(desk: Desk[SqlWork], found: Mapping[str, Any], plan_id: str, today: date) -> None:
    made: list[str] = []
    for line in found["agreements"]:
        predecessor = made[line["predecessor"]] if "predecessor" in line else None
        made.append(_agreement(desk, line, plan_id, predecessor, today))
    for code, reason in found["absence"]:
        desk.do(SetAbsenceReason(code, 0, reason))


def _agreement(desk: Desk[SqlWork], line: Mapping[str, Any], plan_id: str, predecessor: str | None, today: date) -> str:
    agreement = Agreement(
        "", line["title"], CooperationClass(line["class"]), Stage(line.get("stage", "concluded")),
        begin_date=content.day(line["begin"], today), end_date=content.day(line["end"], today),
        is_open_ended=line.get("open", False), approved_date=content.day(line["approved"], today),
        signed_date=content.day(line["signed"], today), plan_id=plan_id if line["plan"] else None,
        predecessor_id=predecessor,
    )  # fmt: skip
    parties = tuple(
        Party("", "", at, name, PartyKind(kind), signatory=signatory)
        for at, (name, kind, signatory) in enumerate(line["parties"])
    )
    agreement_id = str(desk.do(AddAgreement(agreement, tuple(line["members"]), parties)))
    for data, giver, receiver, purpose, subjects, ground in line.get("exchanges", ()):
        exchange = DataExchange("", agreement_id, 0, data, giver, receiver, purpose, subjects, ground)
        desk.do(AddDataExchange(exchange))
    approved = content.day(line["approved"], today)
    with desk.look() as work:
        councils = [p for p in work.agreements.parties(agreement_id) if p.kind is PartyKind.MUNICIPALITY]
    for party in councils if approved else ():
        desk.do(AddDecision(party.id, DecisionKind.APPROVAL, DecidingBody.MUNICIPAL_COUNCIL, approved))
    return agreement_id
