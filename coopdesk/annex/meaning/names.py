"""Several names in one cell: how an export writes them and how they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A name in quotes that ends where the name ends, else everything up to the next sign between names.
_NAME = re.compile(r'\s*"((?:[^"]|"")+)"\s*(?=[,;\n]|$)|([^,;\n]+)')
_PARTING = re.compile(r'[,;\n"]')


def names_in(text: str) -> tuple[str, ...]:
    """The names in a cell, each once, in their order; what stands in quotes is one name."""
    found = (quoted.replace('""', '"') or plain for quoted, plain in _NAME.findall(text))
    return tuple(dict.fromkeys(filter(None, (" ".join(name.split()) for name in found))))


def listed(names: Iterable[str]) -> str:
    """Names as one text that is read back as they are: "Stad Gent, dienst Werk" goes in quotes."""
    return ", ".join('"' + name.replace('"', '""') + '"' if _PARTING.search(name) else name for name in names)
