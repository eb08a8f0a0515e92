"""How commands about comments are filled in."""

from __future__ import annotations

from hypothesis import strategies as st

from coopdesk.comment import commands
from tests.desk.hand import TODAY, Hand, builds, titles


@builds(commands.AddComment)
def _(hand: Hand):
    field = hand.draw(st.sampled_from(["", "end"]))
    return commands.AddComment("person", hand.id("person"), hand.draw(titles), TODAY, field)


@builds(commands.ReviseComment)
def _(hand: Hand):
    key = hand.id("comment")
    kept = hand.read(lambda work: work.comments.get(key))
    return commands.ReviseComment(key, hand.version(kept), hand.draw(titles))


@builds(commands.RemoveComment)
def _(hand: Hand):
    return commands.RemoveComment(hand.id("comment"))
