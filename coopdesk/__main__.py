"""Starts Coopdesk: a command without a window, or the window."""

from __future__ import annotations

import sys
from importlib import import_module

from coopdesk.cli.names import in_order, is_command


def main() -> int:
    """The exit code of the program."""
    arguments = in_order(sys.argv[1:])
    if arguments[:1] == ["--read-annex"]:
        # The built program has no other interpreter to start for the process that reads one spreadsheet.
        return int(import_module("coopdesk.annex.sheet.child").main(arguments[1:]))
    if is_command(arguments):
        return int(import_module("coopdesk.cli.main").run(arguments))
    # Qt is imported only when there is a window to open: a server without a screen can run every command.
    return int(import_module("coopdesk.app.main").start(arguments))


if __name__ == "__main__":
    sys.exit(main())
