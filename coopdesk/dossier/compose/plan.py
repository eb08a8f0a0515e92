"""The action plan: per objective its indicators and a table of actions, then everything on one time line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coopdesk.charts.gantt import Milestone, Task, gantt, sheets
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
    Paper,
    Paragraph,
    Picture,
    Section,
    TableRow,
    Tone,
)
from coopdesk.dossier.rules import printed_within
from coopdesk.dossier.setup import SUBPARTS, TABLE, Part
from coopdesk.plan.model import ActionStatus, ObjectiveIndicator
from coopdesk.plan.queries import ActionRow, ObjectiveRow, PlanView
from coopdesk.plan.rules import OPEN, total
from coopdesk.plan.wording import STATUSES

_ALT_WIDTH = 700.0
_CHART_ROOM = {Paper.A4: 385.0, Paper.A3: 590.0}  # height in points, below a heading and a caption


def plan(writer: Writer) -> list[Section]:
    """The plan on landscape pages: the table per objective, and everything on one time line."""
    words, view, setup = writer.words, writer.chain.plan, writer.chain.setup
    blocks: list[Block] = [writer.chapter(words.say("Action plan"))]
    if view is None or not view.objectives:
        blocks.append(Paragraph(words.say("There is no action plan for this area yet.")))
        return [Section(tuple(blocks))]
    title = view.plan.title or words.say(
        "Action plan {first}–{last}", first=view.plan.begin_year, last=view.plan.end_year
    )
    blocks.append(Paragraph(title, Tone.LEAD, writer.tongue if view.plan.title else ""))
    within = printed_within(setup, SUBPARTS[Part.PLAN])
    sections: list[Section] = []
    for name in within:
        if name == TABLE:
            for row in view.objectives:
                blocks += _objective(writer, view, row)
            sections.append(Section(tuple(blocks), landscape=True))
        else:
            sections += _timelines(writer, view, blocks)
        blocks = []
    return sections or [Section((*blocks, Paragraph(words.say("No action has begin and end dates yet."))))]


def _objective(writer: Writer, view: PlanView, row: ObjectiveRow) -> list[Block]:
    """One objective: its text, how it is measured, and its actions."""
    words, objective = writer.words, row.objective
    blocks: list[Block] = [Heading(f"{objective.code} {objective.title}".strip(), 2, language=writer.tongue)]
    if objective.description:
        blocks.append(Paragraph(objective.description, language=writer.tongue))
    if row.indicators:
        blocks.append(Bullets(tuple(indicator_text(writer, i) for i in row.indicators)))
    actions = [r for r in view.rows if r.objective.id == objective.id]
    columns = (
        Column(words.say("No."), weight=0.4),
        Column(words.say("Action"), weight=2.4, language=writer.tongue),
        Column(words.say("Lead"), weight=1.2),
        Column(words.say("Partners"), weight=1.3, language=writer.tongue),
        Column(words.say("When"), weight=1.8),
        Column(words.say("Budget"), Align.RIGHT, 0.6),
        Column(words.say("Status"), weight=0.6),
        Column(words.say("Progress"), Align.RIGHT, 0.5),
    )
    rows = [_action(writer, r) for r in actions]
    sum_row, note = budget_total(writer, actions)
    if sum_row:
        rows.append(TableRow(("", words.say("Total budget"), "", "", "", sum_row, "", ""), strong=True))
    empty = words.say("No actions yet.")
    title = words.say("Actions for “{objective}”", objective=objective.title)
    blocks.append(writer.table(title, columns, rows, note=note, empty=empty, kin="actions"))
    return blocks


def budget_total(writer: Writer, actions: Sequence[ActionRow]) -> tuple[str, str]:
    """The sum of the estimates, empty when there is none, and how many actions it leaves out."""
    words = writer.words
    budget = total(line for row in actions for line in row.lines)
    bare = sum(1 for row in actions if row.budget is None)
    if budget is None:
        return "", ""
    without = words.count(
        "The total is without {n} action that has no estimate.",
        "The total is without {n} actions that have no estimate.",
        bare,
    )
    return writer.formats.money(budget), without if bare else ""


def indicators_table(writer: Writer) -> Block | None:
    """How the objectives are measured: from what, to what, by when; None without indicators."""
    words, view = writer.words, writer.chain.plan
    rows = []
    for head in view.objectives if view is not None else ():
        code = head.objective.code or head.objective.title
        for one in head.indicators:
            start = measured_text(one.baseline, one.unit, words, one.baseline_year)
            rows.append(TableRow((code, one.title, start, measured_text(one.target, one.unit, words, one.target_year))))
    if not rows:
        return None
    columns = (
        Column(words.say("No."), weight=0.5),
        Column(words.say("Indicator"), weight=2, language=writer.tongue),
        Column(words.say("Baseline"), Align.RIGHT),
        Column(words.say("Target"), Align.RIGHT),
    )
    return writer.table(words.say("Indicators of the objectives"), columns, rows)


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
        when(writer, row),
        formats.money(row.budget),
        status,
        f"{formats.number(action.progress)}%",
    )
    return TableRow(cells)


def when(writer: Writer, row: ActionRow) -> str:
    """Begin and end of an action, as precise as people noted them."""
    formats, action = writer.formats, row.action
    if action.begin is None and action.end is None:
        return "–"
    return f"{formats.partial(action.begin)} – {formats.partial(action.end)}"


def _timelines(writer: Writer, view: PlanView, before: Sequence[Block]) -> list[Section]:
    """All dated actions as bars by objective, as many to a page as can be read; what is not dated is named."""
    words, setup = writer.words, writer.chain.setup
    tasks = [_task(row) for row in view.rows if _is_dated(row)]
    paper = Paper.A3 if setup.large_timeline else Paper.A4
    if not tasks:
        return []
    pages = sheets(tasks, writer.look(_ALT_WIDTH, colour=True), _CHART_ROOM[paper])
    span = (min(task.start for task in tasks), max(task.end for task in tasks))
    bare = [row.action.code or row.action.title for row in view.rows if not _is_dated(row) and _counts(row)]
    sections = []
    for at, page in enumerate(pages):
        head: list[Block] = []
        if at == 0:
            head = [*before, Heading(words.say("Time line of the actions"), 2)]
        foot: list[Block] = []
        if bare and at == len(pages) - 1:
            text = words.say(
                "Without begin or end, so not on the time line: {names}.", names=writer.formats.listing(bare)
            )
            foot = [Paragraph(text, Tone.SMALL)]
        number = (at + 1, len(pages)) if len(pages) > 1 else None
        blocks = (*head, _timeline(writer, page, span, number), *foot)
        sections.append(Section(blocks, landscape=True, paper=paper, continues=not before))
    return sections


def _counts(row: ActionRow) -> bool:
    return row.action.status is not ActionStatus.STOPPED


def _is_dated(row: ActionRow) -> bool:
    return _counts(row) and row.action.begin is not None and row.action.end is not None


def _task(row: ActionRow) -> Task:
    begin, end = row.action.begin, row.action.end
    if begin is None or end is None:
        raise ValueError("only dated actions stand on a time line")
    return Task(
        name=f"{row.action.code} {row.action.title}".strip(),
        start=begin.first,
        end=max(end.last, begin.first),
        progress=row.action.progress,
        milestones=tuple(Milestone(m.due.last, m.title, m.done) for m in row.milestones if m.due is not None),
        group=row.objective.title,
        may_be_late=row.action.status in OPEN,
    )


def _timeline(
    writer: Writer, tasks: Sequence[Task], span: tuple[date, date], number: tuple[int, int] | None
) -> FigureBlock:
    words, chain = writer.words, writer.chain
    title = words.say("The actions in time")
    if number is not None:
        title = words.say("{title} ({n} of {total})", title=title, n=number[0], total=number[1])

    def drawn(look: Look) -> Chart:
        return gantt(look, tasks, chain.on, title=title, span=span)

    def draw(width: float, colour: bool) -> Picture:  # noqa: FBT001 - the shape FigureBlock asks for
        return drawn(writer.look(width, colour=colour)).drawing

    alt = drawn(writer.look(_ALT_WIDTH, colour=True)).alt_text
    day = writer.formats.day(chain.on)
    subtitle = words.say("The dark part of a bar is done; the vertical line is {day}", day=day)
    if any(task.milestones for task in tasks):
        subtitle = words.say("{subtitle}; a diamond is a milestone", subtitle=subtitle)
    source = words.say("Source: action plan, as it stands on {day}", day=writer.formats.long_day(chain.on))
    return FigureBlock(writer.figure(title), subtitle, source, alt, draw)
