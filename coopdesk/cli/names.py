"""The commands by name; kept apart from all else, because every start of the program looks at them."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS = {
    "example": "areas", "area": "areas", "gap": "areas", "import": "annexes", "export": "annexes", "dossier": "papers",
    "report": "reports", "check": "keeping", "backup": "keeping", "restore": "keeping", "history": "keeping",
}  # fmt: skip


OPTIONS = ("--workspace", "--lang")


def in_order(arguments: Sequence[str]) -> list[str]:
    """The command first: `--workspace DIR check` is as good as `check --workspace DIR`."""
    ahead, rest = [], list(arguments)
    while rest and rest[0].partition("=")[0] in OPTIONS:
        taken = 1 if "=" in rest[0] else 2
        ahead += rest[:taken]
        rest = rest[taken:]
    return [rest[0], *ahead, *rest[1:]] if rest and rest[0] in COMMANDS else list(arguments)


def is_command(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for something without a window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0] in {"--help", "-h", "--version"})
