"""What a comment must be."""

from __future__ import annotations

from dataclasses import replace

from coopdesk.comment.model import Comment
from coopdesk.kernel.errors import Invalid
from coopdesk.words.marks import N_


def checked(comment: Comment) -> Comment:
    """The comment without space around its text; Invalid when nothing is written."""
    text = comment.text.strip()
    if not text:
        raise Invalid(N_("Write at least one word."))
    return replace(comment, text=text)
