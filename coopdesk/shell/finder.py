"""What the command field finds: screens, things to do, and whatever the search of the program adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coopdesk.shell.action import Action
from coopdesk.shell.matching import plain, rank
from coopdesk.words.catalogue import Words

LIMIT = 8  # of one kind


@dataclass(frozen=True, slots=True)
class Found:
    """One result: finished texts, and what choosing it does. `kind` is the heading it stands under."""

    kind: str
    text: str
    note: str
    run: Callable[[], object]
    icon: str = ""


Search = Callable[[str], Sequence[Found]]


def nothing_more(query: str) -> Sequence[Found]:
    """A search that finds nothing: before a workspace is open."""
    return ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Where results come from, asked anew at each letter."""

    words: Words
    pages: Callable[[], Sequence[Found]]
    recent: Callable[[], Sequence[Found]]
    actions: Callable[[], Sequence[Action]]
    search: Search


def find(sources: Sources, query: str) -> list[Found]:
    """Results by heading, the best first; without a query the screens seen last and the first things to do."""
    if not plain(query):
        return [*sources.recent(), *(_offer(sources, action) for action in _doable(sources)[:5])]
    pages = _best([(rank(query, found.text), found) for found in sources.pages()])
    ranked = ((_rank_action(query, action, sources.words), action) for action in _doable(sources))
    deeds = _best([(one, _offer(sources, action)) for one, action in ranked])
    return [*sources.search(query.strip()), *pages, *deeds]


def _doable(sources: Sources) -> list[Action]:
    return [action for action in sources.actions() if action.enabled()]


def _rank_action(query: str, action: Action, words: Words) -> int | None:
    ranks = [rank(query, action.plain(words))]
    if action.also:
        ranks.append(rank(query, words.say(action.also)))
    return min((one for one in ranks if one is not None), default=None)


def _offer(sources: Sources, action: Action) -> Found:
    keys = action.shortcut.split(";")[0] or action.key_text
    return Found(sources.words.say("Commands"), action.plain(sources.words), keys, action.run, action.icon)


def _best(ranked: Sequence[tuple[int | None, Found]]) -> list[Found]:
    fits = [(one, found) for one, found in ranked if one is not None]
    return [found for _, found in sorted(fits, key=lambda pair: pair[0])][:LIMIT]
