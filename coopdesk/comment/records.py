"""The table of comments."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from coopdesk.storage.base import Record, column
from coopdesk.storage.columns import DayText


class CommentRecord(Record):
    """One row per comment. The thing it is about is in another table each time, so no key of the database holds it."""

    __tablename__ = "comment"
    about: Mapped[str] = column(index=True)
    thing_id: Mapped[str] = column(index=True)
    field: Mapped[str] = column()
    text: Mapped[str] = column()
    day: Mapped[date] = column(DayText)
