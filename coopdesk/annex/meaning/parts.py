"""Milestones, indicators, evidence and the budget of each year as they are read from a cell, a line each. A
line that is not of the form in
which an export writes them is a title and nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

from coopdesk.annex.meaning.dates import read_text
from coopdesk.annex.meaning.numbers import read_budget
from coopdesk.annex.parts import BETWEEN, DONE, NOTHING, OPEN, TO, Measure, Proof, Step, Year
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.kernel.partial_date import PartialDate

_CODED = re.compile(r"(.*?)(?: \[([a-z0-9_]+)\])?")
# A point before three digits may stand between thousands: that is no number until someone writes it otherwise.
_NUMBER = r"-?\d+(?:,\d+|\.(?!\d{3}(?!\d))\d+)?"
_AIM = re.compile(rf"({_NUMBER}|–)(?: \((\d{{4}})\))?")
_BUDGET = re.compile(rf"((?:19|20)\d{{2}})(?:: ([^·]+)|{BETWEEN}(.+?){BETWEEN}(.+?){BETWEEN}(.+?){BETWEEN}(.+))")
_YEAR = re.compile(rf"(\d{{4}}): ({_NUMBER})")


def steps_in(text: str) -> tuple[Step, ...]:
    """The milestones in a cell."""
    return tuple(map(_step, _lines(text)))


def measures_in(text: str) -> tuple[Measure, ...]:
    """The indicators in a cell."""
    return tuple(map(_measure, _lines(text)))


def proofs_in(text: str) -> tuple[Proof, ...]:
    """The evidence in a cell."""
    return tuple(map(_proof, _lines(text)))


def years_in(text: str) -> tuple[Year, ...]:
    """The budget of each year in a cell, in the order of the years; none where one line says something else."""
    read = list(map(_year, _lines(text)))
    told = tuple(sorted((one for one in read if one), key=lambda one: (one.year, one.source)))
    return told if len(told) == len(read) else ()


def _year(line: str) -> Year | None:
    found = _BUDGET.fullmatch(line)
    if found is None:
        return None
    estimate, spent, own = (_amount(text or "") for text in (found[2] or found[3], found[4], found[5]))
    if estimate is None:
        return None
    source = "" if found[6] in (None, NOTHING) else found[6]
    return Year(int(found[1]), estimate, spent, own if own is None or own <= estimate else None, source)


def _amount(text: str) -> int | None:
    return read_budget(Cell(CellKind.TEXT, text)) if text not in ("", NOTHING) else None


def _step(line: str) -> Step:
    done = line.startswith(DONE)
    bare = line.removeprefix(DONE).removeprefix(OPEN).strip()
    title, day = _cut(bare, 1)
    due = _read_day(day)
    return Step(bare, done=done) if due is None and day != NOTHING else Step(title, due, done)


def _measure(line: str) -> Measure:
    title, aims, unit, years = _cut(line, 3)
    first, _, last = aims.partition(TO)
    read = [_AIM.fullmatch(part) for part in (first, last)]
    if not all(read):
        return Measure(line)
    baseline, target = ((_read_number(found[1]), int(found[2]) if found[2] else None) for found in read if found)
    named = _CODED.fullmatch(title)
    assert named is not None
    per_year = tuple((int(year), Decimal(value.replace(",", "."))) for year, value in _YEAR.findall(years))
    return Measure(named[1], named[2] or "", baseline, target, "" if unit == NOTHING else unit, per_year)


def _proof(line: str) -> Proof:
    title, day, where = _cut(line, 2)
    found = _read_day(day)
    if found is None and day != NOTHING:
        return Proof(line)
    return Proof(title, found, "" if where == NOTHING else where)


def _lines(text: str) -> list[str]:
    return [line for line in (" ".join(one.split()) for one in text.split("\n")) if line]


def _cut(line: str, parts: int) -> list[str]:
    """The title, which may hold anything, and what stands behind it; nothing behind a line that is only a title."""
    found = line.rsplit(BETWEEN, parts)
    return found if len(found) == parts + 1 else [line, *[""] * parts]


def _read_day(text: str) -> PartialDate | None:
    return read_text(text).limit.date if text and text != NOTHING else None


def _read_number(text: str) -> Decimal | None:
    return None if text == NOTHING else Decimal(text.replace(",", "."))
