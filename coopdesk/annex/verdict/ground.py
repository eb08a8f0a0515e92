"""What the reading of rows stands on: the names, the day, the file and what a person decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from coopdesk.annex.layout.model import Table
from coopdesk.annex.meaning.order import day_first
from coopdesk.annex.meaning.places import PlaceRead
from coopdesk.annex.meaning.register import Register
from coopdesk.annex.meaning.terms import read_term
from coopdesk.annex.model import Choices, Doubt, LimitState, Line, Meaning, Origin, Verdict
from coopdesk.annex.sheet.model import BLANK, Cell


@dataclass(frozen=True, slots=True)
class Ground:
    """`reference` is the day the annex shows the state of; `vintage` the day whose municipalities the table lists."""

    register: Register
    today: date
    choices: Choices
    date1904: bool
    reference: date | None
    vintage: date
    marks: dict[str, str]

    def proposal(self, place: PlaceRead) -> str:
        """The municipality that could be meant by a doubtful name: the one known for it, else the one most alike."""
        known = self.register.by_nis.get(place.nis)
        return known.name if known else self.register.alike(place.name)


@dataclass(frozen=True, slots=True)
class MeantTable:
    """A table with the meaning of each of its columns, in their order; `month_first` are the positions of columns whose
    dates are written 12/31/2025, `ticked` those of columns in which a sign says that the municipality above takes part,
    `unsure` the meanings a person is asked about."""

    table: Table
    meanings: tuple[Meaning, ...]
    month_first: frozenset[int] = frozenset()
    ticked: frozenset[int] = frozenset()
    unsure: frozenset[Meaning] = frozenset()

    def at(self, meaning: Meaning) -> int:
        """The position of the first column with a meaning; -1 when there is none."""
        return self.meanings.index(meaning) if meaning in self.meanings else -1

    def heading(self, meaning: Meaning) -> str:
        """The words above the first column with a meaning."""
        at = self.at(meaning)
        return " ".join(word for word in self.table.headings[at][1] if word) if at >= 0 else ""

    def has(self, *meanings: Meaning) -> bool:
        """Whether one of these has a column."""
        return any(meaning in self.meanings for meaning in meanings)


@dataclass(frozen=True, slots=True)
class Source:
    """One row of a table, read by meaning."""

    meant: MeantTable
    number: int
    cells: tuple[Cell, ...]

    def cell(self, meaning: Meaning) -> Cell:
        """The cell of the first column with a meaning; blank when there is none."""
        at = self.meant.at(meaning)
        if at in self.meant.month_first:
            return day_first(self.cells[at])
        return self.cells[at] if at >= 0 else BLANK

    def texts(self, meaning: Meaning) -> str:
        """The texts of all columns with a meaning, one on a line: members may have a column each."""
        meant = self.meant
        at = [n for n, one in enumerate(meant.meanings) if one is meaning and self.cells[n].filled]
        return "\n".join(meant.table.headings[n][1][-1] if n in meant.ticked else self.cells[n].text for n in at)

    def text(self, meaning: Meaning) -> str:
        """Its text without spaces around it, in one line."""
        return one_line(self.cell(meaning).text)

    def origin(self, meaning: Meaning) -> Origin:
        """Where the value of a meaning stands; the first filled cell when the table has no such column."""
        at = self.meant.at(meaning)
        if at < 0:
            at = next((i for i, cell in enumerate(self.cells) if cell.filled), 0)
        return self.spot(at)

    def spot(self, at: int) -> Origin:
        """Where the cell at a position of the table stands."""
        table = self.meant.table
        return Origin(table.sheet.name, self.number, table.columns[at], self.cells[at].text, table.sheet.turned)

    def origins(self) -> tuple[tuple[Meaning, Origin], ...]:
        """Every filled cell that means something."""
        ignored = (Meaning.IGNORE, Meaning.PERSONAL)
        return tuple(
            (meaning, self.spot(at))
            for at, meaning in enumerate(self.meant.meanings)
            if meaning not in ignored and self.cells[at].filled
        )

    def filled(self) -> list[int]:
        """The positions where something of its own stands, not repeated from a merged range."""
        return [at for at, cell in enumerate(self.cells) if cell.filled and not cell.merged]

    def warnings(self) -> tuple[str, ...]:
        """What the sheet hides about this row."""
        return ("hidden_row",) if self.number in self.meant.table.sheet.hidden_rows else ()


@lru_cache(maxsize=50_000)
def one_line(text: str) -> str:
    """A text without spaces around it, in one line."""
    return re.sub(r"\s+", " ", text).strip()


def skipped(source: Source, reason: str, duplicate_of: int = 0) -> Line:
    """The line of a row that is not imported."""
    table = source.meant.table
    return Line(table.sheet.name, source.number, table.block, Verdict.SKIPPED, reason, duplicate_of=duplicate_of)


def judged(source: Source, entries: tuple, doubts: list[Doubt], choices: Choices) -> Line:  # type: ignore[type-arg]
    """The line of a row with something to import: flagged while a doubt is open that has not been accepted."""
    table = source.meant.table
    place = (table.sheet.name, source.number, table.block)
    left_out = next((d.reason for d in doubts if d.reason in choices.left_out), "")
    if left_out:
        return Line(*place, Verdict.SKIPPED, left_out, doubts=tuple(doubts))
    open_ = [d for d in doubts if d.reason not in choices.accepted or not entries]
    if open_:
        return Line(*place, Verdict.FLAGGED, open_[0].reason, entries, tuple(doubts), source.warnings())
    told = tuple(d.reason for d in doubts)
    return Line(*place, Verdict.IMPORT, "", entries, tuple(doubts), source.warnings() + told)


def term_of(source: Source) -> Meaning | None:
    """The column where begin and end stand together: one that is called so, or the column of the begin where no other
    tells the end and the cell says both."""
    if source.meant.has(Meaning.TERM):
        return Meaning.TERM
    if source.meant.has(Meaning.END) or not source.meant.has(Meaning.BEGIN):
        return None
    term = read_term(source.cell(Meaning.BEGIN))
    return Meaning.BEGIN if term.end.state is not LimitState.UNKNOWN and not term.doubt else None
