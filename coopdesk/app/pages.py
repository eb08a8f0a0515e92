"""The screens of the window in their order; each is imported when it is first shown, which keeps start-up short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.app.remarks import remarks
from coopdesk.plan.model import LinkKind
from coopdesk.shell.context import Context
from coopdesk.shell.page import Page, PageSpec
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.marks import N_

if TYPE_CHECKING:
    from coopdesk.app.links import Crossings
    from coopdesk.app.session import Session

OUTPUT, CARE = N_("Output"), N_("Care")


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes each screen at its first visit, with what it needs of the others."""

    session: Session
    gazetteer: Gazetteer
    new_area: Callable[[], object]

    def _ways(self, context: Context) -> Crossings:
        from coopdesk.app.links import Crossings

        return Crossings(context, self.gazetteer)

    def start(self, context: Context) -> Page:
        from coopdesk.start.ui.page import StartPage

        return StartPage(context, self.gazetteer, partial(remarks, context))

    def area(self, context: Context) -> Page:
        from coopdesk.territory.ui.page import AreaPage

        return AreaPage(context, self.gazetteer, self._ways(context).population, self.new_area)

    def analysis(self, context: Context) -> Page:
        from coopdesk.analysis.ui.page import AnalysisPage

        return AnalysisPage(context, self.gazetteer)

    def figures(self, context: Context) -> Page:
        from coopdesk.figures.ui.page import FiguresPage

        return FiguresPage(context, self.gazetteer, partial(self._ways(context).resting, LinkKind.FIGURE))

    def opportunities(self, context: Context) -> Page:
        from coopdesk.opportunity.ui.page import OpportunitiesPage

        return OpportunitiesPage(context, self.gazetteer, self._ways(context).opportunity_links())

    def plan(self, context: Context) -> Page:
        from coopdesk.cycle.ui.extras import CycleExtras
        from coopdesk.plan.ui.page import PlanPage

        crossings = self._ways(context)
        return PlanPage(context, crossings.neighbours(), CycleExtras(context, crossings.doors()))

    def agreements(self, context: Context) -> Page:
        from coopdesk.agreement.ui.page import AgreementsPage

        actions = partial(self._ways(context).resting, LinkKind.AGREEMENT)
        return AgreementsPage(context, self.gazetteer, lambda: context.go.to(Place("import")), actions)

    def followup(self, context: Context) -> Page:
        from coopdesk.followup.ui.page import FollowupPage

        ways = self._ways(context)
        return FollowupPage(context, ways.bodies, ways.reasons, ways.save_accounts)

    def contacts(self, context: Context) -> Page:
        from coopdesk.contacts.ui.page import ContactsPage

        return ContactsPage(context, self._ways(context).leads)

    def dossier(self, context: Context) -> Page:
        from coopdesk.app.links import workbook_of
        from coopdesk.dossier.ui.page import DossierPage

        return DossierPage(context, self.gazetteer, workbook_of)

    def annexes(self, context: Context) -> Page:
        from coopdesk.annex.ui.page import ImportPage
        from coopdesk.storage.attachments import write_whole

        return ImportPage(context, self.gazetteer, write_whole)

    def settings(self, context: Context) -> Page:
        from coopdesk.app.settings_page import SettingsPage

        return SettingsPage(context, self.session)


def page_specs(pages: Pages) -> Sequence[PageSpec]:
    """Everything the navigation lists."""
    return (
        PageSpec("start", N_("Start"), "home", "", pages.start),
        PageSpec("area", N_("Steering area"), "map", "", pages.area),
        PageSpec("analysis", N_("Analysis"), "data_trending", "", pages.analysis),
        PageSpec("figures", N_("Figures"), "table", "", pages.figures),
        PageSpec("opportunities", N_("Opportunities"), "lightbulb", "", pages.opportunities),
        PageSpec("plan", N_("Action plan"), "clipboard_task", "", pages.plan, N_("actions objectives budget")),
        PageSpec(
            "agreements",
            N_("Agreements"),
            "document_signature",
            "",
            pages.agreements,
            N_("agreement contract partnership"),
        ),
        PageSpec(
            "followup", N_("Follow-up"), "gauge", "", pages.followup, N_("measurements progress account meetings")
        ),
        PageSpec(
            "contacts", N_("Contacts"), "people", "", pages.contacts, N_("persons organisations addresses consultation")
        ),
        PageSpec("dossier", N_("Dossier"), "document_pdf", OUTPUT, pages.dossier, N_("print pdf report document")),
        PageSpec("import", N_("Import"), "arrow_import", CARE, pages.annexes, N_("excel csv annex file read in")),
        PageSpec("settings", N_("Settings"), "settings", CARE, pages.settings, N_("options theme privacy")),
    )
