"""The line under a figure."""

from __future__ import annotations

from collections.abc import Iterable

from coopdesk.figures.model import Source
from coopdesk.words.catalogue import Words


def source_text(words: Words, sources: Iterable[Source]) -> str:
    """The line under a figure: which files it was read from, and when they came in."""
    names = [f"{source.name} ({words.formats.day(source.at)})" for source in sources]
    return words.say("Source: {source}", source=words.formats.listing(names)) if names else ""
