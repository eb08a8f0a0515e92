"""An annex understood: its tables and columns with a meaning, its rows with a verdict, and what to know of the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from coopdesk.annex.model import AnnexKind, Choices, Entry, Line, Meaning, Verdict
from coopdesk.annex.sheet.model import Book
from coopdesk.kernel.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """One column: where it stands, its heading, examples, what it was taken for and how sure that is (0 to 1);
    `breakdown` is the part of the population its figures are about."""

    table: int
    column: int
    heading: str
    examples: tuple[str, ...]
    meaning: Meaning
    sure: float = 1.0
    indicator: str = ""
    period: str = ""
    unit: str = ""
    label: str = ""
    doubts: int = 0
    style: str = ""
    breakdown: str = ""


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table found in a sheet: its rows from header to foot, its columns, and the kind it was taken for."""

    index: int
    sheet: str
    block: int
    header_rows: tuple[int, ...]
    first: int
    last: int
    columns: tuple[ColumnReading, ...]
    kind: AnnexKind | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class FileFlag:
    """Something about the file as a whole: hidden rows, columns or sheets, another date system, personal data."""

    reason: str
    sheet: str = ""
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An annex understood: every source row has exactly one line per block, so that source = imported + flagged +
    skipped can be counted."""

    book: Book
    kind: AnnexKind | None
    tables: tuple[TableReading, ...]
    lines: tuple[Line, ...]
    flags: tuple[FileFlag, ...] = ()
    reference: PartialDate | None = None
    period: str = ""
    period_origin: str = ""
    choices: Choices = field(default_factory=Choices)

    def of(self, verdict: Verdict) -> list[Line]:
        """The lines with this verdict."""
        return [line for line in self.lines if line.verdict is verdict]

    @property
    def entries(self) -> list[Entry]:
        """Everything that would be imported."""
        return [entry for line in self.of(Verdict.IMPORT) for entry in line.entries]
