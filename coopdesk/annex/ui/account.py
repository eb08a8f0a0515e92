"""The account of an import in sentences."""

from __future__ import annotations

from decimal import Decimal

from coopdesk.annex.merge.tally import kept_text
from coopdesk.annex.reasons import reason_text
from coopdesk.annex.report import Report
from coopdesk.words.catalogue import Words

_NAMED = 6


def account_text(words: Words, report: Report) -> list[str]:
    """How the rows add up, why some stayed out, whether the sums agree, and what a careful reader should know."""
    number = words.formats.number
    lines = [
        words.say(
            "{source} rows in the file = {imported} imported + {flagged} to check + {skipped} skipped",
            source=number(report.source_rows), imported=number(report.imported),
            flagged=number(sum(report.flagged.values())), skipped=number(sum(report.skipped.values())),
        )
    ]  # fmt: skip
    lines += _reasons(words, words.say("To check"), report.flagged)
    lines += _reasons(words, words.say("Skipped"), report.skipped)
    lines += _sums(words, report)
    if report.hidden_cells:
        lines.append(
            words.count("{n} filled cell was hidden in the file.", "{n} filled cells were hidden in the file.",
                        report.hidden_cells)
        )  # fmt: skip
    if report.error_cells:
        lines.append(
            words.count("{n} cell held an error and came in without a value.",
                        "{n} cells held an error and came in without a value.", report.error_cells)
        )  # fmt: skip
    if report.kept:
        lines.append(kept_text(words, len(report.kept)))
    return lines


def _reasons(words: Words, title: str, counts: dict[str, int]) -> list[str]:
    told = [f"{reason_text(words, reason).lower()} {words.formats.number(n)}" for reason, n in counts.items()]
    if not told:
        return []
    more = ["…"] if len(told) > _NAMED else []
    return [f"{title}: {', '.join(told[:_NAMED] + more)}"]


def _sums(words: Words, report: Report) -> list[str]:
    """Whether the sums of the numeric columns agree; the first columns with their sum."""
    wrong = [column for column in report.columns if not column.equal]
    if wrong:
        names = words.formats.listing([column.heading for column in wrong[:_NAMED]])
        return [words.say("The sums of {columns} do not agree. Do not use this import before it is looked at.",
                          columns=names)]  # fmt: skip
    if not report.columns:
        return []
    text = words.count("The sum of {n} numeric column agrees.", "The sums of {n} numeric columns agree.",
                       len(report.columns))  # fmt: skip
    first = report.columns[0]
    total = words.formats.exact(Decimal(first.kept_sum))
    return [f"{text} {first.heading}: {total}"]
