"""Every table as the records declare it, also of features that come later."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import coopdesk
from coopdesk.storage.base import Record
from coopdesk.storage.migrate import plain_engine

RECORDS = [
    import_module(f"coopdesk.{file.parent.name}.records")
    for file in sorted(Path(coopdesk.__path__[0]).glob("*/records.py"))
]
METADATA, TABLES = Record.metadata, Record.metadata.sorted_tables


def make_tables(path: Path) -> None:
    """A database with every table and no rows."""
    engine = plain_engine(path)
    Record.metadata.create_all(engine)
    engine.dispose()
