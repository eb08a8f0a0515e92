"""A comment: what someone noted beside a row or a cell of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Comment:
    """`about` is the table of the thing and `thing_id` its id; `field` is the column it is about, empty for all of the
    thing. A comment goes in the step that removes its thing, and is there again when that is undone."""

    id: str
    about: str
    thing_id: str
    field: str
    text: str
    day: date
    version: int = 1
