"""What the command line asks of the window."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to open or a workspace folder; neither for the own workspace."""

    file: Path | None = None
    workspace: Path | None = None


def parse(arguments: Sequence[str]) -> Asked:
    """Read the arguments; exits with 2 on wrong usage."""
    parser = ArgumentParser(prog="coopdesk")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.coopdesk")
    parser.add_argument("--workspace", type=Path, metavar="DIR")
    found = parser.parse_args(arguments)
    if found.file is not None and found.file.suffix.lower() != ".coopdesk" and not found.file.exists():
        parser.error(f"there is no command or file {str(found.file)!r}; see coopdesk --help")
    return Asked(found.file, found.workspace)
