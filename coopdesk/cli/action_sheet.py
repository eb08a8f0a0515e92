"""The actions of a plan as rows of a workbook: every field, under headings that an import knows again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coopdesk.annex.meaning.names import listed
from coopdesk.annex.merge.parts import measure_of, year_of
from coopdesk.annex.parts import Proof, Step
from coopdesk.annex.sheet.write import Value
from coopdesk.plan.queries import ActionRow, PlanView
from coopdesk.plan.wording import SPLITS, STATUSES
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

Names = Callable[[Sequence[str]], Sequence[str]]
HEADINGS = (
    N_("Number"), N_("Objective"), N_("Action"), N_("Lead"), N_("Status"), N_("Progress"), N_("Begin"), N_("End"),
    N_("Municipalities"), N_("Partners"), N_("Budget"), N_("Flemish priority"), N_("Remark"), N_("Track"),
    N_("Own share"), N_("Spent"), N_("Funding source"), N_("Split over municipalities"), N_("Target groups"),
    N_("Other reporting codes"), N_("Every year"), N_("What it is about"), N_("Milestones"), N_("Measured by"),
    N_("Pieces of evidence"), N_("Budget year by year"),
)  # fmt: skip


def action_rows(view: PlanView, names: Names, words: Words) -> tuple[list[str], list[list[Value]]]:
    """The headings, and a row per action."""
    return [words.say(text) for text in HEADINGS], [_row(row, names, words) for row in view.rows]


def _row(row: ActionRow, names: Names, words: Words) -> list[Value]:
    action, formats = row.action, words.formats
    return [
        action.code, row.objective.title, action.title, action.lead, words.say(STATUSES[action.status]),
        f"{action.progress}%", formats.field_partial(action.begin), formats.field_partial(action.end),
        ", ".join(names(action.nis)), listed(action.partners), _money(row.budget, words),
        ", ".join(action.priorities), action.remark, row.domain.title if row.domain else "", _money(row.own, words),
        _money(row.spent, words), ", ".join(dict.fromkeys(line.source for line in row.lines if line.source)),
        words.say(SPLITS[action.split]), listed(action.target_groups), listed(action.reporting_codes),
        words.say("yes") if action.yearly else "", action.description, _steps(row, words),
        _measures(row, words), _proofs(row, words), _years(row, words),
    ]  # fmt: skip


def _spelt(words: Words) -> Callable[[int | None], str]:
    return lambda cents: _money(cents, words)


def _money(cents: int | None, words: Words) -> str:
    return words.formats.money(cents) if cents is not None else ""


def _years(row: ActionRow, words: Words) -> str:
    """The budget of each year; the other columns hold the sums."""
    return "\n".join(year_of(line).line(_spelt(words)) for line in row.lines)


def _steps(row: ActionRow, words: Words) -> str:
    return "\n".join(Step(one.title, one.due, one.done).line(words.formats.field_partial) for one in row.milestones)


def _measures(row: ActionRow, words: Words) -> str:
    return "\n".join(measure_of(one, row.targets).line(words.formats.typed) for one in row.indicators)


def _proofs(row: ActionRow, words: Words) -> str:
    return "\n".join(
        Proof(one.title, one.day, one.link or one.file_name).line(words.formats.field_partial) for one in row.evidence
    )
