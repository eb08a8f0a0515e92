"""Finds things of the workspace by what they are called, for the command field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.plan.queries import plan_of
from coopdesk.shell.finder import Found
from coopdesk.shell.matching import plain
from coopdesk.shell.place import Navigator, Place
from coopdesk.words.catalogue import Words

MOST = 6  # per kind
Thing = tuple[str, str, Place]  # text, note, where


def search_in(desk: Desk[Any], go: Navigator, words: Words) -> Callable[[str], Sequence[Found]]:
    """The search of one workspace: accents and capitals aside, every typed word must occur."""

    def search(query: str) -> Sequence[Found]:
        wanted = plain(query).split()
        if not wanted:
            return ()
        with desk.look() as work:
            kinds = list(_things(work, words))
        found: list[Found] = []
        for kind, icon, things in kinds:
            hits = [t for t in things if all(word in plain(f"{t[0]} {t[1]}") for word in wanted)][:MOST]
            found += [Found(kind, text, note, partial(go.to, place), icon) for text, note, place in hits]
        return found

    return search


def _things(work: Any, words: Words) -> Iterable[tuple[str, str, list[Thing]]]:
    areas = work.territory.areas()
    plans = [plan for area in areas if (plan := plan_of(work, area.id)) is not None]
    actions = [a for plan in plans for a in work.plans.actions(plan.id)]
    say = words.say
    yield say("Actions"), "clipboard_task", [(f"{a.code} {a.title}".strip(), a.lead, Place("plan", a.id))
                                             for a in actions]  # fmt: skip
    yield say("Agreements"), "document_signature", [(a.title, "", Place("agreements", a.id))
                                                    for a in work.agreements.agreements()]  # fmt: skip
    yield say("Opportunities"), "lightbulb", [
        (o.title, o.reason, Place("opportunities", o.id)) for area in areas
        for o in work.opportunities.of_area(area.id)
    ]  # fmt: skip
    yield say("Contacts"), "people", [(p.name, p.email, Place("contacts", p.id)) for p in work.contacts.persons()]
    yield say("Chapters"), "data_trending", [
        (c.title or c.name, c.commentary[:80], Place("analysis", c.id))
        for area in areas for analysis in work.analyses.of_area(area.id)
        for c in work.analyses.chapters(analysis.id) if c.title or c.name
    ]  # fmt: skip
