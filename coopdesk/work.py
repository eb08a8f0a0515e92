"""The unit of work with every feature's store in it: the one place where all stores meet."""

from __future__ import annotations

from functools import cached_property

from coopdesk.agreement.store import SqlAgreementStore
from coopdesk.analysis.store import SqlAnalysisStore
from coopdesk.annex.store import SqlImportStore
from coopdesk.contacts.store import SqlContactStore
from coopdesk.cycle.store import SqlCycleStore
from coopdesk.dossier.store import SqlDossierStore
from coopdesk.figures.store import SqlFigureStore
from coopdesk.followup.store import SqlFollowupStore
from coopdesk.opportunity.store import SqlOpportunityStore
from coopdesk.plan.store import SqlPlanStore
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.rows import Rows
from coopdesk.storage.unit import Work
from coopdesk.territory.store import SqlTerritoryStore


class SqlWork(Work):
    """What commands and queries are given; mypy checks it against the ports of every feature."""

    def __init__(self, rows: Rows, attachments: Attachments) -> None:
        super().__init__(rows)
        self.attachments = attachments

    @cached_property
    def agreements(self) -> SqlAgreementStore:
        return SqlAgreementStore(self.rows)

    @cached_property
    def analyses(self) -> SqlAnalysisStore:
        return SqlAnalysisStore(self.rows)

    @cached_property
    def opportunities(self) -> SqlOpportunityStore:
        return SqlOpportunityStore(self.rows)

    @cached_property
    def contacts(self) -> SqlContactStore:
        return SqlContactStore(self.rows)

    @cached_property
    def dossiers(self) -> SqlDossierStore:
        return SqlDossierStore(self.rows)

    @cached_property
    def plans(self) -> SqlPlanStore:
        return SqlPlanStore(self.rows)

    @cached_property
    def territory(self) -> SqlTerritoryStore:
        return SqlTerritoryStore(self.rows)

    @cached_property
    def figures(self) -> SqlFigureStore:
        return SqlFigureStore(self.rows)

    @cached_property
    def followup(self) -> SqlFollowupStore:
        return SqlFollowupStore(self.rows)

    @cached_property
    def cycles(self) -> SqlCycleStore:
        return SqlCycleStore(self.rows)

    @cached_property
    def imports(self) -> SqlImportStore:
        return SqlImportStore(self.rows)
