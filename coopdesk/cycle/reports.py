"""The workbooks of the plan over the years, as values."""

from __future__ import annotations

from coopdesk.cycle.queries.differences import DifferenceReport
from coopdesk.cycle.telling import WHAT, summary
from coopdesk.kernel.workbook import Sheet, SheetColumn, Workbook
from coopdesk.words.catalogue import Words


def difference_book(report: DifferenceReport, words: Words) -> Workbook:
    """What was promised and what there is now, one line per difference."""
    say = words.say
    columns = (
        SheetColumn(say("Under"), width=34), SheetColumn(say("What"), width=44), SheetColumn(say("Change"), width=14),
        SheetColumn(say("Field"), width=20), SheetColumn(say("Promised"), width=36), SheetColumn(say("Now"), width=36),
    )  # fmt: skip
    rows = tuple(
        (report.groups.get(line.group, ""), line.subject, say(WHAT[line.what]), line.field, line.old, line.new)
        for line in report.lines
    )
    sheet = Sheet(say("Differences"), columns, rows, (title(report, words), summary(words, report.lines)))
    return Workbook(title(report, words), (sheet,))


def title(report: DifferenceReport, words: Words) -> str:
    """What is compared with what: Voorbeeldstreek: “Goedgekeurd” (12 jan 2026) en het plan op 24 nov 2026."""
    formats = words.formats
    return words.say(
        "{area}: “{version}” of {decided} and the plan on {on}", area=report.area, version=report.version.name,
        decided=formats.day(report.version.decided), on=formats.day(report.on),
    )  # fmt: skip


def report_name(report: DifferenceReport, words: Words) -> str:
    """A name for the file of a report."""
    return words.say("Differences {plan}", plan=f"{report.plan.begin_year}-{report.plan.end_year}")
