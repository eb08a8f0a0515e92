"""Finds things of the workspace by what they are called and what is written in them, for the command field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.kernel.loading import load
from coopdesk.shell.finder import Found
from coopdesk.shell.lookup import Entry, Hit, Index
from coopdesk.shell.place import Navigator, Place
from coopdesk.shell.tasks import Tasks
from coopdesk.words.catalogue import Words
from coopdesk.words.marks import N_

MOST = 6  # per kind
_LIVE = re.compile(r"⟦[^⟧]*⟧")
KINDS: Mapping[str, tuple[str, str]] = {
    "action": (N_("Actions"), "clipboard_task"),
    "objective": (N_("Objectives"), "target_arrow"),
    "opportunity": (N_("Opportunities"), "lightbulb"),
    "agreement": (N_("Agreements"), "document_signature"),
    "person": (N_("Contacts"), "people"),
    "organisation": (N_("Organisations"), "building"),
    "body": (N_("Consultation"), "comment"),
    "meeting": (N_("Meetings"), "comment"),
    "chapter": (N_("Texts"), "data_trending"),
    "indicator": (N_("Figures"), "table"),
    "file": (N_("Files"), "attach"),
    "import": (N_("Imports"), "arrow_import"),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be found: its kind, its name, where it is said to belong, where it is, and its area if it is
    seen only there."""

    kind: str
    name: str
    note: str
    place: Place
    area: str = ""


class Search:
    """The search of one workspace. What there is to find is read again after each change: on a worker when the field
    is opened, or else at the first question."""

    def __init__(
        self, desk: Desk[Any], go: Navigator, words: Words, choose_area: Callable[[str], object],
        tasks: Tasks | None = None,
    ) -> None:  # fmt: skip
        self._desk, self._go, self._words, self._choose_area = desk, go, words, choose_area
        self._tasks = tasks
        self._index: Index[Thing] | None = None
        self._edition, self._warming = 0, False
        self._opened: dict[Place, Thing] = {}
        desk.bus.subscribe(lambda *_: self._forget())

    @property
    def busy(self) -> bool:
        """Whether what there is to find is being read now."""
        return self._warming and self._index is None

    def __call__(self, query: str) -> Sequence[Found]:
        """Results by kind, at most six of each, the best first; none while it is being read."""
        if self.busy:
            return ()
        kinds: dict[str, list[Hit[Thing]]] = {}
        for hit in self._known().find(query):
            kinds.setdefault(hit.thing.kind, []).append(hit)
        order = sorted((kind for kind in KINDS if kind in kinds), key=lambda kind: min(kinds[kind][0].rank, 3))
        return [self._found(hit, len(kinds[kind])) for kind in order for hit in kinds[kind][:MOST]]

    def warm(self, ready: Callable[[], object]) -> None:
        """The field was opened: reads what there is to find while the first letters are typed, then says `ready`."""
        if self._index is not None or self._warming or self._tasks is None:
            return
        self._warming, edition = True, self._edition

        def done(index: Index[Thing]) -> None:
            if edition == self._edition:
                self._index = index
            over()

        def over(*_: object) -> None:
            self._warming = False
            ready()

        self._tasks.start(self._words.say("Search"), lambda _: self._read(), done, over, over)

    def recent(self, places: Sequence[Place]) -> Sequence[Found]:
        """Things by the places where they were seen; what is no longer there is left out."""
        read = self._index.entries if self._index is not None else ()
        known = {**self._opened, **{entry.thing.place: entry.thing for entry in read}}
        heading = self._words.say("Seen last")
        found = [known[place] for place in places if place in known]
        return [Found(heading, one.name, one.note, partial(self._open, one), KINDS[one.kind][1]) for one in found]

    def _found(self, hit: Hit[Thing], all_of_it: int) -> Found:
        thing, (title, icon) = hit.thing, KINDS[hit.thing.kind]
        heading = f"{self._words.say(title)} ({self._words.formats.number(all_of_it)})"
        text, note = (
            (hit.excerpt, thing.name)
            if thing.kind == "chapter" and hit.excerpt
            else (thing.name, hit.excerpt or thing.note)
        )
        return Found(heading, text, note, partial(self._open, thing), icon)

    def _open(self, thing: Thing) -> None:
        """Goes to the thing itself, in its own area."""
        self._opened[thing.place] = thing
        if thing.area:
            self._choose_area(thing.area)
        self._go.to(thing.place)

    def _known(self) -> Index[Thing]:
        if self._index is None:
            self._index = self._read()
        return self._index

    def _read(self) -> Index[Thing]:
        with self._desk.look() as work:
            entries = list(_entries(work, self._words))
        return Index(entries)

    def _forget(self) -> None:
        self._index = None
        self._edition += 1


def _entries(work: Any, words: Words) -> Iterator[Entry[Thing]]:
    yield from _shared(work, words)
    for area in work.territory.areas():
        yield from _of_area(work, words, area.id)


def _of_area(work: Any, words: Words, area: str) -> Iterator[Entry[Thing]]:
    names = load("coopdesk.analysis.queries.chapter").NAMES  # brings in reportlab, so at the first question
    say = words.say
    for plan in work.plans.plans(area):
        yield from _of_plan(work, words, area, plan.id)
    for one in work.opportunities.of_area(area):
        thing = Thing("opportunity", one.title, say("Opportunities"), Place("opportunities", one.id), area)
        yield Entry(thing, one.title, one.reason)
    for meeting in work.followup.meetings(area):
        name = f"{meeting.body}, {words.formats.day(meeting.day)}"
        thing = Thing("meeting", name, say("Follow-up"), Place("followup", meeting.id), area)
        yield Entry(thing, name, f"{meeting.decisions} {meeting.minutes}")
    for analysis in work.analyses.of_area(area):
        for chapter in work.analyses.chapters(analysis.id):
            name = chapter.name or say(names.get(chapter.kind, "")).replace("{target}", "80%")
            thing = Thing("chapter", name, say("Analysis"), Place("analysis", chapter.id), area)
            yield Entry(thing, f"{name} {chapter.title}".strip(), _LIVE.sub("", chapter.commentary))


def _of_plan(work: Any, words: Words, area: str, plan: str) -> Iterator[Entry[Thing]]:
    note = words.say("Action plan")
    for one in work.plans.objectives(plan):
        name = f"{one.code} {one.title}".strip()
        yield Entry(Thing("objective", name, note, Place("plan", one.id), area), name, one.description)
    titles: dict[str, str] = {}
    for action in work.plans.actions(plan):
        name = titles[action.id] = f"{action.code} {action.title}".strip()
        more = " · ".join(part for part in (action.lead, *action.partners, action.description, action.remark) if part)
        yield Entry(Thing("action", name, action.lead or note, Place("plan", action.id), area), name, more)
    for indicator in work.plans.indicators(plan):
        thing = Thing("indicator", indicator.title, words.say("Follow-up"), Place("followup", indicator.id), area)
        yield Entry(thing, indicator.title)
    for evidence in work.plans.evidence(plan):
        name = evidence.file_name or evidence.title
        thing = Thing("file", name, titles.get(evidence.action_id, note), Place("plan", evidence.id), area)
        yield Entry(thing, name, evidence.title)


def _shared(work: Any, words: Words) -> Iterator[Entry[Thing]]:
    """What belongs to the whole workspace."""
    from coopdesk.figures.catalogue import BY_CODE  # noqa: PLC0415 - the same

    say = words.say
    exchanged: dict[str, list[str]] = {}
    for exchange in work.agreements.exchanges():
        told = (exchange.data, exchange.giver, exchange.receiver, exchange.purpose, exchange.subjects, exchange.ground)
        exchanged.setdefault(exchange.agreement_id, []).extend(filter(None, told))
    for one in work.agreements.agreements():
        thing = Thing("agreement", one.title, say("Agreements"), Place("agreements", one.id))
        yield Entry(thing, one.title, " · ".join(filter(None, (one.remark, *exchanged.get(one.id, ())))))
    for person in work.contacts.persons():
        note = person.email or say("Contacts")
        yield Entry(Thing("person", person.name, note, Place("contacts", person.id)), person.name,
                    f"{person.email} {person.phone} {person.remark}")  # fmt: skip
    for organisation in work.contacts.organisations():
        thing = Thing("organisation", organisation.name, say("Contacts"), Place("contacts", organisation.id))
        yield Entry(thing, organisation.name, f"{organisation.email} {organisation.remark}")
    for body in work.contacts.bodies():
        yield Entry(Thing("body", body.name, say("Contacts"), Place("contacts", body.id)), body.name)
    for code in work.figures.indicators():
        name = say(BY_CODE[code].title) if code in BY_CODE else code
        yield Entry(Thing("indicator", name, say("Figures"), Place("figures", code)), name)
    for batch in work.imports.batches():
        thing = Thing("import", batch.name, words.formats.day(batch.at), Place("import", batch.id))
        yield Entry(thing, batch.name)
