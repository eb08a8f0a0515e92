"""Saves the report of a crash where the user wants it."""

from __future__ import annotations

from coopdesk.kernel.errors import Refused
from coopdesk.shell.window import Window


def save_report(window: Window, text: str) -> None:
    """Ask where, and write it there."""
    say, messages = window.words.say, window.messages
    target = messages.save_file(say("Save the report"), "coopdesk.txt", ((say("Text"), "*.txt"),))
    if target is None:
        return
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or ""
        refused = Refused("“{name}” could not be written: {reason}", name=target.name, reason=reason)
        messages.problem(window.words.tell(refused))
