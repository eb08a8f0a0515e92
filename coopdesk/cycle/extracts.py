"""The extracts for the multi-year plan and the annual accounts, as workbooks."""

from __future__ import annotations

from coopdesk.cycle.queries.extracts import Extract, ExtractLine
from coopdesk.cycle.rules.matrix import CellState
from coopdesk.cycle.wording import cell_text, cell_told
from coopdesk.kernel.workbook import Shape, Sheet, SheetColumn, Value, Workbook
from coopdesk.plan.wording import STATUSES, domain_word, objective_word
from coopdesk.words.catalogue import Words


def multi_year_book(found: Extract, area: str, words: Words) -> Workbook:
    """Per priority the actions of the whole plan with their estimate per year, and the check of the priorities."""
    say, plan = words.say, found.plan
    years = range(plan.begin_year, plan.end_year + 1)
    columns = (
        *_who(found, words),
        *(SheetColumn(say("Estimate {year}", year=str(year)), Shape.MONEY, 16) for year in years),
        SheetColumn(say("Estimate, all years"), Shape.MONEY, 18), SheetColumn(say("Paid by"), width=22),
        SheetColumn(say("Status"), width=12), SheetColumn(say("Remark"), width=40),
    )  # fmt: skip
    rows = tuple(
        (
            *_named(line, words), *(_estimate(line, year) for year in years), _whole(line), _sources(line),
            say(STATUSES[line.action.status]), line.action.remark,
        )
        for line in found.lines
    )  # fmt: skip
    title = say(
        "Extract for the multi-year plan {years}: {area}", years=f"{plan.begin_year}–{plan.end_year}", area=area
    )
    note = say("An action with two codes stands under both: do not add up the whole column.")
    return Workbook(title, (Sheet(say("Multi-year plan"), columns, rows, (title,), note), _check(found, words)))


def annual_accounts_book(found: Extract, area: str, until: int, words: Words) -> Workbook:
    """One sheet per year up to and including `until`, the last one first: estimate, spent, status and commentary."""
    say, plan = words.say, found.plan
    last = max(plan.begin_year, min(until, plan.end_year))
    sheets = tuple(_year(found, year, area, words) for year in range(last, plan.begin_year - 1, -1))
    title = say("Extract for the annual accounts: {area}", area=area)
    return Workbook(title, (*sheets, _check(found, words)))


def _year(found: Extract, year: int, area: str, words: Words) -> Sheet:
    say = words.say
    columns = (
        *_who(found, words), SheetColumn(say("Estimate"), Shape.MONEY, 16), SheetColumn(say("Spent"), Shape.MONEY, 16),
        SheetColumn(say("Paid by"), width=22), SheetColumn(say("Status"), width=12),
        SheetColumn(say("Progress"), Shape.PERCENT, 12), SheetColumn(say("Comment"), width=60),
    )  # fmt: skip
    rows = [
        (
            *_named(line, words), _estimate(line, year), _spent(line, year), _sources(line, year),
            say(STATUSES[line.action.status]), line.action.progress, _said(line, year, words),
        )
        for line in found.by_year[year]
    ]  # fmt: skip
    rows += _left_out(found, year, words, len(columns))
    title = say("Extract for the annual accounts of {year}: {area}", year=str(year), area=area)
    note = say("An action with two codes stands under both: do not add up the whole column.")
    return Sheet(say("Accounts {year}", year=str(year)), columns, tuple(rows), (title,), note)


def _left_out(found: Extract, year: int, words: Words, width: int) -> list[tuple[Value, ...]]:
    """A row for each priority without an action that year, with the reason where one was noted."""
    cells = [(row, cell) for row in found.check.rows for cell in row.cells if cell.year == year]
    return [
        (row.code, row.title, *([None] * (width - 3)), cell_told(words, cell))
        for row, cell in cells
        if cell.state in (CellState.HOLE, CellState.EXPLAINED)
    ]


def _check(found: Extract, words: Words) -> Sheet:
    """The matrix of the priorities, cell for cell in words."""
    say, plan = words.say, found.plan
    years = range(plan.begin_year, plan.end_year + 1)
    columns = (
        SheetColumn(say("Code"), width=12), SheetColumn(say("Flemish priority"), width=44),
        *(SheetColumn(str(year), width=26) for year in years),
    )  # fmt: skip
    rows = tuple(
        (
            row.code, row.title,
            *(cell_told(words, c) if c.reason and not c.actions else cell_text(words, c) for c in row.cells),
        )
        for row in found.check.rows
    )  # fmt: skip
    return Sheet(say("Check"), columns, rows, (say("At least one action per priority per year."),))


def _who(found: Extract, words: Words) -> tuple[SheetColumn, ...]:
    say = words.say
    return (
        SheetColumn(say("Code"), width=12), SheetColumn(say("Flemish priority"), width=34),
        SheetColumn(objective_word(words, found.plan), width=30), SheetColumn(domain_word(words, found.plan), width=22),
        SheetColumn(say("No."), width=9), SheetColumn(say("Action"), width=40), SheetColumn(say("Lead"), width=18),
        SheetColumn(say("Begin date"), width=16), SheetColumn(say("End date"), width=16),
    )  # fmt: skip


def _named(line: ExtractLine, words: Words) -> tuple[Value, ...]:
    formats, action, domain = words.formats, line.action, line.domain
    code = line.code or words.say("Without policy priority")
    return (
        code, line.title, f"{line.objective.code} {line.objective.title}".strip(),
        f"{domain.code} {domain.title}".strip() if domain is not None else None,
        action.code, action.title, action.lead or None,
        formats.partial(action.begin) if action.begin else None, formats.partial(action.end) if action.end else None,
    )  # fmt: skip


def _estimate(line: ExtractLine, year: int) -> Value:
    return line.money[year].estimate if year in line.money else None


def _spent(line: ExtractLine, year: int) -> Value:
    return line.money[year].spent if year in line.money else None


def _whole(line: ExtractLine) -> Value:
    amounts = [money.estimate for money in line.money.values() if money.estimate is not None]
    return sum(amounts) if amounts else None


def _sources(line: ExtractLine, year: int | None = None) -> Value:
    found = [money.sources for at, money in line.money.items() if year in (None, at)]
    return ", ".join(dict.fromkeys(source for sources in found for source in sources)) or None


def _said(line: ExtractLine, year: int, words: Words) -> Value:
    """The commentary of both half-years, each with its period."""
    mine = [note for note in line.notes if note.period.startswith(str(year))]
    return "\n".join(f"{words.formats.period(note.period)}: {note.text}" for note in mine) or None
