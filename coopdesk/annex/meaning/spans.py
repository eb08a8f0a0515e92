"""Which columns of dates are the begin and the end of an agreement, where their headings do not say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coopdesk.annex.layout.filled import Row
from coopdesk.annex.meaning.dates import IMPRECISE, UNREADABLE
from coopdesk.annex.meaning.terms import read_end, read_term
from coopdesk.annex.model import LimitState, Meaning
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.wording import simple

_SIGNED = re.compile(r"\b(?:ondertek\w*|handteken\w*|getekend)\b")
_DIGITS_OF_A_DAY = re.compile(r"\d{3}|\d\D+\d|[a-z]{3}", re.IGNORECASE)
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of the columns of a table (positions): those with a meaning, those nobody named in which begins or
    ends stand, those with both in some of their cells, and those with the day of signing."""

    rows: list[Row]
    known: dict[Meaning, int]
    limits: list[int]
    terms: list[int]
    signed: list[int]


def says_when(cell: Cell) -> list[str]:
    """Whether a cell may be a begin or an end ("limits"), and whether it holds both ("terms")."""
    if cell.kind is CellKind.DATE:
        return ["limits"]
    if cell.kind is not CellKind.TEXT or not _DIGITS_OF_A_DAY.search(cell.text):
        return []
    end, term = read_end(cell), read_term(cell)
    both = LimitState.UNKNOWN not in (term.begin.state, term.end.state) and term.doubt in ("", IMPRECISE)
    one = {LimitState.UNKNOWN} != {term.begin.state, term.end.state} and term.doubt != UNREADABLE
    limit = end.limit.state is not LimitState.UNKNOWN or end.doubt not in ("", UNREADABLE)
    return ["limits"] * (limit or one) + ["terms"] * both


def is_signing(words: tuple[str, ...]) -> bool:
    """Whether a heading is about the day of signing."""
    return _SIGNED.search(simple(" ".join(words))) is not None


def told_apart(columns: Columns) -> dict[int, Meaning]:
    """The meanings that the dates themselves give: a begin comes before its end. The day of signing is the begin where
    the table has no other."""
    known = columns.known
    if Meaning.TERM in known or {Meaning.BEGIN, Meaning.END} <= known.keys():
        return {}
    if Meaning.BEGIN not in known and Meaning.END not in known and columns.terms:
        return {columns.terms[0]: Meaning.TERM}
    begins = [known[Meaning.BEGIN]] if Meaning.BEGIN in known else [*columns.limits, *columns.signed]
    ends = [known[Meaning.END]] if Meaning.END in known else columns.limits
    pairs = [(b, e) for b in begins for e in ends if b != e and _in_order(columns.rows, b, e)]
    if pairs:
        begin, end = min(pairs, key=lambda pair: (pair[0] in columns.signed, abs(pair[1] - pair[0])))
        return {begin: Meaning.BEGIN, end: Meaning.END}
    alone = Meaning.BEGIN not in known and Meaning.END not in known and len(columns.limits) == 1
    return {columns.limits[0]: Meaning.BEGIN} if alone else {}


def _in_order(rows: list[Row], begin: int, end: int) -> bool:
    """Whether the dates of one column come before those of the other in nearly every row that has both."""
    pairs = [(a, b) for row in rows if (a := _first(row[begin])) and (b := _first(row[end]))]
    return bool(pairs) and sum(a < b for a, b in pairs) >= _ENOUGH * len(pairs)


def _first(cell: Cell) -> date | None:
    found = read_end(cell).limit.date
    return found.first if found else None
