"""The account of an import as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from coopdesk.annex.kept import ImportBatch
from coopdesk.annex.model import Verdict
from coopdesk.annex.reasons import reason_text
from coopdesk.annex.report import ColumnSum, Report
from coopdesk.annex.sheet.write import Leaf, Value, workbook_of
from coopdesk.annex.telling import kept_value, value_text
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.words.catalogue import Words


def report_book(batch: ImportBatch, report: Report, words: Words, gazetteer: Gazetteer) -> bytes:
    """The bytes of an .xlsx: the rows, the sums, the rows that stayed out, and the values that stayed as they were."""
    say = words.say
    leaves = [
        Leaf(say("Rows"), (say("What"), say("Reason"), say("Number of rows")), _rows(report, words)),
        Leaf(say("Sums"), _sum_headings(words), [_sum(column, words) for column in report.columns]),
        Leaf(say("Not imported"), _left_headings(words), _left(report, words)),
    ]  # fmt: skip
    if report.kept:
        headings = (say("Of what"), say("Here, which stays"), say("In the file"), say("Cell"))

        def told(field: str, text: str) -> str:
            return value_text(words, gazetteer, field, kept_value(field, text))

        rows = [(one.title, told(one.field, one.mine), told(one.field, one.file), one.cell) for one in report.kept]
        leaves.append(Leaf(say("Kept as it was"), headings, rows))
    day = words.formats.long_day(batch.at)
    return workbook_of(leaves, say("“{file}”, imported on {day} · SHA-256 {hash}", file=batch.name, day=day,
                                   hash=batch.sha256))  # fmt: skip


def _rows(report: Report, words: Words) -> list[Sequence[Value]]:
    say = words.say
    lines: list[Sequence[Value]] = [(say("In the file"), "", report.source_rows), (say("Imported"), "",
                                                                                  report.imported)]  # fmt: skip
    lines += [(say("To check"), reason_text(words, reason), n) for reason, n in report.flagged.items()]
    lines += [(say("Skipped"), reason_text(words, reason), n) for reason, n in report.skipped.items()]
    lines += [
        (say("Hidden rows read along"), "", report.hidden_rows),
        (say("Filled cells in hidden rows and columns"), "", report.hidden_cells),
        (say("Cells with an error"), "", report.error_cells),
    ]
    return lines


def _sum_headings(words: Words) -> list[str]:
    say = words.say
    return [
        say("Sheet"), say("Column"), say("Title"), say("Numbers in the file"), say("Sum in the file"),
        say("Numbers imported"), say("Sum in the imported rows"), say("Sum as kept"), say("Numbers left out"),
        say("Sum left out"), say("Adds up"),
    ]  # fmt: skip


def _sum(column: ColumnSum, words: Words) -> Sequence[Value]:
    return (
        column.sheet, column.column, column.heading, column.source, Decimal(column.source_sum), column.imported,
        Decimal(column.imported_sum), Decimal(column.kept_sum), column.left_out, Decimal(column.left_out_sum),
        words.say("Yes") if column.equal else words.say("No"),
    )  # fmt: skip


def _left_headings(words: Words) -> list[str]:
    say = words.say
    return [say("Sheet"), say("Row"), say("What"), say("Reason"), say("Cell"), say("As in the source")]


def _left(report: Report, words: Words) -> list[Sequence[Value]]:
    what = {Verdict.FLAGGED.value: words.say("To check"), Verdict.SKIPPED.value: words.say("Skipped")}
    return [
        (one.sheet, one.row, what[one.verdict], reason_text(words, one.reason), one.cell, one.raw)
        for one in report.left
    ]
