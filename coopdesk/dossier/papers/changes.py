"""What changed in a plan since it was approved: the report of the plan's versions as one of the documents here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.queries.differences import DifferenceReport, report
from coopdesk.dossier.compose.differences import difference_document
from coopdesk.dossier.model import Document
from coopdesk.dossier.papers.order import ChangesOrder
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import style_of
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ports import TerritoryWork
from coopdesk.words.catalogue import Words


class ChangesWork(CycleWork, TerritoryWork, DossierWork, Protocol):
    """A unit of work in which the plan, its approved versions and areas can be read."""


@dataclass(frozen=True, slots=True)
class ChangesFacts:
    """What differs, and how it is printed."""

    order: ChangesOrder
    report: DifferenceReport
    footer: str


def read_changes(work: ChangesWork, gazetteer: Gazetteer, order: ChangesOrder, words: Words) -> ChangesFacts:
    """The differences; Conflict when the version is gone, Refused when what was kept is not what was approved."""
    version = work.cycles.get(PlanVersion, order.version_id)
    area = work.territory.area(order.area_id).name
    return ChangesFacts(order, report(work, version, area, order.on, words, gazetteer.name), style_of(work).footer)


def compose_changes(facts: ChangesFacts, words: Words) -> Document:
    """The report as a document."""
    return difference_document(facts.report, words, facts.footer, colour=facts.order.colour)
