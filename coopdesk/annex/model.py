"""What the rows of an annex turn out to say, with a verdict and the cells they came from, and what a person chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from coopdesk.annex.parts import Measure, Proof, Step, Year
from coopdesk.annex.sheet.model import spot
from coopdesk.kernel.partial_date import PartialDate


class AnnexKind(StrEnum):
    AGREEMENTS = "agreements"
    FIGURES = "figures"
    ACTIONS = "actions"


class Meaning(StrEnum):
    """What a column stands for. One column of values (VALUE) carries its own indicator and period; YEARS is the budget
    year by year, a line each."""

    IGNORE = "ignore"
    PERSONAL = "personal"
    PLACE = "place"
    NIS = "nis"
    PROVINCE = "province"
    AGREEMENT = "agreement"
    BEGIN = "begin"
    END = "end"
    TERM = "term"
    BOARD = "board"
    STATUS = "status"
    REMARK = "remark"
    VALUE = "value"
    PERIOD = "period"
    INDICATOR = "indicator"
    UNIT = "unit"
    BREAKDOWN = "breakdown"
    CODE = "code"
    TITLE = "title"
    OBJECTIVE = "objective"
    TRACK = "track"
    LEAD = "lead"
    BUDGET = "budget"
    PROGRESS = "progress"
    PRIORITY = "priority"
    PARTNERS = "partners"
    GROUPS = "groups"
    REPORTING = "reporting"
    YEARLY = "yearly"
    DESCRIPTION = "description"
    SPENT = "spent"
    OWN = "own"
    FUNDING = "funding"
    SPLIT = "split"
    MILESTONES = "milestones"
    MEASURES = "measures"
    EVIDENCE = "evidence"
    YEARS = "told"  # the name from when an export told it and an import could not read it back: recipes keep it


class Party(StrEnum):
    """Which board of a municipality takes part."""

    MUNICIPALITY = "gemeente"
    OCMW = "ocmw"
    BOTH = "gemeente+ocmw"


class LimitState(StrEnum):
    DATE = "date"
    OPEN = "open"
    UNKNOWN = "unknown"


class FigureState(StrEnum):
    """How much a figure says; only OK has a value. Nothing here is ever read as zero."""

    OK = "ok"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    ERROR = "error"
    UNREADABLE = "unreadable"


class Verdict(StrEnum):
    IMPORT = "import"
    FLAGGED = "flagged"
    SKIPPED = "skipped"


class Rule(StrEnum):
    """Whose value stays where the file and the user both changed it since the last import."""

    ASK = "ask"
    SOURCE = "source"
    MINE = "mine"


class Origin(NamedTuple):
    """The cell a value was read from, counted from 1, and what was written there.

    This, a figure and a line are named tuples: a large annex makes a hundred thousand of each.
    """

    sheet: str
    row: int
    column: int
    raw: str
    turned: bool = False

    @property
    def cell(self) -> str:
        """As Excel names it: B4, of a sheet that is read turned as the file has it."""
        return spot(self.column, self.row) if self.turned else spot(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Limit:
    """A begin or an end: a date, open-ended, or unknown; `text` is what was written."""

    state: LimitState = LimitState.UNKNOWN
    date: PartialDate | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """One municipality in one agreement, as one row of an annex gives it."""

    nis: str
    name: str
    party: Party
    agreement: str
    begin: Limit
    end: Limit
    in_preparation: bool = False
    remark: str = ""
    origins: tuple[tuple[Meaning, Origin], ...] = ()


class FigureEntry(NamedTuple):
    """One observation. `indicator` is a code of the catalogue, or empty while nobody has said which it is; `heading`
    is what the column says. `unit` is "%", "euro" or "number"; percentages are 70.07, never 0.7007. `breakdown` is the
    part of the population it is about ("sex=f"), empty for all of it."""

    nis: str
    heading: str
    indicator: str
    period: str
    value: Decimal | None
    state: FigureState
    unit: str
    origin: Origin
    breakdown: str = ""


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action. `budget`, `spent` and `own` in cents, `progress` from 0 to 1; `status` is planned, running, done,
    postponed, stopped or empty; `split` is a key of the plan or empty; `yearly` is None where nothing is said."""

    code: str
    title: str
    objective: str = ""
    track: str = ""
    lead: str = ""
    status: str = ""
    progress: Decimal | None = None
    begin: Limit = field(default_factory=Limit)
    end: Limit = field(default_factory=Limit)
    budget: int | None = None
    budget_text: str = ""
    nis: tuple[str, ...] = ()
    all_members: bool = False
    priorities: tuple[str, ...] = ()
    remark: str = ""
    partners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    yearly: bool | None = None
    description: str = ""
    spent: int | None = None
    own: int | None = None
    funding: str = ""
    split: str = ""
    milestones: tuple[Step, ...] = ()
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Proof, ...] = ()
    years: tuple[Year, ...] = ()
    origins: tuple[tuple[Meaning, Origin], ...] = ()


Entry = MemberEntry | FigureEntry | ActionEntry


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: a reason code, the cell, what the program would make of it, and the name in
    the cell it is about."""

    reason: str
    origin: Origin
    proposal: str = ""
    name: str = ""


class Line(NamedTuple):
    """One source row (of one block, where tables stand side by side) with its verdict.

    A flagged line keeps what it would become in `entries`, so that accepting a cause needs no second reading.
    """

    sheet: str
    row: int
    block: int
    verdict: Verdict
    reason: str = ""
    entries: tuple[Entry, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    duplicate_of: int = 0


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What a person made of a column; empty strings leave the guess as it is. `style` settles how the column writes
    numbers ("1.234,5" or "1,234.5")."""

    meaning: Meaning
    indicator: str = ""
    period: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything a person decided about an annex before importing it.

    `columns` by header fingerprint of the table and column number; `accepted` are the causes whose proposal is taken;
    `left_out` the causes whose rows are skipped; `period` fills in for figures without a year; `places` pairs a name
    as written with the municipality it stands for; `rules` pairs a field (or an indicator) with who wins when both
    the file and the user changed it; `same_actions` says whether rows that share only a code with an action of the plan
    are that action, None while nobody has said so.
    """

    kind: AnnexKind | None = None
    period: str = ""
    columns: tuple[tuple[str, int, ColumnChoice], ...] = ()
    accepted: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    hidden_sheets: bool = False
    places: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, Rule], ...] = ()
    same_actions: bool | None = None

    def rule(self, field: str) -> Rule:
        """Who wins for a field; ASK while nobody has decided."""
        return dict(self.rules).get(field, Rule.ASK)
