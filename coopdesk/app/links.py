"""What one screen asks of another feature: each function reads the workspace anew and gives frozen values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from coopdesk.agreement.model import DecidingBody
from coopdesk.agreement.wording import BODIES
from coopdesk.app.plan_links import PlanLinks
from coopdesk.app.saving import save_book, save_differences_pdf
from coopdesk.cycle.queries.checks import reasons_in
from coopdesk.cycle.ui.doors import Doors
from coopdesk.cycle.ui.extracts import Extracts
from coopdesk.cycle.wording import reason_text
from coopdesk.figures.catalogue import POPULATION
from coopdesk.figures.queries import Reader
from coopdesk.opportunity.model import Opportunity
from coopdesk.plan.commands.parts import UnlinkOpportunity
from coopdesk.plan.commands.start import MakeActionFromOpportunity
from coopdesk.plan.model import Action, LinkKind, Plan
from coopdesk.plan.queries import plan_of
from coopdesk.plan.ui.neighbours import Neighbours
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.shell.ways import Way
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.queries import members

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.annex.ui.partner.door import PartnerDoor
    from coopdesk.opportunity.ui.links import Links


@dataclass(frozen=True, slots=True)
class Crossings:
    """The ways between features of one open workspace."""

    context: Context
    gazetteer: Gazetteer

    def population(self, codes: Sequence[str]) -> Mapping[str, Decimal]:
        """Inhabitants of 20-64 in the latest year there are figures of."""
        with self.context.desk.look() as work:
            reader = Reader(work, self.gazetteer)
            periods = reader.periods(POPULATION)
            if not periods:
                return {}
            found = {code: reader.figure(POPULATION, code, periods[-1]).value for code in codes}
        return {code: value for code, value in found.items() if value is not None}

    def people(self) -> Sequence[str]:
        """Names of the contacts, to complete a lead from."""
        with self.context.desk.look() as work:
            return [person.name for person in work.contacts.persons()]

    def bodies(self) -> Sequence[str]:
        """Names of the consultation bodies."""
        with self.context.desk.look() as work:
            return [body.name for body in work.contacts.bodies()]

    def deciders(self) -> Sequence[str]:
        """Who may decide about a plan: councils and executives, and the own consultation bodies."""
        return [
            *(self.context.words.say(name) for body, name in BODIES.items() if body is not DecidingBody.NONE),
            *self.bodies(),
        ]

    def area_name(self, area_id: str) -> str:
        """What an area is called."""
        with self.context.desk.look() as work:
            return str(work.territory.area(area_id).name)

    def municipalities(self, area_id: str) -> Sequence[tuple[str, str]]:
        """The municipalities of an area today."""
        with self.context.desk.look() as work:
            codes = members(work, area_id, self.gazetteer, self.context.clock.today())
        return [(code, self.gazetteer.name(code)) for code in codes]

    def leads(self) -> Mapping[str, int]:
        """How many actions each person leads, by the id of the person."""
        with self.context.desk.look() as work:
            year = self.context.clock.today().year
            actions = [a for area in work.territory.areas() if (plan := plan_of(work, area.id, year))
                       for a in work.plans.actions(plan.id)]  # fmt: skip
            ids = {person.name: person.id for person in work.contacts.persons()}
        return Counter(ids[action.lead] for action in actions if action.lead in ids)

    def measured(self, indicator_ids: Sequence[str]) -> Mapping[str, Decimal]:
        """The latest measurement per indicator."""
        with self.context.desk.look() as work:
            return {m.indicator_id: m.value for m in work.followup.measurements(list(indicator_ids))}

    def neighbours(self) -> Neighbours:
        """For the page of the plan."""
        links = PlanLinks(self.context, self.gazetteer)
        return Neighbours(
            self.people, self.municipalities, self.measured, links.linked, links.linkable, links.used,
            links.inhabitants, links.gatherings,
        )  # fmt: skip

    def doors(self) -> Doors:
        """For the plan over the years."""
        context = self.context
        return Doors(
            self.municipalities, self.deciders, self.area_name, partial(save_book, context),
            partial(save_differences_pdf, context), self._send, self._take_back,
        )  # fmt: skip

    def _send(self, plan: Plan, over: QWidget | None) -> None:
        self._partners().send(plan, over)

    def _take_back(self, plan: Plan, over: QWidget | None) -> None:
        self._partners().take_back(plan, over)

    def _partners(self) -> PartnerDoor:
        from coopdesk.annex.ui.partner.door import PartnerDoor  # noqa: PLC0415 - first needed when asked for
        from coopdesk.storage.attachments import write_whole  # noqa: PLC0415 - the same

        return PartnerDoor(self.context, self.area_name, write_whole)

    def reasons(self, year: int) -> Mapping[str, str]:
        """Per Flemish priority why the plan has no action for it in a year."""
        area, words = self.context.area.id, self.context.words
        if area is None:
            return {}
        with self.context.desk.look() as work:
            found = reasons_in(work, area, year)
        return {code: reason_text(words, reason) for code, reason in found.items()}

    def save_accounts(self, year: int) -> None:
        """The extract for the annual accounts up to and including a year."""
        with self.context.desk.look() as work:
            plan = plan_of(work, self.context.area.id or "", year)
        if plan is not None:
            Extracts(self.context, self.doors()).save_accounts(plan, year)

    def make_action(self, opportunity: Opportunity) -> bool:
        """Turn an opportunity into an action and go there."""
        command = MakeActionFromOpportunity(
            opportunity.area_id, opportunity.id, opportunity.title, self.context.clock.today().year,
            opportunity.reason, opportunity.nis,
        )  # fmt: skip
        return self.context.submit(command, None, lambda made: self.context.go.to(Place("plan", made)))

    def actions_of(self, opportunity_id: str) -> Sequence[Way]:
        """The actions an opportunity led to."""
        with self.context.desk.look() as work:
            links = work.plans.links_of(opportunity_id)
            return [way_to(work.plans.get(Action, link.action_id)) for link in links]

    def resting(self, kind: LinkKind, target: str) -> Sequence[Way]:
        """The actions of the area that rest on an agreement or a figure; of every area where none is chosen."""
        area = self.context.area.id
        with self.context.desk.look() as work:
            plans = {plan.id for plan in work.plans.plans() if area in (None, plan.area_id)}
            found = (work.plans.get(Action, link.action_id) for link in work.plans.rests_on(kind, target))
            return [way_to(action) for action in found if action.plan_id in plans]

    def opportunity_links(self) -> Links:
        """For the page of opportunities."""
        from coopdesk.analysis.queries.screen import why  # noqa: PLC0415 - brings in reportlab, so at the first visit
        from coopdesk.analysis.ui.page import propose_opportunities  # noqa: PLC0415 - the same
        from coopdesk.opportunity.ui.links import Links  # noqa: PLC0415 - the same

        propose: Callable[[], int] = partial(propose_opportunities, self.context, self.gazetteer)
        words = self.context.words
        return Links(
            self.make_action, self.actions_of, propose, lambda found: why(found.rule, words), UnlinkOpportunity
        )


def way_to(action: Action) -> Way:
    """An action by its code and title, and where it stands in the plan."""
    return Way(" ".join(filter(None, (action.code, action.title))), "clipboard_task", Place("plan", action.id))


def workbook_of(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], note: str) -> bytes:
    """The bytes of an Excel file with one table."""
    # openpyxl takes 200 ms that only this button needs.
    from coopdesk.annex.sheet.write import workbook  # noqa: PLC0415

    return workbook(title, headings, rows, note)
