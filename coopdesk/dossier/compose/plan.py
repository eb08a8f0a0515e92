"""The action plan: per objective its indicators and a table of actions, then everything on one time line."""

from __future__ import annotations

from coopdesk.charts.gantt import Task, gantt
from coopdesk.charts.look import Look
from coopdesk.charts.model import Chart
from coopdesk.dossier.compose.measure import measured_text
from coopdesk.dossier.compose.writer import Writer
from coopdesk.dossier.model import (
    Align,
    Block,
    Bullets,
    Column,
    FigureBlock,
    Heading,
    Paragraph,
    Picture,
    TableRow,
    Tone,
)
from coopdesk.plan.model import ActionStatus, ObjectiveIndicator
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView
from coopdesk.plan.rules import total
from coopdesk.plan.wording import STATUSES

_ALT_WIDTH = 700.0
_MOST_BARS = 26


def plan(writer: Writer) -> list[Block]:
    """The whole plan on landscape pages."""
    words, view = writer.words, writer.chain.plan
    blocks: list[Block] = [writer.chapter(words.say("Action plan"))]
    if view is None or not view.objectives:
        blocks.append(Paragraph(words.say("There is no action plan for this area yet.")))
        return blocks
    title = view.plan.title or words.say(
        "Action plan {first}–{last}", first=view.plan.begin_year, last=view.plan.end_year
    )
    blocks.append(Paragraph(title, Tone.LEAD))
    for row in view.objectives:
        blocks += _objective(writer, view, row)
    timeline = _timeline(writer, view)
    if timeline is not None:
        blocks += [Heading(words.say("Time line"), 2), timeline]
    return blocks


def _objective(writer: Writer, view: PlanView, row: ObjectiveRow) -> list[Block]:
    """One objective: its text, how it is measured, and its actions."""
    words, objective = writer.words, row.objective
    blocks: list[Block] = [Heading(f"{objective.code} {objective.title}".strip(), 2)]
    if objective.description:
        blocks.append(Paragraph(objective.description))
    if row.indicators:
        blocks.append(Bullets(tuple(indicator_text(writer, i) for i in row.indicators)))
    actions = [r for r in view.rows if r.objective.id == objective.id]
    columns = (
        Column(words.say("No."), weight=0.4),
        Column(words.say("Action"), weight=2.4),
        Column(words.say("Lead"), weight=1.2),
        Column(words.say("Partners"), weight=1.3),
        Column(words.say("When"), weight=1),
        Column(words.say("Budget"), Align.RIGHT, 0.6),
        Column(words.say("Status"), weight=0.6),
        Column(words.say("Progress"), Align.RIGHT, 0.5),
    )
    rows = [_action(writer, r) for r in actions]
    budget = total(line for r in actions for line in r.lines)
    if budget is not None:
        sum_row = ("", words.say("Total budget"), "", "", "", writer.formats.money(budget), "", "")
        rows.append(TableRow(sum_row, strong=True))
    empty = words.say("No actions yet.")
    blocks.append(
        writer.table(words.say("Actions for “{objective}”", objective=objective.title), columns, rows, empty=empty)
    )
    return blocks


def indicator_text(writer: Writer, indicator: ObjectiveIndicator) -> str:
    """How an objective is measured: from what, to what, by when."""
    words, unit = writer.words, indicator.unit
    if indicator.target is None:
        return words.say("{indicator}: no target yet", indicator=indicator.title)
    goal = measured_text(indicator.target, unit, words, indicator.target_year)
    if indicator.baseline is None:
        return words.say("{indicator}: to {target}", indicator=indicator.title, target=goal)
    start = measured_text(indicator.baseline, unit, words, indicator.baseline_year)
    return words.say("{indicator}: from {start} to {target}", indicator=indicator.title, start=start, target=goal)


def _action(writer: Writer, row: ActionRow) -> TableRow:
    words, formats, action = writer.words, writer.formats, row.action
    where = formats.listing(writer.chain.listed(action.nis)) if action.nis else ""
    title = f"{action.title}\n{where}" if where else action.title
    status = words.say(STATUSES[action.status])
    if row.days_late:
        status = words.say("{status}, late", status=status)
    cells = (
        action.code,
        title,
        action.lead or "–",
        ", ".join(action.partners) or "–",
        _when(writer, row),
        formats.money(row.budget),
        status,
        f"{formats.number(action.progress)}%",
    )
    return TableRow(cells)


def _when(writer: Writer, row: ActionRow) -> str:
    """Begin and end of an action, as precise as people noted them."""
    formats, action = writer.formats, row.action
    if action.begin is None and action.end is None:
        return "–"
    return f"{formats.partial(action.begin)} – {formats.partial(action.end)}"


def _timeline(writer: Writer, view: PlanView) -> FigureBlock | None:
    """All dated actions as bars, by objective; None when there is nothing to draw or more than a page can hold."""
    words, chain = writer.words, writer.chain
    tasks = [
        Task(
            name=f"{row.action.code} {row.action.title}".strip(),
            start=row.action.begin.first,
            end=max(row.action.end.last, row.action.begin.first),
            progress=row.action.progress,
            milestones=tuple((m.due.last, m.title) for m in row.milestones if m.due is not None),
            group=row.objective.title,
        )
        for row in view.rows
        if row.action.begin is not None and row.action.end is not None and row.action.status is not ActionStatus.STOPPED
    ]
    if not 1 <= len(tasks) <= _MOST_BARS:
        return None
    title = words.say("The actions in time")

    def drawn(look: Look) -> Chart:
        return gantt(look, tasks, chain.on, title=title)

    def draw(width: float, colour: bool) -> Picture:  # noqa: FBT001 - the shape FigureBlock asks for
        return drawn(writer.look(width, colour=colour)).drawing

    alt = drawn(writer.look(_ALT_WIDTH, colour=True)).alt_text
    subtitle = words.say("The dark part of a bar is done; the vertical line is {day}", day=writer.formats.day(chain.on))
    return FigureBlock(writer.figure(title), subtitle, "", alt, draw)
