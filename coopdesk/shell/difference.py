"""Two texts in one reading: what went is struck through on red, what came is underlined on green."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextBrowser

from coopdesk.shell.theme import current_theme
from coopdesk.words.catalogue import Words
from coopdesk.words.differing import Fate, Piece, compared

HIGH = 96  # pixels: four lines, the rest scrolls
_TONES = {Fate.GONE: "err", Fate.CAME: "ok"}


def dressed(fate: Fate) -> QTextCharFormat:
    """How words of a fate look: the line through or under them says it without the colour."""
    theme, look = current_theme(), QTextCharFormat()
    if fate in _TONES:
        look.setForeground(theme.token(f"{_TONES[fate]}Fg"))
        look.setBackground(theme.token(f"{_TONES[fate]}Bg"))
        look.setFontStrikeOut(fate is Fate.GONE)
        look.setFontUnderline(fate is Fate.CAME)
    return look


def spoken(words: Words, pieces: Sequence[Piece]) -> str:
    """The words that went and came, for who hears them."""
    gone = " … ".join(piece.text.strip() for piece in pieces if piece.fate is Fate.GONE)
    came = " … ".join(piece.text.strip() for piece in pieces if piece.fate is Fate.CAME)
    parts = (words.say("Gone: {text}", text=gone) if gone else "", words.say("New: {text}", text=came) if came else "")
    return ". ".join(part for part in parts if part)


def changed_words(words: Words, old: str, new: str) -> str:
    """The new text as it is heard: the words that differ of a long one, else all of it."""
    return spoken(words, compared(old, new)) or new


class DifferenceText(QTextBrowser):
    """A change as a whole, for the row that is chosen in a list of changes."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._old = self._new = ""
        self.setAccessibleName(words.say("What has changed in the chosen row"))
        self.setPlaceholderText(words.say("Choose a row to read its change as a whole."))
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        current_theme().changed.connect(self._dress)
        self._dress()

    def show_change(self, old: str, new: str) -> None:
        """What a text was and what it became; either may be empty."""
        if (old, new) != (self._old, self._new):
            self._old, self._new = old, new
            self._write()

    def _dress(self) -> None:
        theme = current_theme()
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(HIGH))
        self._write()

    def _write(self) -> None:
        pieces = compared(self._old, self._new) or (
            *([Piece(f"{self._old} ", Fate.GONE)] if self._old else []),
            *([Piece(self._new, Fate.CAME)] if self._new else []),
        )
        self.setHtml("".join(_html(piece) for piece in pieces))
        self.setAccessibleDescription(spoken(self._words, pieces))


def _html(piece: Piece) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    if piece.fate is Fate.SAME:
        return text
    look = dressed(piece.fate)
    line = "line-through" if piece.fate is Fate.GONE else "underline"
    return f'<span style="{_css(look)};text-decoration:{line}">{text}</span> '


def _css(look: QTextCharFormat) -> str:
    return f"color:{look.foreground().color().name()};background-color:{look.background().color().name()}"
