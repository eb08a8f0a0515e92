"""Keeps every step with its changes, written in the transaction of the step itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from coopdesk.desk.ledger import Kind, StepHead
from coopdesk.kernel.changes import BatchChange, Plain, Row, RowChange, Step
from coopdesk.kernel.errors import Conflict
from coopdesk.storage.rows import Rows, columns, inserting

_STEP = ("seq", "id", "kind", "label", "subject", "at", "undoes", "schema", "who")
_ROW = ("step_seq", "place", "table_name", "row_id", "before", "after")
_BATCH = ("step_seq", "place", "table_name", "import_id", "row_count", "digest", "present", "kept")


def keep(rows: Rows, step: Step, kind: Kind, schema: str) -> None:
    """Write a step and its changes."""
    seq = (rows.fetch("SELECT max(seq) FROM step")[0][0] or 0) + 1
    head = (seq, step.id, kind.value, step.label, step.subject, step.at.isoformat(), step.undoes, schema,
            step.who or None)  # fmt: skip
    rows.write_unseen(inserting("step", _STEP), [head])
    rows.write_unseen(
        inserting("step_row", _ROW),
        [(seq, at, c.table, c.id, _dump(c.before), _dump(c.after)) for at, c in enumerate(step.rows)],
    )
    rows.write_unseen(
        inserting("step_batch", _BATCH),
        [
            (seq, at, b.table, b.import_id, b.count, b.digest, int(b.present), b.kept)
            for at, b in enumerate(step.batches)
        ],
    )


def heads(rows: Rows, limit: int, schema: str | None) -> list[StepHead]:
    """The latest steps, oldest first; only those of one schema if asked."""
    which, values = "", list[Plain]()
    if schema is not None:
        which, values = ' WHERE "schema" = ?', [schema]
    select = f"SELECT id, kind, label, subject, at, who FROM step{which} ORDER BY seq DESC LIMIT ?"  # noqa: S608 - own text
    found = [
        StepHead(step_id, Kind(kind), label, subject, datetime.fromisoformat(at), who or "")
        for step_id, kind, label, subject, at, who in rows.fetch(select, [*values, limit])
    ]
    return found[::-1]


def load(rows: Rows, id: str) -> Step:
    """One step with all its changes."""
    found = _load(rows, "step.id = ?", [id])
    if not found:
        raise Conflict("This step is no longer on file.")
    return found[0]


def touching(rows: Rows, table: str, row_id: str | None = None) -> list[Step]:
    """The steps that changed one row (or any row of a table), oldest first, each with those changes alone."""
    row, values = ("table_name = ?", [table]) if row_id is None else ("table_name = ? AND row_id = ?", [table, row_id])
    which = f"step.seq IN (SELECT step_seq FROM step_row WHERE {row})"  # noqa: S608 - own text
    return _load(rows, which, values, row)


def _load(rows: Rows, which: str, values: Sequence[Plain], only: str = "") -> list[Step]:
    """The steps of a condition; `only` is a condition on their rows with the same values."""
    select = f"SELECT {columns('step', _STEP)} FROM step WHERE {which} ORDER BY step.seq"  # noqa: S608 - own text
    found = []
    for seq, step_id, _kind, label, subject, at, undoes, _schema, who in rows.fetch(select, values):
        changes = _changes(rows, seq, f" AND {only}" if only else "", values if only else ())
        step = Step(
            step_id, label, subject, datetime.fromisoformat(at), tuple(changes), tuple(_batches(rows, seq)), undoes,
            who or "",
        )  # fmt: skip
        found.append(step)
    return found


def _changes(rows: Rows, seq: int, only: str, values: Sequence[Plain]) -> Iterable[RowChange]:
    select = f"SELECT {columns('step_row', _ROW)} FROM step_row WHERE step_seq = ?{only} ORDER BY place"  # noqa: S608
    for _seq, _place, table, row_id, before, after in rows.fetch(select, [seq, *values]):
        yield RowChange(table, row_id, _parse(before), _parse(after))


def _batches(rows: Rows, seq: int) -> Iterable[BatchChange]:
    select = f"SELECT {columns('step_batch', _BATCH)} FROM step_batch WHERE step_seq = ? ORDER BY place"  # noqa: S608
    for _seq, _place, table, import_id, count, digest, present, kept in rows.fetch(select, [seq]):
        yield BatchChange(table, import_id, count, digest, present=bool(present), kept=kept)


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _parse(text: str | None) -> Any:
    return None if text is None else json.loads(text)
