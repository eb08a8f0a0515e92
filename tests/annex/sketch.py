"""Annexes drawn as text, with what each row must become behind an arrow, so that a layout is a few lines of a test.

A line is a row, cells parted by " | ", and behind " => " what a careful person would make of it:

    -                                   skipped, or blank (-total names the reason)
    ?                                   put before a person (?imprecise_date names the cause)
    41002 2022-09-01>2025-12-31         a member: codes, begin and end ("?" unknown, "..." open), /ocmw or /both
    41002 2020=71.2 2021=*              figures by period: * suppressed, - missing, ! error
    A1 gepland 50% 2024>2025-Q3 12500 41002+23002        an action; "alle" for all members, ~ for nothing

A cell is text; #12.5 is a number, %0.7 a number shown as a percentage, @2022-09-01 a date (@2022-09, @2022 show less of
it), !#N/A an error, =A1 a formula without a value. Lines with a colon in front say something of the book:
":file naam.xlsx", ":sheet Naam hidden", ":merge A2:A5", ":hide 4 C".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from coopdesk.annex.model import (
    ActionEntry,
    Entry,
    FigureEntry,
    FigureState,
    Limit,
    LimitState,
    Line,
    MemberEntry,
    Party,
    Verdict,
)
from coopdesk.annex.reading import Reading
from coopdesk.annex.sheet.model import BLANK, Book, Cell, CellKind, Merge, Sheet
from coopdesk.annex.sheet.shapes import plain_number

_STATES = {FigureState.SUPPRESSED: "*", FigureState.MISSING: "-", FigureState.ERROR: "!", FigureState.UNREADABLE: "?"}
_PARTIES = {Party.MUNICIPALITY: "", Party.OCMW: "/ocmw", Party.BOTH: "/both"}
_STATUSES = {"planned": "gepland", "running": "lopend", "done": "afgerond", "postponed": "uitgesteld",
             "stopped": "stopgezet"}  # fmt: skip
_DASH = "~"


@dataclass
class Drawn:
    """A sheet while it is being drawn."""

    name: str = "Blad1"
    hidden: bool = False
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    expected: list[str] = field(default_factory=list)


@dataclass
class Sketch:
    """The book, and per sheet what its rows must become."""

    book: Book
    expected: dict[str, list[str]]


def draw(text: str) -> Sketch:
    """The sketch in a text."""
    sheets = [Drawn()]
    name = "bijlage.xlsx"
    for line in text.strip("\n").splitlines():
        if not line.strip().startswith(":"):
            _row(sheets[-1], line.strip())
            continue
        word, _, rest = line.strip()[1:].partition(" ")
        if word == "file":
            name = rest
        elif word == "sheet":
            if not sheets[-1].rows:
                sheets.pop()
            sheets.append(Drawn(rest.removesuffix(" hidden"), rest.endswith(" hidden")))
        elif word == "merge":
            sheets[-1].merges.append(_merge(rest))
        else:
            sheets[-1].hidden_rows.update(int(item) for item in rest.split() if item.isdigit())
            sheets[-1].hidden_columns.update(ord(item) - 64 for item in rest.split() if item.isalpha())
    made = tuple(
        Sheet(s.name, tuple(s.rows), s.hidden, tuple(s.merges), frozenset(s.hidden_rows), frozenset(s.hidden_columns))
        for s in sheets
    )
    return Sketch(Book(name, "0" * 64, "xlsx", made), {s.name: s.expected for s in sheets})


def _row(sheet: Drawn, line: str) -> None:
    shown, _, expected = line.partition("=>")
    cells = [_cell(part.strip()) for part in re.split(r" \|(?= |$)|^\|(?= )", shown.rstrip())] if shown.strip() else []
    while cells and not cells[-1].filled:
        cells.pop()
    sheet.rows.append(tuple(cells))
    sheet.expected.append(expected.strip() or "-")


def _cell(text: str) -> Cell:
    text = text.replace("\\n", "\n").replace("\\_", "\u00a0")
    if not text:
        return BLANK
    sign, rest = text[0], text[1:]
    if sign == "#" and re.fullmatch(r"-?[\d.]+", rest):
        return plain_number(rest)
    if sign == "%" and rest:
        return plain_number(rest, "%")
    if sign == "@":
        shape = {4: "year", 7: "month", 10: "day"}[len(rest)]
        return Cell(CellKind.DATE, (rest + "-01-01")[:10] if shape != "day" else rest, shape)
    if sign == "!":
        return Cell(CellKind.ERROR, rest)
    return Cell(CellKind.UNCOMPUTED, text) if sign == "=" and len(text) > 1 else Cell(CellKind.TEXT, text)


def _merge(text: str) -> Merge:
    left, top, right, bottom = re.fullmatch(r"([A-Z])(\d+):([A-Z])(\d+)", text).groups()  # type: ignore[union-attr]
    return Merge(int(top), ord(left) - 64, int(bottom), ord(right) - 64)


def told(reading: Reading) -> dict[str, list[str]]:
    """What the rows of a reading became, in the words of a sketch."""
    found: dict[str, list[str]] = {}
    for sheet in reading.book.sheets:
        mine = [line for line in reading.lines if line.sheet == sheet.name]
        found[sheet.name] = [
            _together([line for line in mine if line.row == number]) for number in range(1, len(sheet.rows) + 1)
        ]
    return found


def _together(lines: list[Line]) -> str:
    words = [word for line in lines if (word := _line(line)) != "-blank"]
    unlike = list(dict.fromkeys(words)) if all(w.startswith("-") for w in words) else words
    loud = [word for word in unlike if not word.startswith("-")] or unlike[:1]
    return " & ".join(loud) or "-"


def _line(line: Line) -> str:
    if line.verdict is Verdict.SKIPPED:
        return f"-{line.reason}"
    if line.verdict is Verdict.FLAGGED:
        return f"?{line.reason}"
    if isinstance(line.entries[0], FigureEntry):
        return _figures([entry for entry in line.entries if isinstance(entry, FigureEntry)])
    same: dict[str, list[str]] = {}
    for entry in line.entries:
        codes, rest = _entry(entry)
        same.setdefault(rest, []).append(codes)
    return "; ".join(f"{'+'.join(sorted(codes))} {rest}".strip() for rest, codes in same.items())


def _entry(entry: Entry) -> tuple[str, str]:
    if isinstance(entry, MemberEntry):
        prepared = " voorbereid" if entry.in_preparation else ""
        return entry.nis, f"{_limits(entry.begin, entry.end)}{_PARTIES[entry.party]}{prepared}"
    assert isinstance(entry, ActionEntry)
    progress = f"{float(entry.progress * 100):g}%" if entry.progress is not None else _DASH
    budget = str(Decimal(entry.budget) / 100) if entry.budget is not None else _DASH
    places = "alle" if entry.all_members else "+".join(entry.nis) or _DASH
    words = (_STATUSES.get(entry.status, _DASH), progress, _limits(entry.begin, entry.end), budget, places)
    return entry.code or _DASH, " ".join(words)


def _limits(begin: Limit, end: Limit) -> str:
    return f"{_limit(begin)}>{_limit(end)}"


def _limit(limit: Limit) -> str:
    if limit.state is LimitState.DATE and limit.date:
        return limit.date.canonical()
    return "..." if limit.state is LimitState.OPEN else "?"


def _figures(entries: list[FigureEntry]) -> str:
    by_place: dict[str, list[str]] = {}
    for e in entries:
        shown = _STATES.get(e.state, "") or format(e.value or Decimal(0), "f")
        by_place.setdefault(e.nis, []).append(f"{e.period or '?'}={shown}")
    return " & ".join(" ".join([nis, *figures]) for nis, figures in by_place.items())


def differences(reading: Reading, sketch: Sketch) -> list[str]:
    """Where the rows became something else than was drawn, one line each."""
    wrong = []
    for sheet, lines in told(reading).items():
        for number, (got, want) in enumerate(zip(lines, sketch.expected[sheet], strict=True), start=1):
            if got != want and not (want in ("-", "?") and got.startswith(want)):
                row = reading.book.sheets[[s.name for s in reading.book.sheets].index(sheet)].rows[number - 1]
                wrong.append(f"{sheet}!{number} {[c.text for c in row]}: {got!r}, not {want!r}")
    return wrong
