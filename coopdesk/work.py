"""The unit of work with every feature's store in it: the one place where all stores meet.

A store is imported when it is first asked for: the first screen needs half of them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.kernel.changes import net
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.rows import Rows
from coopdesk.storage.unit import Work

if TYPE_CHECKING:
    from coopdesk.agreement.store import SqlAgreementStore
    from coopdesk.analysis.store import SqlAnalysisStore
    from coopdesk.annex.store import SqlImportStore
    from coopdesk.comment.store import SqlCommentStore
    from coopdesk.contacts.store import SqlContactStore
    from coopdesk.cycle.store import SqlCycleStore
    from coopdesk.dossier.store import SqlDossierStore
    from coopdesk.figures.store import SqlFigureStore
    from coopdesk.followup.store import SqlFollowupStore
    from coopdesk.opportunity.store import SqlOpportunityStore
    from coopdesk.plan.store import SqlPlanStore
    from coopdesk.territory.store import SqlTerritoryStore


class SqlWork(Work):
    """What commands and queries are given; mypy checks it against the ports of every feature."""

    def __init__(self, rows: Rows, attachments: Attachments) -> None:
        super().__init__(rows)
        self.attachments = attachments

    def follow(self) -> None:
        """Comments go with what they are about: no key of the database holds them to it."""
        gone, written = defaultdict(set), self.rows.journal.rows
        for change in net(written) if any(one.after is None for one in written) else ():
            if change.after is None:
                gone[change.table].add(change.id)
        for table, ids in gone.items():
            for comment in self.comments.of_things(table, ids):
                self.comments.remove(comment.id)

    @cached_property
    def agreements(self) -> SqlAgreementStore:
        from coopdesk.agreement.store import SqlAgreementStore

        return SqlAgreementStore(self.rows)

    @cached_property
    def analyses(self) -> SqlAnalysisStore:
        from coopdesk.analysis.store import SqlAnalysisStore

        return SqlAnalysisStore(self.rows)

    @cached_property
    def opportunities(self) -> SqlOpportunityStore:
        from coopdesk.opportunity.store import SqlOpportunityStore

        return SqlOpportunityStore(self.rows)

    @cached_property
    def comments(self) -> SqlCommentStore:
        from coopdesk.comment.store import SqlCommentStore

        return SqlCommentStore(self.rows)

    @cached_property
    def contacts(self) -> SqlContactStore:
        from coopdesk.contacts.store import SqlContactStore

        return SqlContactStore(self.rows)

    @cached_property
    def dossiers(self) -> SqlDossierStore:
        from coopdesk.dossier.store import SqlDossierStore

        return SqlDossierStore(self.rows)

    @property
    def area_choices(self) -> SqlDossierStore:
        return self.dossiers

    @cached_property
    def plans(self) -> SqlPlanStore:
        from coopdesk.plan.store import SqlPlanStore

        return SqlPlanStore(self.rows)

    @cached_property
    def territory(self) -> SqlTerritoryStore:
        from coopdesk.territory.store import SqlTerritoryStore

        return SqlTerritoryStore(self.rows)

    @cached_property
    def figures(self) -> SqlFigureStore:
        from coopdesk.figures.store import SqlFigureStore

        return SqlFigureStore(self.rows)

    @cached_property
    def followup(self) -> SqlFollowupStore:
        from coopdesk.followup.store import SqlFollowupStore

        return SqlFollowupStore(self.rows)

    @cached_property
    def cycles(self) -> SqlCycleStore:
        from coopdesk.cycle.store import SqlCycleStore

        return SqlCycleStore(self.rows)

    @cached_property
    def imports(self) -> SqlImportStore:
        from coopdesk.annex.store import SqlImportStore

        return SqlImportStore(self.rows)
