"""The one place where text becomes paragraph markup: nothing a person typed is ever read as markup."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from coopdesk.dossier.pdf.fonts import COMMON
from coopdesk.dossier.readable import readable

_REPLACEMENTS = "\ufffd\u25a1?"
_MONSTER = re.compile(r"\S{400,}")
_STEP = re.compile(r"(\S{60})(?=\S)")
_LONGEST = 300_000
_LAST = re.compile(r"(?<=\S) (?=\S{1,12}\Z)")


class Markup(str):
    """Text that is paragraph markup already; only this module makes it."""

    __slots__ = ()

    def __add__(self, other: str) -> Markup:
        """Join two pieces of markup; plain text has to be escaped first."""
        if not isinstance(other, Markup):
            raise TypeError("escape plain text before joining it to markup")
        return Markup(str(self) + str(other))


class Escaper:
    """Turns text into markup that the embedded fonts can show; remembers rare letters and what could not be shown."""

    def __init__(self, coverage: frozenset[int], too_long: str) -> None:
        """Accepts the code points that every font of the document has a glyph for; `too_long` ends a text that is
        cut at 300,000 characters."""
        self._coverage = coverage
        self._common = COMMON & coverage | {0x0A, 0x09, 0xA0}
        self._too_long = too_long
        self._replacement = next(c for c in _REPLACEMENTS if ord(c) in coverage)
        self.missing: set[str] = set()
        self.rare: set[str] = set()
        self.cut = 0

    def clean(self, text: str) -> str:
        """Readable text without characters that would silently become an empty box.

        A word of 400 characters or more is no word: it gets spaces, or breaking it into lines would take minutes.
        """
        if len(text) > _LONGEST:
            self.cut += 1
            text = f"{text[:_LONGEST]} {self._too_long}"
        text = _MONSTER.sub(lambda word: _STEP.sub(r"\1 ", word[0]), readable(text))
        unusual = {c for c in set(text) if ord(c) not in self._common}
        absent = {c for c in unusual if ord(c) not in self._coverage}
        self.rare |= unusual - absent
        if not absent:
            return text
        self.missing |= {c for c in absent if not c.isspace()}
        return text.translate({ord(c): " " if c.isspace() else self._replacement for c in absent})

    def short(self, text: str, limit: int) -> str:
        """The text on one line of so many characters at most, for what cannot go on on the next page."""
        shown = " ".join(self.clean(text).split())
        if len(shown) <= limit:
            return shown
        self.cut += 1
        return f"{shown[: limit - 1].rstrip()}…"

    def text(self, text: str) -> Markup:
        """Text as markup; a line feed starts a new line."""
        return Markup(escape(self.clean(text).strip()).replace("\n", "<br/>"))

    def running(self, text: str) -> Markup:
        """The same for running text: a short last word takes the one before it along to the last line."""
        return self.text(_LAST.sub("\u00a0", text))
