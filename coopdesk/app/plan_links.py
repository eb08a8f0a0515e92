"""What the plan's page asks of other features: what an action is linked to, what it could be, and where it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from coopdesk.agreement.queries.lists import of_plan
from coopdesk.analysis.model import ChapterKind
from coopdesk.figures.catalogue import BY_CODE
from coopdesk.figures.queries import Reader
from coopdesk.plan.commands.parts import LinkOpportunity, UnlinkOpportunity
from coopdesk.plan.commands.proof import LinkAction, UnlinkAction
from coopdesk.plan.model import Action, ActionLink, LinkKind, OpportunityLink
from coopdesk.plan.queries import ActionRow
from coopdesk.plan.ui.neighbours import Gathering, Linkable, Linked
from coopdesk.shell.context import Context
from coopdesk.shell.place import Place
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

ALL_AGES = "population"  # the indicator of inhabitants of every age
LONGEST = 80  # characters of a statement in a list

# As the analysis calls them; its own list comes with drawing, which is too much for the start of the program.
CHAPTERS: Mapping[ChapterKind, str] = {
    ChapterKind.POPULATION: N_("Population"), ChapterKind.GAP: N_("Gap towards the target"),
    ChapterKind.NON_WORKING: N_("Who is not in work?"), ChapterKind.DEMAND: N_("Demand: vacancies and jobs"),
    ChapterKind.MOBILITY: N_("Mobility and commuting"), ChapterKind.STRENGTHS: N_("Strengths and needs"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanLinks:
    """Reads the workspace anew at every question and gives frozen values."""

    context: Context
    gazetteer: Gazetteer

    def linked(self, row: ActionRow) -> Sequence[Linked]:
        """The opportunities an action answers, what it rests on, the agreements of its plan, and the dossier."""
        say = self.context.words.say
        with self.context.desk.look() as work:
            found = [self._opportunity(work, row, key) for key in row.opportunity_ids]
            found += [self._rest(work, link) for link in row.rests]
            resting = {link.target for link in row.rests if link.kind is LinkKind.AGREEMENT}
            found += [Linked("document_signature", say("Agreement of this plan: {title}", title=one.title),
                             Place("agreements", one.id))
                      for one in of_plan(work, row.action.plan_id) if one.id not in resting]  # fmt: skip
        known = [one for one in found if one is not None]
        return [*known, Linked("document_pdf", say("Dossier: chapter Action plan"), Place("dossier"))]

    def linkable(self, row: ActionRow) -> Sequence[Linkable]:
        """Everything of the area an action could be linked to and is not."""
        area_id, words = self.context.area.id or "", self.context.words
        have = {*row.opportunity_ids, *(link.target for link in row.rests)}
        say = words.say
        with self.context.desk.look() as work:
            chances = [(say("Opportunity: {title}", title=one.title), one.id, None)
                       for one in work.opportunities.of_area(area_id)]  # fmt: skip
            agreements = [(say("Agreement: {title}", title=one.title), one.id, LinkKind.AGREEMENT)
                          for one in work.agreements.agreements()]  # fmt: skip
            chapters = [(chapter_text(one, words), one.id, LinkKind.CHAPTER)
                        for each in work.analyses.of_area(area_id)[-1:]
                        for one in work.analyses.chapters(each.id)]  # fmt: skip
            findings = [(say("Finding: {title}", title=_short(one.statement)), one.id, LinkKind.FINDING)
                        for each in work.analyses.of_area(area_id)[-1:]
                        for one in work.analyses.findings(each.id)]  # fmt: skip
            figures = [(figure_text(code, words), code, LinkKind.FIGURE) for code in work.figures.indicators()]
        offered = [*chances, *chapters, *findings, *agreements, *figures]
        return [
            Linkable(text, LinkOpportunity(row.id, key) if kind is None else LinkAction(row.id, kind, key))
            for text, key, kind in offered
            if key not in have
        ]

    def used(self, action_ids: Sequence[str], indicator_ids: Sequence[str]) -> Sequence[str]:
        """Where else actions are spoken of, counted in words."""
        words = self.context.words
        with self.context.desk.look() as work:
            notes = len(work.followup.notes(list(action_ids)))
            measured = len(work.followup.measurements(list(indicator_ids)))
            plans = {work.plans.get(Action, one).plan_id for one in action_ids}
            agreements = sum(len(of_plan(work, plan)) for plan in plans)
            parts = [part for one in action_ids for part in work.plans.parts_of(one)]
        answered = sum(isinstance(part, OpportunityLink) for part in parts)
        counted = (
            (answered, words.count("{n} opportunity it answers", "{n} opportunities it answers", answered)),
            (notes, words.count("{n} progress note", "{n} progress notes", notes)),
            (measured, words.count("{n} measurement", "{n} measurements", measured)),
            (agreements, words.count("{n} agreement of its plan", "{n} agreements of its plan", agreements)),
        )
        return [text for n, text in counted if n]

    def gatherings(self, area_id: str) -> Sequence[Gathering]:
        """The meetings of an area that were held or planned, the earliest first."""
        with self.context.desk.look() as work:
            found = work.followup.meetings(area_id)
        return [Gathering(one.id, one.day, one.body, Place("followup", one.id)) for one in reversed(found)]

    def inhabitants(self, codes: Sequence[str]) -> Mapping[str, Decimal]:
        """Inhabitants of every age in the latest year there are figures of."""
        with self.context.desk.look() as work:
            reader = Reader(work, self.gazetteer)
            periods = reader.periods(ALL_AGES)
            found = {code: reader.figure(ALL_AGES, code, periods[-1]).value for code in codes} if periods else {}
        return {code: value for code, value in found.items() if value is not None}

    def _opportunity(self, work: Any, row: ActionRow, key: str) -> Linked | None:
        one = work.opportunities.find(key)
        if one is None:
            return None
        text = self.context.words.say("Opportunity: {title}", title=one.title)
        return Linked("lightbulb", text, Place("opportunities", key), UnlinkOpportunity(key, row.id))

    def _rest(self, work: Any, link: ActionLink) -> Linked | None:
        """What an action rests on; None when it is gone since."""
        words, target = self.context.words, link.target
        unlink = UnlinkAction(link.action_id, link.kind, target)
        match link.kind:
            case LinkKind.FIGURE:
                return Linked("data_trending", figure_text(target, words), Place("figures", target), unlink)
            case LinkKind.AGREEMENT:
                one = work.agreements.find(target)
                text = words.say("Agreement: {title}", title=one.title) if one is not None else ""
                return Linked("document_signature", text, Place("agreements", target), unlink) if text else None
            case LinkKind.CHAPTER | LinkKind.FINDING:
                return self._of_analysis(work, link, unlink)

    def _of_analysis(self, work: Any, link: ActionLink, unlink: UnlinkAction) -> Linked | None:
        words = self.context.words
        for analysis in work.analyses.of_area(self.context.area.id or ""):
            for chapter in work.analyses.chapters(analysis.id):
                if chapter.id == link.target:
                    return Linked(
                        "text_description", chapter_text(chapter, words), Place("analysis", chapter.id), unlink
                    )
            for finding in work.analyses.findings(analysis.id):
                if finding.id == link.target:
                    text = words.say("Finding: {title}", title=_short(finding.statement))
                    return Linked("data_trending", text, Place("analysis"), unlink)
        return None


def chapter_text(chapter: Any, words: Words) -> str:
    """A chapter of the analysis, as it is called."""
    name = chapter.name or words.say(CHAPTERS.get(chapter.kind, N_("Chapter")))
    return words.say("Chapter: {title}", title=name)


def figure_text(code: str, words: Words) -> str:
    """An indicator of the catalogue, as it is called."""
    return words.say("Figure: {title}", title=words.say(BY_CODE[code].title) if code in BY_CODE else code)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
