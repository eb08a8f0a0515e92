"""The screens of the window as the search field finds them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from coopdesk.shell.finder import Found
from coopdesk.shell.page import PageSpec
from coopdesk.shell.place import Navigator, Place
from coopdesk.words.catalogue import Words


def screens(words: Words, specs: Sequence[PageSpec], go: Navigator) -> list[Found]:
    """Every screen, found by its title and by other words for what it is for."""
    heading, say = words.say("Screens"), words.say
    return [
        Found(heading, say(spec.title), "", partial(go.to, Place(spec.name)), spec.icon,
              also=say(spec.also) if spec.also else "")
        for spec in specs
    ]  # fmt: skip


def seen_last(words: Words, specs: Sequence[PageSpec], go: Navigator, limit: int) -> list[Found]:
    """The screens seen last, newest first."""
    known = {spec.name: spec for spec in specs}
    heading = words.say("Seen last")
    return [
        Found(heading, words.say(known[place.page].title), "", partial(go.to, place), known[place.page].icon)
        for place in go.recent(limit) if place.page in known
    ]  # fmt: skip
