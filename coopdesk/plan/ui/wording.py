"""The plan in words: states, headings, counts and hints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from coopdesk.plan.model import ActionDomain, ActionStatus, ObjectiveIndicator, Plan
from coopdesk.plan.queries import ActionRow, Counts, ObjectiveRow, PlanView
from coopdesk.plan.rules import Smart
from coopdesk.plan.spellings import status_spellings
from coopdesk.plan.wording import STATUSES, domain_word, objective_word, objectives
from coopdesk.shell.grid.column import Group
from coopdesk.shell.grid.kinds import Choice
from coopdesk.shell.grid.looks import PillLook, Tone
from coopdesk.words.catalogue import Words

STATUS_LOOKS: Mapping[ActionStatus, PillLook] = {
    ActionStatus.PLANNED: PillLook("circle_16_regular", Tone.NEUTRAL),
    ActionStatus.RUNNING: PillLook("circle_half_fill_16_regular", Tone.INFO),
    ActionStatus.DONE: PillLook("checkmark_circle_16_regular", Tone.OK),
    ActionStatus.POSTPONED: PillLook("pause_circle_16_regular", Tone.WARN),
    ActionStatus.STOPPED: PillLook("subtract_circle_16_regular", Tone.NEUTRAL),
}


def status(words: Words, code: ActionStatus) -> str:
    return words.say(STATUSES[code])


def status_choices(words: Words) -> list[Choice]:
    known = status_spellings()
    return [Choice(one, status(words, one), (one.value, *known[one]), STATUS_LOOKS[one].icon) for one in ActionStatus]


def title(words: Words, plan: Plan | None) -> str:
    """The title of the page."""
    if plan is None:
        return words.say("Action plan")
    return plan.title or words.say("Action plan {begin}–{end}", begin=plan.begin_year, end=plan.end_year)


def facts(words: Words, plan: Plan, counts: Counts) -> str:
    """The line under it: 3 doelstellingen · 14 acties · 1 te laat · 2 in de komende 30 dagen."""
    parts = [
        objectives(words, plan, counts.objectives),
        words.count("{n} action", "{n} actions", counts.actions),
    ]
    if counts.late:
        parts.append(words.count("{n} late", "{n} late", counts.late))
    if counts.soon:
        parts.append(words.count("{n} in the coming 30 days", "{n} in the coming 30 days", counts.soon))
    return " · ".join(parts)


def late(words: Words, days: int) -> str:
    return words.count("{n} day late", "{n} days late", days)


def groups(words: Words, view: PlanView, measured: Mapping[str, Decimal]) -> list[Group]:
    """The headings of the list: objectives, each with the levels under it."""
    counted = Counter(row.group for row in view.rows)
    return [
        group
        for row in view.objectives
        for group in (_group(words, row, measured), *(_level(words, one, counted[one.id]) for one in row.domains))
    ]


def _group(words: Words, row: ObjectiveRow, measured: Mapping[str, Decimal]) -> Group:
    right = words.count("{n} action", "{n} actions", row.actions)
    if row.done:
        done = words.count("{n} done", "{n} done", row.done)
        right = f"{right} · {done}"
    facts = " · ".join(indicator(words, one, measured.get(one.id)) for one in row.indicators[:1])
    return Group(row.id, row.objective.title, facts, right)


def _level(words: Words, domain: ActionDomain, actions: int) -> Group:
    title = f"{domain.code} {domain.title}".strip()
    return Group(domain.id, title, right=words.count("{n} action", "{n} actions", actions), under=domain.objective_id)


def indicator(words: Words, found: ObjectiveIndicator, measured: Decimal | None) -> str:
    """Indicator: werkzaamheidsgraad 50–64 · nu 68,4% → doel 72,0%."""
    now = found.baseline if measured is None else measured
    parts = [words.say("Indicator: {name}", name=found.title)]
    steps = []
    if now is not None:
        steps.append(words.say("now {value}", value=amount(words, now, found.unit)))
    if found.target is not None:
        steps.append(words.say("target {value}", value=amount(words, found.target, found.unit)))
    return " · ".join([*parts, " → ".join(steps)] if steps else parts)


def amount(words: Words, value: Decimal, unit: str) -> str:
    """A value of an indicator with its unit."""
    if unit == "%":
        return words.formats.rate(value)
    return " ".join(part for part in (words.formats.exact(value), unit) if part)


def end_spoken(words: Words, row: ActionRow) -> str:
    """What a screen reader says of an end date."""
    day = words.formats.long_partial(row.action.end)
    return f"{day}, {late(words, row.days_late)}" if row.days_late else day


def reached(words: Words, row: ActionRow) -> str:
    """How many milestones are reached: 2 of 4."""
    if not row.milestones:
        return ""
    done = sum(one.done for one in row.milestones)
    return words.say("{done} of {n}", done=words.formats.number(done), n=words.formats.number(len(row.milestones)))


def funding(row: ActionRow) -> str:
    """Who pays, each once."""
    return ", ".join(dict.fromkeys(line.source for line in row.lines if line.source))


def levels(words: Words, plan: Plan) -> tuple[str, str]:
    """What the plan calls its two levels, inside a sentence; own words stand as they were typed."""
    own = (plan.own_objective, plan.own_domain)
    known = (objective_word(words, plan), domain_word(words, plan))
    return own[0] or _inside(known[0]), own[1] or _inside(known[1])


def _inside(word: str) -> str:
    """A word in the middle of a sentence; an abbreviation in front stays."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def smart_short(words: Words, found: Smart) -> str:
    """3 of 5."""
    return words.say("{done} of {n}", done=found.met, n=5)


def smart(words: Words, found: Smart) -> str:
    """3 van 5; what is missing stands in the list under it."""
    if found.met == len(_smart_parts(words, found)):
        return words.say("SMART: {met} of 5, complete", met=found.met)
    return words.say("SMART: {met} of 5", met=found.met)


def smart_list(words: Words, found: Smart) -> str:
    """The whole checklist, a line each: what it asks, and by what an action says it."""
    asked = (words.say("Specific"), words.say("Measurable"), words.say("Who"), words.say("By when"),
             words.say("Which municipality"))  # fmt: skip
    parts = zip(asked, _smart_parts(words, found), strict=True)
    return "\n".join(f"{'✓' if met else '○'}\u2002{question}: {text}" for question, (text, met) in parts)


def smart_spoken(words: Words, found: Smart) -> str:
    """The same for a screen reader, which does not say the signs."""
    return ", ".join(
        words.say("{part}: filled in", part=text) if met else words.say("{part}: still missing", part=text)
        for text, met in _smart_parts(words, found)
    )


def _smart_parts(words: Words, found: Smart) -> tuple[tuple[str, bool], ...]:
    return (
        (words.say("description"), found.specific),
        (words.say("milestone or indicator"), found.measurable),
        (words.say("lead"), found.lead),
        (words.say("end date"), found.end),
        (words.say("municipalities"), found.places),
    )
