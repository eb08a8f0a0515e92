"""The hand that fills in commands: what a person could ask for, given what is in the workspace now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from coopdesk.desk.desk import Desk
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.work import SqlWork

Builder = Callable[["Hand"], Any]
REGISTRY: dict[type, Builder] = {}

TODAY = date(2026, 11, 24)
titles = st.sampled_from(
    ["Jobbeurs 50+", "Taalklas op de werkvloer", "Ülkü’s “plan” ; DROP", "naar een\nregel", "", "  "]
)
named = st.sampled_from(["Jobbeurs 50+", "Taalklas op de werkvloer", "Zorg voor zorg"])
texts = st.sampled_from(["", "Afgesproken in de stuurgroep.", "=1+1", "a\u0000b", "é\u202f€"])
codes = st.sampled_from(["99001", "99002", "99003", "11001"])
some_codes = st.lists(codes, max_size=3, unique=True).map(tuple)
years = st.integers(2019, 2032)
days = st.dates(date(2019, 1, 1), date(2032, 12, 31))
partials = st.one_of(
    st.none(), days.map(PartialDate.day), years.map(PartialDate.year), st.builds(PartialDate.quarter, years, st.just(3))
)
dates = partials.filter(lambda found: found is not None)
scores = st.integers(0, 5)
cents = st.integers(-1, 10_000_000)
values = st.decimals(-1, 110, places=2)


class Nothing(Exception):
    """There is nothing in the workspace this command could be about."""


class Hand:
    """Draws values and picks things; `rows` are the rows there are, by table, each with its id first."""

    def __init__(self, draw: Callable[..., Any], desk: Desk[SqlWork], ids: dict[str, list[str]]) -> None:
        self.draw, self._desk, self._ids = draw, desk, ids

    def id(self, table: str) -> str:
        """The id of a row of a table."""
        found = self._ids[table]
        if not found:
            raise Nothing(table)
        return self.draw(st.sampled_from(found))

    def ids(self, table: str) -> tuple[str, ...]:
        """One or two of them."""
        return tuple(dict.fromkeys((self.id(table), self.id(table))))

    def maybe(self, table: str) -> str | None:
        """The id of a row, or none."""
        return self.id(table) if self._ids[table] and self.draw(st.booleans()) else None

    def read(self, load: Callable[[SqlWork], Any]) -> Any:
        """A value as it is kept now."""
        with self._desk.look() as work:
            return load(work)

    def version(self, value: Any) -> int:
        """The version a window saw: mostly the present one, sometimes an older."""
        return value.version - self.draw(st.sampled_from([0, 0, 0, 1]))

    def enum(self, kind: type) -> Any:
        return self.draw(st.sampled_from(list(kind)))


def builds(command: type) -> Callable[[Builder], Builder]:
    """Registers how a command of this class is filled in."""

    def register(builder: Builder) -> Builder:
        assert command not in REGISTRY, command
        REGISTRY[command] = builder
        return builder

    return register
