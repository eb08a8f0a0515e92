"""Checks that a database file is whole."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

MOST = 20


def problems(path: Path, *, quick: bool = False) -> list[str]:
    """What is wrong with a database file, worst first; empty when it is sound. `quick` leaves out comparing every index
    with its table, which takes seconds on a large file.

    Not opened read-only: after a kill in the middle of a commit SQLite first has to take the half commit back, and a
    reader that may not write could only call the file damaged.
    """
    try:
        with closing(sqlite.connect(f"file:{path.as_posix()}?mode=rw", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            check = "quick_check" if quick else "integrity_check"
            found = [row[0] for row in connection.execute(f"PRAGMA {check}({MOST})") if row[0] != "ok"]
            if quick:
                return found
            strays = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    except sqlite.DatabaseError as error:
        return [str(error)]
    return found + [f"{table} {row}: {parent}" for table, row, parent, _ in strays]
