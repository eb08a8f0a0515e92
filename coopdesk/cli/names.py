"""The commands by name; kept apart from all else, because every start of the program looks at them."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = {
    "example": "areas", "area": "areas", "gap": "areas", "import": "annexes", "export": "annexes", "dossier": "papers",
    "check": "keeping", "backup": "keeping", "restore": "keeping", "history": "keeping",
}  # fmt: skip


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for something without a window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in {"--help", "-h", "--version"})
