"""The process that reads spreadsheets: it gets a path, writes what it reads and may be stopped at any moment.

Started as `python -m coopdesk.annex.sheet.child FILE`, or by the built program as `coopdesk --read-annex FILE`.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from coopdesk.annex.sheet.reader import read_book
from coopdesk.annex.sheet.refusal import Unreadable
from coopdesk.annex.sheet.wire import line, send


def main(arguments: list[str]) -> int:
    """Writes the book, or why it cannot be read, to standard output."""
    # A short life in which next to nothing forms a circle: looking for circles would cost a fifth of the time.
    gc.disable()
    try:
        send(read_book(Path(arguments[0]), progress=_tell), _write)
    except Unreadable as error:
        _write(line({"refused": error.code, "where": error.where}))
    except MemoryError:
        _write(line({"refused": "too_much_memory", "where": ""}))
    except RecursionError:
        _write(line({"refused": "damaged", "where": "nesting"}))
    return 0


def _tell(done: int, total: int, what: str = "") -> None:
    _write(line({"progress": [done, total]}))


def _write(message: bytes) -> None:
    sys.stdout.buffer.write(message)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
