"""Text that every format can hold: without controls, invisible characters and decomposed accents."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def readable(text: str) -> str:
    """The text as it can be shown; a line feed stays what it is."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _UNSAFE.sub(" ", text.replace("\r\n", "\n"))))
