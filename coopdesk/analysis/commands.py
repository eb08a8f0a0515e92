"""The changes a coordinator makes to an analysis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from coopdesk.analysis.model import Analysis, Chapter, ChapterKind, Finding
from coopdesk.analysis.ports import AnalysisWork
from coopdesk.analysis.rules import chapters
from coopdesk.kernel.errors import Conflict, Invalid
from coopdesk.kernel.ids import new_id
from coopdesk.opportunity.commands import AddOpportunity
from coopdesk.words.marks import N_

CHANGED = N_("This chapter was changed since you opened it.")


@dataclass(frozen=True, slots=True)
class StartAnalysis:
    """Starts the analysis of an area on the figures of a year, with the six standard chapters."""

    area_id: str
    year: int
    since: int = 0
    target: Decimal = Decimal(80)
    label: str = N_("Start analysis")

    def run(self, work: AnalysisWork) -> str:
        """The id of the analysis."""
        made = Analysis(id=new_id(), area_id=self.area_id, year=self.year, since=self.since, target=self.target)
        work.analyses.add(chapters.checked(made, work.analyses.of_area(self.area_id)))
        ids = [new_id() for _ in chapters.STANDARD]
        for chapter in chapters.standard_chapters(made.id, ids):
            work.analyses.add(chapter)
        work.about(str(self.year))
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseAnalysis:
    """Keeps another year, target or comparison; the value carries the version that was seen."""

    changed: Analysis
    label: str = N_("Change the basis of the analysis")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AnalysisWork) -> None:
        """Conflict when the analysis changed meanwhile."""
        if work.analyses.analysis(self.changed.id).version != self.seen_version:
            raise Conflict(N_("This analysis was changed since you opened it."))
        work.analyses.save(chapters.checked(self.changed, work.analyses.of_area(self.changed.area_id)))
        work.about(str(self.changed.year))


@dataclass(frozen=True, slots=True)
class RemoveAnalysis:
    """Removes an analysis with its chapters and findings."""

    id: str
    label: str = N_("Remove analysis")

    def run(self, work: AnalysisWork) -> None:
        """Opportunities that came from it stay."""
        analysis = work.analyses.analysis(self.id)
        for chapter in work.analyses.chapters(self.id):
            work.analyses.remove(chapter)
        for finding in work.analyses.findings(self.id):
            work.analyses.remove(finding)
        work.analyses.remove(analysis)
        work.about(str(analysis.year))


@dataclass(frozen=True, slots=True)
class AddChapter:
    """Adds an own chapter after the last one."""

    analysis_id: str
    name: str
    label: str = N_("Add chapter")

    def run(self, work: AnalysisWork) -> str:
        """The id of the chapter."""
        place = max((c.position for c in work.analyses.chapters(self.analysis_id)), default=-1) + 1
        made = Chapter(id=new_id(), analysis_id=self.analysis_id, kind=ChapterKind.OWN, name=self.name, position=place)
        work.analyses.add(chapters.checked_chapter(made))
        work.about(self.name)
        return made.id


@dataclass(frozen=True, slots=True)
class ReviseChapter:
    """Keeps a changed name, title, state, chart, text or place in the dossier; `subject` names it for the undo text."""

    changed: Chapter
    subject: str = ""
    label: str = N_("Change chapter")

    @property
    def seen_version(self) -> int:
        """The version on which the change was based."""
        return self.changed.version

    def run(self, work: AnalysisWork) -> None:
        """The place among the chapters stays: only a move changes that."""
        kept = work.analyses.chapter(self.changed.id)
        if kept.version != self.seen_version:
            raise Conflict(CHANGED)
        work.analyses.save(chapters.checked_chapter(replace(self.changed, position=kept.position)))
        work.about(self.subject or self.changed.name)


@dataclass(frozen=True, slots=True)
class MoveChapter:
    """Puts a chapter at another place."""

    id: str
    seen_version: int
    index: int
    subject: str = ""
    label: str = N_("Move chapter")

    def run(self, work: AnalysisWork) -> None:
        """Saves every chapter whose place changes."""
        chapter = work.analyses.chapter(self.id)
        if chapter.version != self.seen_version:
            raise Conflict(CHANGED)
        for changed in chapters.moved(work.analyses.chapters(chapter.analysis_id), self.id, self.index):
            work.analyses.save(changed)
        work.about(self.subject or chapter.name)


@dataclass(frozen=True, slots=True)
class RemoveChapter:
    """Removes an own chapter; the standard ones can be left out of the dossier instead."""

    id: str
    label: str = N_("Remove chapter")

    def run(self, work: AnalysisWork) -> None:
        """Invalid for a standard chapter."""
        chapter = work.analyses.chapter(self.id)
        if chapter.kind is not ChapterKind.OWN:
            raise Invalid(N_("A standard chapter stays. Leave it out of the dossier instead."))
        work.analyses.remove(chapter)
        work.about(chapter.name)


@dataclass(frozen=True, slots=True)
class StatedProposal:
    """A proposed opportunity in words, ready to be kept: what it says and the figures it rests on."""

    rule: str
    title: str
    reason: str
    indicator: str
    period: str
    nis: tuple[str, ...] = ()
    observation_ids: tuple[str, ...] = ()
    impact: int = 2
    feasibility: int = 2


@dataclass(frozen=True, slots=True)
class KeepProposals:
    """Keeps findings of the analysis and makes an opportunity of each."""

    analysis_id: str
    proposals: tuple[StatedProposal, ...]
    label: str = N_("Propose opportunities")

    def run(self, work: AnalysisWork) -> tuple[str, ...]:
        """The ids of the opportunities; one whose rule and municipalities are already on the board is not repeated."""
        area_id = work.analyses.analysis(self.analysis_id).area_id
        known = {(o.rule, o.nis, o.indicator) for o in work.opportunities.of_area(area_id) if o.rule}
        fresh = [p for p in self.proposals if (p.rule, p.nis, p.indicator) not in known]
        return tuple(self._kept(work, area_id, proposal) for proposal in fresh)

    def _kept(self, work: AnalysisWork, area_id: str, proposal: StatedProposal) -> str:
        """One finding and its opportunity."""
        finding = Finding(
            id=new_id(),
            analysis_id=self.analysis_id,
            rule=proposal.rule,
            statement=proposal.reason,
            indicator=proposal.indicator,
            period=proposal.period,
            nis=proposal.nis,
            observation_ids=proposal.observation_ids,
        )
        work.analyses.add(finding)
        return AddOpportunity(
            area_id=area_id,
            title=proposal.title,
            reason=proposal.reason,
            impact=proposal.impact,
            feasibility=proposal.feasibility,
            nis=proposal.nis,
            indicator=proposal.indicator,
            rule=proposal.rule,
            finding_id=finding.id,
        ).run(work)
