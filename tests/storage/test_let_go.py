"""A reader that was let go cannot come back by itself and keep the writers out."""

from __future__ import annotations

from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from coopdesk.desk.desk import Desk


def test_what_was_looked_through_refuses_to_be_read_afterwards(desk: Desk[Any]) -> None:
    with desk.look() as work:
        territory = work.territory
    with pytest.raises(sqlite.ProgrammingError):
        territory.areas()
