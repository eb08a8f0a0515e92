"""The tables that keep every step with its changes, written in the transaction of the step itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from coopdesk.desk.ledger import Kind, StepHead
from coopdesk.kernel.changes import BatchChange, Row, RowChange, Step
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.base import Record

_metadata = Record.metadata

STEP = sa.Table(
    "step",
    _metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("label", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("undoes", sa.String),
    sa.Column("schema", sa.String, nullable=False),
)
ROW = sa.Table(
    "step_row",
    _metadata,
    sa.Column("step_seq", sa.Integer, sa.ForeignKey("step.seq"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("table_name", sa.String, nullable=False),
    sa.Column("row_id", sa.String, nullable=False, index=True),
    sa.Column("before", sa.String),
    sa.Column("after", sa.String),
)
BATCH = sa.Table(
    "step_batch",
    _metadata,
    sa.Column("step_seq", sa.Integer, sa.ForeignKey("step.seq"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("table_name", sa.String, nullable=False),
    sa.Column("import_id", sa.String, nullable=False, index=True),
    sa.Column("row_count", sa.Integer, nullable=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("present", sa.Integer, nullable=False),
    sa.Column("kept", sa.LargeBinary),
)


def keep(connection: Connection, step: Step, kind: Kind, schema: str) -> None:
    """Write a step and its changes."""
    seq = (connection.scalar(sa.select(sa.func.max(STEP.c.seq))) or 0) + 1
    head = {
        "seq": seq, "id": step.id, "kind": kind.value, "label": step.label, "subject": step.subject,
        "at": step.at.isoformat(), "undoes": step.undoes, "schema": schema,
    }  # fmt: skip
    connection.execute(sa.insert(STEP), head)
    rows = [
        {"step_seq": seq, "place": place, "table_name": c.table, "row_id": c.id, "before": _dump(c.before),
         "after": _dump(c.after)}
        for place, c in enumerate(step.rows)
    ]  # fmt: skip
    batches = [
        {"step_seq": seq, "place": place, "table_name": b.table, "import_id": b.import_id, "row_count": b.count,
         "digest": b.digest, "present": int(b.present), "kept": b.kept}
        for place, b in enumerate(step.batches)
    ]  # fmt: skip
    if rows:
        connection.execute(sa.insert(ROW), rows)
    if batches:
        connection.execute(sa.insert(BATCH), batches)


def heads(connection: Connection, limit: int, schema: str | None) -> list[StepHead]:
    """The latest steps, oldest first; only those of one schema if asked."""
    query = sa.select(STEP).order_by(STEP.c.seq.desc()).limit(limit)
    if schema is not None:
        query = query.where(STEP.c.schema == schema)
    found = [
        StepHead(row.id, Kind(row.kind), row.label, row.subject, datetime.fromisoformat(row.at))
        for row in connection.execute(query)
    ]
    return found[::-1]


def load(connection: Connection, id: str) -> Step:
    """One step with all its changes."""
    found = _load(connection, STEP.c.id == id)
    if not found:
        raise Conflict("This step is no longer on file.")
    return found[0]


def touching(connection: Connection, table: str, row_id: str) -> list[Step]:
    """The steps that changed one row, oldest first, each with the changes of that row alone."""
    this_row = sa.and_(ROW.c.table_name == table, ROW.c.row_id == row_id)
    return _load(connection, STEP.c.seq.in_(sa.select(ROW.c.step_seq).where(this_row)), this_row)


def _load(
    connection: Connection, which: sa.ColumnElement[bool], rows: sa.ColumnElement[bool] | None = None
) -> list[Step]:
    only = sa.true() if rows is None else rows
    found = []
    for head in connection.execute(sa.select(STEP).where(which).order_by(STEP.c.seq)).all():
        lines = connection.execute(sa.select(ROW).where(ROW.c.step_seq == head.seq, only).order_by(ROW.c.place))
        batches = connection.execute(sa.select(BATCH).where(BATCH.c.step_seq == head.seq).order_by(BATCH.c.place))
        found.append(
            Step(
                head.id,
                head.label,
                head.subject,
                datetime.fromisoformat(head.at),
                tuple(_row_changes(lines)),
                tuple(_batch_change(b) for b in batches),
                head.undoes,
            )
        )
    return found


def _row_changes(lines: Iterable[Any]) -> Iterable[RowChange]:
    for line in lines:
        yield RowChange(line.table_name, line.row_id, _parse(line.before), _parse(line.after))


def _batch_change(line: Any) -> BatchChange:
    return BatchChange(
        line.table_name, line.import_id, line.row_count, line.digest, present=bool(line.present), kept=line.kept
    )


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _parse(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
