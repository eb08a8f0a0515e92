"""A word at the beginning of a sentence, and within one."""

from __future__ import annotations


def begun(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """The text without its capital; what is written in capitals, as OCMW, keeps them."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
