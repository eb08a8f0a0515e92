"""Marks an English text that is put into the user's language where it is shown."""

from __future__ import annotations


def N_(msgid: str) -> str:
    """The text itself; its name tells the extraction to list it."""
    return msgid
