"""Starts Coopdesk: a command without a window, or the window."""

from __future__ import annotations

import sys
from importlib import import_module

from coopdesk.cli.main import is_command, run


def main() -> int:
    """The exit code of the program."""
    arguments = sys.argv[1:]
    if is_command(arguments):
        return run(arguments)
    # Qt is imported only when there is a window to open: a server without a screen can run every command.
    return int(import_module("coopdesk.app.main").start(arguments))


if __name__ == "__main__":
    sys.exit(main())
