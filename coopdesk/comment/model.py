"""A comment: what someone noted beside a row or a cell of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Comment:
    """`about` is the table of the thing and `thing_id` its id; `field` is the column it is about, empty for all of the
    thing. A comment stays when its thing is removed, so that it is there again when the removal is undone; only where
    personal data are erased it goes along."""

    id: str
    about: str
    thing_id: str
    field: str
    text: str
    day: date
    version: int = 1
