"""The unit of work with every feature's store in it: the one place where all stores meet."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy.orm import Session

from coopdesk.agreement.store import SqlAgreementStore
from coopdesk.analysis.store import SqlAnalysisStore
from coopdesk.opportunity.store import SqlOpportunityStore
from coopdesk.storage.attachments import Attachments
from coopdesk.storage.unit import Work


class SqlWork(Work):
    """What commands and queries are given; mypy checks it against the ports of every feature."""

    def __init__(self, session: Session, attachments: Attachments) -> None:
        super().__init__(session)
        self.attachments = attachments

    @cached_property
    def agreements(self) -> SqlAgreementStore:
        return SqlAgreementStore(self.session)

    @cached_property
    def analyses(self) -> SqlAnalysisStore:
        return SqlAnalysisStore(self.session)

    @cached_property
    def opportunities(self) -> SqlOpportunityStore:
        return SqlOpportunityStore(self.session)
