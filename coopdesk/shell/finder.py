"""What the command field finds: screens, things to do, and whatever the search of the program adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from coopdesk.shell.action import Action
from coopdesk.shell.matching import plain, rank
from coopdesk.shell.place import Place
from coopdesk.words.catalogue import Words

LIMIT = 8  # of one kind
FREQUENT = 5
NAMED = 3  # letters from which the beginning of a name means a screen


@dataclass(frozen=True, slots=True)
class Found:
    """One result: finished texts, and what choosing it does. `kind` is the heading it stands under. `goes` says that
    it leads to a place, where the focus goes along; a command leaves it where it was. `also` are other words
    by which it is found."""

    kind: str
    text: str
    note: str
    run: Callable[[], object]
    icon: str = ""
    goes: bool = True
    also: str = ""


class Search(Protocol):
    """The search of a workspace: what answers a query, and things by the places where they were seen."""

    def __call__(self, query: str) -> Sequence[Found]: ...
    def recent(self, places: Sequence[Place]) -> Sequence[Found]: ...
    def warm(self, ready: Callable[[], object]) -> None: ...
    @property
    def busy(self) -> bool: ...


class NoSearch:
    """Finds nothing: before a workspace is open."""

    def __call__(self, query: str) -> Sequence[Found]:
        return ()

    def recent(self, places: Sequence[Place]) -> Sequence[Found]:
        return ()

    def warm(self, ready: Callable[[], object]) -> None:
        """There is nothing to read."""

    @property
    def busy(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Sources:
    """Where results come from, asked anew at each letter."""

    words: Words
    pages: Callable[[], Sequence[Found]]
    recent: Callable[[], Sequence[Found]]
    actions: Callable[[], Sequence[Action]]
    search: Callable[[str], Sequence[Found]]
    used: Callable[[], Mapping[str, int]] = dict
    ran: Callable[[str], object] = str
    entered: Callable[[], object] = tuple
    opened: Callable[[], object] = tuple
    busy: Callable[[], bool] = bool


def find(sources: Sources, query: str) -> list[Found]:
    """Results by heading, the best first; without a query what was seen last and what is done most. Whoever types the
    name of a screen or a command wants that, and not the things that have the word in their names."""
    if not plain(query):
        return [*sources.recent(), *(_offer(sources, action) for action in _frequent(sources))]
    pages = _best([(_rank_page(query, found), found) for found in sources.pages()])
    ranked = ((_rank_action(query, action, sources.words), action) for action in _doable(sources))
    deeds = _best([(one, _offer(sources, action)) for one, action in ranked])
    things = sources.search(query.strip())
    if pages and plain(pages[0].text).startswith(plain(query)) and len(plain(query)) >= NAMED:
        return [*pages, *things, *deeds]
    if deeds and plain(deeds[0].text) == plain(query):
        return [*deeds, *things, *pages]
    return [*things, *pages, *deeds]


def _doable(sources: Sources) -> list[Action]:
    """What can be done now; going to a screen is not among it, for the screens stand there by themselves."""
    return [a for a in sources.actions() if a.enabled() and not a.id.startswith("go ") and a.id != "find"]


def _frequent(sources: Sources) -> list[Action]:
    """The five commands this user runs most from here; before that, what this screen is for."""
    used, doable = sources.used(), _doable(sources)
    first = [action for action in doable if action.menu == "Insert"]
    order = sorted(dict.fromkeys((*first, *doable)), key=lambda action: -used.get(action.id, 0))
    return order[:FREQUENT]


def _rank_page(query: str, found: Found) -> int | None:
    ranks = [rank(query, found.text), rank(query, found.also) if found.also else None]
    return min((one for one in ranks if one is not None), default=None)


def _rank_action(query: str, action: Action, words: Words) -> int | None:
    ranks = [rank(query, action.plain(words))]
    if action.also:
        ranks.append(rank(query, words.say(action.also)))
    return min((one for one in ranks if one is not None), default=None)


def _offer(sources: Sources, action: Action) -> Found:
    keys = action.shortcut.split(";")[0] or action.key_text
    return Found(
        sources.words.say("Commands"),
        action.plain(sources.words),
        keys,
        _runner(sources, action),
        action.icon,
        goes=False,
    )


def _runner(sources: Sources, action: Action) -> Callable[[], object]:
    def run() -> None:
        sources.ran(action.id)
        action.run()

    return run


def _best(ranked: Sequence[tuple[int | None, Found]]) -> list[Found]:
    fits = [(one, found) for one, found in ranked if one is not None]
    return [found for _, found in sorted(fits, key=lambda pair: pair[0])][:LIMIT]
