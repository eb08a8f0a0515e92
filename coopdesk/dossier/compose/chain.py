"""Everything a dossier is composed from: the chain of one area on one day, as values the features' queries gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coopdesk.agreement.ports import AgreementRow
from coopdesk.agreement.queries.coverage import CoverageRow
from coopdesk.analysis.model import Analysis, Chapter
from coopdesk.analysis.queries.maps import Draw
from coopdesk.analysis.rules.gap import GapRow, GapTable
from coopdesk.contacts.ports import SeatRow
from coopdesk.dossier.model import Logo
from coopdesk.dossier.setup import DossierSetup, HouseStyle, Part
from coopdesk.dossier.texts import Article
from coopdesk.opportunity.model import Opportunity
from coopdesk.plan.queries import PlanView
from coopdesk.territory.model import Area


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A chart: its conclusion (that of the drawing while empty), what it shows, its source line, and the title of its
    table when it has one, with what has to be said under that."""

    title: str
    subtitle: str
    source: str
    draw: Draw
    twin: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChapterPart:
    """A chapter that is printed: its text with the figures written out, its charts, how many quoted figures are old,
    and how many are small numbers of people."""

    chapter: Chapter
    key: str
    name: str
    text: str
    charts: tuple[ChartPart, ...] = ()
    stale: int = 0
    small: int = 0


@dataclass(frozen=True, slots=True)
class AnalysisPart:
    """The analysis of the area with its printed chapters and the gap to the target."""

    analysis: Analysis
    gap: GapTable
    conclusion: str
    gap_source: str
    chapters: tuple[ChapterPart, ...]


@dataclass(frozen=True, slots=True)
class DataRow:
    """A place with its values as text, one per period."""

    place: str
    name: str
    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class DataPart:
    """An indicator as a table of the annex, with what its dashes stand for and where it was read."""

    indicator: str
    title: str
    definition: str
    periods: tuple[str, ...]
    rows: tuple[DataRow, ...]
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An objective's indicator with what was measured, oldest first: period and value in words."""

    objective: str
    title: str
    baseline: str
    target: str
    measurements: tuple[tuple[str, str], ...]
    standing: str = ""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """What was reported about an action in a period."""

    code: str
    title: str
    period: str
    status: str
    progress: int
    remark: str


@dataclass(frozen=True, slots=True)
class FollowupPart:
    """How the plan goes: what was measured, the latest report of each action, and the whole as charts."""

    indicators: tuple[IndicatorPart, ...] = ()
    reports: tuple[ReportPart, ...] = ()
    charts: tuple[ChartPart, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where something was read: what, in which file, on which sheet, in which cells, and when."""

    what: str
    file: str
    sheet: str
    cell: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """One area with all that hangs on it; parts nobody has made yet are empty or None."""

    area: Area
    on: date
    setup: DossierSetup
    names: Mapping[str, str]
    members: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    analysis: AnalysisPart | None = None
    opportunities: tuple[Opportunity, ...] = ()
    plan: PlanView | None = None
    agreements: tuple[AgreementRow, ...] = ()
    coverage: tuple[CoverageRow, ...] = ()
    seats: tuple[SeatRow, ...] = ()
    followup: FollowupPart = field(default_factory=FollowupPart)
    sources: tuple[SourceLine, ...] = ()
    origins: tuple[SourceLine, ...] = ()
    data: tuple[DataPart, ...] = ()
    style: HouseStyle = field(default_factory=HouseStyle)
    logos: tuple[Logo, ...] = ()
    texts: Mapping[Part, Article] = field(default_factory=dict)
    notice: str = ""
    focus: str = ""
    """The municipality the dossier is about, when it is one of the area."""

    @property
    def title(self) -> str:
        """What the dossier is about: the municipality, or the area."""
        return self.name(self.focus) if self.focus else self.area.name

    @property
    def gap_row(self) -> GapRow | None:
        """The line of the gap table that the dossier is about."""
        if self.analysis is None:
            return None
        gap = self.analysis.gap
        return next((row for row in gap.rows if row.place == self.focus), None) if self.focus else gap.own

    def name(self, nis_code: str) -> str:
        """The name of a municipality, or its code."""
        return self.names.get(nis_code, nis_code)

    def listed(self, codes: tuple[str, ...]) -> list[str]:
        """The names of municipalities in alphabetical order."""
        return sorted(self.name(code) for code in codes)
