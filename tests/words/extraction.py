"""Finds every text for people in the source, the way Babel does, and what the Dutch catalogues make of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PACKAGE, CATALOGUES = ROOT / "coopdesk", ROOT / "resources" / "locale" / "nl"
KEYWORDS = {
    "N_": (1,),
    "say": (1,),
    "count": (1, 2),
    "of": ((1, "c"), 2),
    "Invalid": (1,),
    "Conflict": (1,),
    "Busy": (1,),
    "Refused": (1,),
    "Damaged": (1,),
}
CORE = {"kernel", "words", "desk", "storage", "settings", "cli", "example", "app"}
CORE |= {"opening.py", "work.py", "__main__.py"}

Key = tuple[str | None, str | tuple[str, ...]]


def wanted() -> dict[Key, set[str]]:
    """Every text in the source, by context and message id, with the files it stands in."""
    found: dict[Key, set[str]] = defaultdict(set)
    for name, _line, message, _comments, context in extract_from_dir(
        str(PACKAGE), method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        texts = (message,) if isinstance(message, str) else tuple(message)
        if all(texts):
            found[context, texts if len(texts) > 1 else texts[0]].add(name)
    return found


def catalogue_of(file: str) -> str:
    """The name of the .po file the texts of a source file belong in."""
    top = Path(file).parts[0]
    return "core" if top in CORE else top


def catalogues() -> dict[str, Catalog]:
    """The Dutch catalogues by the name of their file."""
    found = {}
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            found[path.stem] = read_po(file, locale="nl")
    return found


def messages(catalogue: Catalog) -> list[Message]:
    """The messages of a catalogue without its header."""
    return [message for message in catalogue if message.id]


def key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def translations(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)
