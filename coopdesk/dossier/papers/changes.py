"""What changed in a plan since it was approved: actions that came and went, and what reads otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from coopdesk.cycle.model import PlanVersion
from coopdesk.cycle.ports import CycleWork
from coopdesk.cycle.queries.contents import approved, content_of
from coopdesk.cycle.rules.content import Key, PlanContent, key_of
from coopdesk.cycle.rules.difference import PLACES, Difference, FieldChange, difference
from coopdesk.dossier.compose.frame import document, furniture
from coopdesk.dossier.compose.writer import Pen
from coopdesk.dossier.model import (
    Block,
    Column,
    Document,
    Fact,
    FactsBlock,
    Heading,
    Paragraph,
    Section,
    TableRow,
    Tone,
)
from coopdesk.dossier.papers.fields import FIELDS, KINDS, field_text, label, owner, whole
from coopdesk.dossier.papers.order import ChangesOrder
from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.queries import style_of
from coopdesk.plan.model import Action, Part
from coopdesk.territory.gazetteer import Gazetteer
from coopdesk.territory.ports import TerritoryWork
from coopdesk.words.catalogue import Words


class ChangesWork(CycleWork, TerritoryWork, DossierWork, Protocol):
    """A unit of work in which the plan, its approved versions, areas and the house style can be read."""


@dataclass(frozen=True, slots=True)
class ChangesFacts:
    """An approved version and the plan now, with what differs."""

    order: ChangesOrder
    area: str
    version: PlanVersion
    before: PlanContent
    now: PlanContent
    found: Difference
    names: Mapping[str, str]
    footer: str


def read_changes(work: ChangesWork, gazetteer: Gazetteer, order: ChangesOrder, _words: Words) -> ChangesFacts:
    """The facts; Conflict when the version is gone, Refused when what was kept is not what was approved."""
    version = work.cycles.get(PlanVersion, order.version_id)
    before, now = approved(work, version), content_of(work, version.plan_id)
    codes = {code for one in (before, now) for action in one.of(Action) for code in action.nis}
    names = {code: gazetteer.name(code) for code in codes}
    area = work.territory.area(order.area_id).name
    return ChangesFacts(order, area, version, before, now, difference(before, now), names, style_of(work).footer)


def compose_changes(facts: ChangesFacts, words: Words) -> Document:
    """The report as a document on landscape pages."""
    pen, order, version = Pen(words), facts.order, facts.version
    title = words.say("Changes in the action plan")
    lead = words.say(
        "{area}: from “{version}” ({day}) to the plan as it stands on {now}.", area=facts.area, version=version.name,
        day=words.formats.long_day(version.decided), now=words.formats.long_day(order.on),
    )  # fmt: skip
    blocks: list[Block] = [Heading(title), Paragraph(lead, Tone.LEAD)]
    if facts.found.empty:
        blocks.append(Paragraph(words.say("Nothing has changed since.")))
    else:
        blocks.append(_figures(facts, words))
        blocks += _parts(facts, pen, words.say("Added"), facts.found.added, facts.now)
        blocks += _parts(facts, pen, words.say("Taken away"), facts.found.removed, facts.before)
        blocks += _changed(facts, pen)
    framed = furniture(words, order.on, f"{facts.area} · {title}", facts.footer, contents=False)
    return document(words, order.on, title, framed, (Section(tuple(blocks), landscape=True),), colour=order.colour)


def _figures(facts: ChangesFacts, words: Words) -> FactsBlock:
    number, found = words.formats.number, facts.found
    changed = {change.key for change in _told(found)}
    added = sum(isinstance(part, Action) for part in found.added)
    removed = sum(isinstance(part, Action) for part in found.removed)
    return FactsBlock(
        (
            Fact(words.say("Actions added"), number(added)),
            Fact(words.say("Actions taken away"), number(removed)),
            Fact(words.say("Actions changed"), number(sum(key[0] == "action" for key in changed))),
            Fact(words.say("Other parts that differ"), number(len(found.added) + len(found.removed) - added - removed
                 + sum(key[0] != "action" for key in changed))),
        ),
        words.say("Source: the plan as approved on {day} (SHA-256 {hash}) and as it is now",
                  day=words.formats.long_day(facts.version.decided), hash=facts.version.sha256[:16]),
    )  # fmt: skip


def _parts(facts: ChangesFacts, pen: Pen, title: str, parts: tuple[Part, ...], of: PlanContent) -> list[Block]:
    words = pen.words
    if not parts:
        return []
    columns = (
        Column(words.say("What"), weight=0.7),
        Column(words.say("Of"), weight=1.2),
        Column(words.say("Reads"), weight=3),
    )
    rows = []
    for part in parts:
        kind = words.say(KINDS[key_of(part)[0]])
        rows.append(TableRow((kind, owner(part, of), whole(part, words, facts.names))))
    return [pen.chapter(title), pen.table(title, columns, rows)]


def _changed(facts: ChangesFacts, pen: Pen) -> list[Block]:
    words = pen.words
    told = list(_told(facts.found))
    if not told:
        return []
    columns = (
        Column(words.say("What"), weight=1.6),
        Column(words.say("Field"), weight=0.8),
        Column(words.say("As approved"), weight=1.8),
        Column(words.say("Now"), weight=1.8),
    )
    rows = []
    for change in told:
        was = _value(facts, change, change.old, facts.before, words)
        now = _value(facts, change, change.new, facts.now, words)
        rows.append(TableRow((_named(facts, change.key, words), words.say(FIELDS[change.field]), was, now)))
    title = words.say("Changed")
    return [pen.chapter(title), pen.table(title, columns, rows)]


def _told(found: Difference) -> tuple[FieldChange, ...]:
    """The changes people see: the place in a list says nothing by itself."""
    return tuple(change for change in found.changed if change.field in FIELDS)


def _named(facts: ChangesFacts, key: Key, words: Words) -> str:
    kind = words.say(KINDS[key[0]])
    part = facts.now.by_key().get(key)
    if part is None:
        return kind
    return f"{kind}: {label(part) if hasattr(part, 'title') else owner(part, facts.now)}"


def _value(facts: ChangesFacts, change: FieldChange, value: Any, of: PlanContent, words: Words) -> str:
    if change.field in PLACES:
        above = of.by_key().get((change.field.removesuffix("_id"), str(value or "")))
        return label(above) if above is not None else "–"
    return field_text(change.field, value, words, facts.names)
