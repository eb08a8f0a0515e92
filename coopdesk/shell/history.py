"""Undo and redo as the window says and does them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coopdesk.desk.desk import Desk
from coopdesk.desk.ledger import StepHead
from coopdesk.kernel.changes import Step
from coopdesk.kernel.errors import UserError
from coopdesk.words.catalogue import Words


def step_text(words: Words, label: str, subject: str) -> str:
    """A step in words: actie toevoegen ‘Jobbeurs 50+’."""
    text = words.say(label)
    text = text[:1].lower() + text[1:]
    return words.say("{step} ‘{subject}’", step=text, subject=subject) if subject else text


def undo_title(words: Words, head: StepHead | None) -> str:
    """Undo with the name of its step, or nothing where there is no step."""
    return "" if head is None else words.say("Undo: {step}", step=step_text(words, head.label, head.subject))


def redo_title(words: Words, head: StepHead | None) -> str:
    return "" if head is None else words.say("Redo: {step}", step=step_text(words, head.label, head.subject))


def turn_back(
    desk: Desk[Any], words: Words, *, redo: bool, initiator: object, problem: Callable[[str], object]
) -> Step | None:
    """Undoes or redoes the step at hand; None, with the reason told, when that cannot be."""
    try:
        return desk.redo(initiator) if redo else desk.undo(initiator)
    except UserError as error:
        problem(words.tell(error))
        return None
