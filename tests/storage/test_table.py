"""Values come back from their table as they went in, and are found by what they are."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import given as drawn
from hypothesis import strategies as st
from sqlalchemy.orm import Mapped

from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.partial_date import PartialDate
from coopdesk.storage.base import Record
from coopdesk.storage.columns import DayText, DecimalText, EnumText, Flag, PartialDateText, TextTuple
from coopdesk.storage.connection import connect
from coopdesk.storage.plain import Shape, plain, shape_of
from coopdesk.storage.query import Among, given
from coopdesk.storage.table import Table, View
from coopdesk.storage.writing import transaction
from tests.tables import RECORDS

TABLE = (
    "CREATE TABLE thing (id TEXT PRIMARY KEY, version INTEGER, name TEXT, colour TEXT, size TEXT, day TEXT, term TEXT,"
    " tags TEXT, is_open INTEGER, parent TEXT)"
)


class Colour(StrEnum):
    RED = "r"
    BLUE = "b"


@dataclass(frozen=True, slots=True)
class Thing:
    id: str
    version: int = 1
    name: str = ""
    colour: Colour = Colour.RED
    size: Decimal | None = None
    day: date | None = None
    term: PartialDate | None = None
    tags: tuple[str, ...] = ()
    is_open: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    id: str
    colour: Colour


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("table") / "things.db"
    with closing(connect(path)) as connection:
        connection.execute(TABLE)
    return path


@pytest.fixture
def rows(database):
    with transaction(database) as rows:
        yield rows


@pytest.fixture
def things(rows):
    return Table(rows, "thing", Thing)


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
THINGS = st.builds(
    Thing, id=st.just("t"), version=st.integers(1, 9), name=text, colour=st.sampled_from(Colour),
    size=st.none() | st.decimals(allow_nan=False, allow_infinity=False), day=st.none() | st.dates(),
    term=st.none() | st.builds(PartialDate.parse, st.sampled_from(["2025", "2025-Q4", "2025-03", "2025-03-09"]), text),
    tags=st.lists(text, max_size=3).map(tuple), is_open=st.booleans(), parent=st.none() | text,
)  # fmt: skip


@drawn(THINGS)
def test_a_value_comes_back_as_it_went_in(database, thing):
    with transaction(database) as rows:
        table = Table(rows, "thing", Thing)
        table.add(thing)
        assert table.get("t") == thing


def test_what_a_row_cannot_hold_is_refused():
    with pytest.raises(TypeError):
        plain(1.5)

    @dataclass(frozen=True)
    class Odd:
        weight: float
        name: str

    Odd.__annotations__ = {"weight": float, "name": str}
    with pytest.raises(TypeError):
        Shape(Odd)


def test_values_are_found_by_what_they_are(things):
    things.add_all(
        [Thing("a", size=Decimal("1.5")), Thing("b", colour=Colour.BLUE, parent="a"), Thing("c", is_open=True)]
    )

    def found(**wanted):
        return [thing.id for thing in things.where(**wanted, order_by=("id",))]

    assert found(colour=Colour.BLUE) == ["b"]
    assert found(size=Decimal("1.5")) == ["a"]
    assert found(is_open=True, colour=Colour.RED) == ["c"]
    assert found(parent=None) == ["a", "c"]
    assert found(id=Among(["c", "a"])) == ["a", "c"]
    assert found(id=Among([])) == []
    assert found(parent=things.ids(size=Decimal("1.5"))) == ["b"]
    assert found(**given(parent=None, colour=Colour.RED)) == ["a", "c"]
    assert things.count(parent=None) == 2


def test_values_come_in_the_order_asked_for(things):
    things.add_all([Thing("a", name="x"), Thing("b", name="y"), Thing("c", name="x")])
    assert [t.id for t in things.where(order_by=("-name", "id"))] == ["b", "a", "c"]


def test_the_different_values_of_a_column_come_once_and_in_order(things):
    things.add_all([Thing("a", parent="y"), Thing("b"), Thing("c", parent="x"), Thing("d", parent="y")])
    assert things.different("parent") == ["x", "y"]
    assert things.different("parent", id=Among(["a", "b"])) == ["y"]


def test_some_columns_of_a_table_can_be_read_by_themselves(rows, things):
    things.add(Thing("a", colour=Colour.BLUE, name="n"))
    assert View(rows, "thing", Glance).where(name="n") == [Glance("a", Colour.BLUE)]


def test_a_column_that_is_not_there_is_a_fault_and_never_a_text(things):
    for asked in ({"wrong": "wrong"}, {"order_by": ("wrong",)}):
        with pytest.raises(sqlite.OperationalError):
            things.where(**asked)


def test_an_edit_on_a_version_that_was_replaced_is_refused(things):
    things.add(Thing("a"))
    things.save(Thing("a", name="first"))
    with pytest.raises(Conflict):
        things.save(Thing("a", name="second"))
    assert things.get("a") == Thing("a", 2, "first")


def test_saving_what_did_not_change_writes_nothing(rows, things):
    things.add(Thing("a"))
    things.save(Thing("a"))
    assert (things.get("a").version, len(rows.journal.rows)) == (1, 1)


def test_what_is_gone_cannot_be_read_saved_or_removed(things):
    assert things.find("a") is None
    for act in (lambda: things.get("a"), lambda: things.save(Thing("a")), lambda: things.remove("a")):
        with pytest.raises(Conflict):
            act()


# --- the records -----------------------------------------------------------------------------------------------------

KINDS = {Decimal: DecimalText, date: DayText, PartialDate: PartialDateText, tuple: TextTuple, bool: Flag}
MAPPED = [m.class_ for m in Record.registry.mappers if m.class_.__module__ in {module.__name__ for module in RECORDS}]


def kept_by(record: type[Record]) -> type:
    """The value of a record: `SomethingRecord` keeps the `Something` of its feature."""
    name, package = record.__name__.removesuffix("Record"), record.__module__.rpartition(".")[0]
    for module in ("model", "kept", "setup", "issued"):
        if find_spec(f"{package}.{module}") and (found := getattr(import_module(f"{package}.{module}"), name, None)):
            return found
    raise AssertionError(f"{record.__name__} keeps no value")


@pytest.mark.parametrize("record", MAPPED)
def test_every_record_has_the_fields_of_its_value_in_columns_of_their_kind(record):
    value = kept_by(record)
    declared = {name: get_args(kind)[0] for name, kind in get_type_hints(record).items() if get_origin(kind) is Mapped}
    assert declared == {f.name: get_type_hints(value)[f.name] for f in fields(value)}
    for column in record.__table__.columns:
        kind = next((part for part in get_args(declared[column.name]) if part is not NoneType), declared[column.name])
        kind = get_origin(declared[column.name]) if get_origin(declared[column.name]) is tuple else kind
        wanted = EnumText if isinstance(kind, type) and issubclass(kind, StrEnum) else KINDS.get(kind)
        assert wanted is None or isinstance(column.type, wanted), column
    shape_of(value)
