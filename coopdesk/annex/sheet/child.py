"""The process that reads spreadsheets: it gets a path, writes lines of JSON and may be stopped at any moment.

Started as `python -m coopdesk.annex.sheet.child FILE`, or by the built program as `coopdesk --read-annex FILE`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coopdesk.annex.sheet.reader import read_book
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.wire import lines


def main(arguments: list[str]) -> int:
    """Writes the book, or why it cannot be read, to standard output."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    try:
        for line in lines(read_book(Path(arguments[0]), progress=_tell)):
            _write(line)
    except Unreadable as error:
        _write(json.dumps({"refused": error.code, "where": error.where}))
    except MemoryError:
        _write(json.dumps({"refused": "too_much_memory", "where": ""}))
    except RecursionError:
        _write(json.dumps({"refused": "damaged", "where": "nesting"}))
    return 0


def _tell(done: int, total: int, what: str = "") -> None:
    _write(json.dumps({"progress": [done, total]}))


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
