"""The tables of steps."""

from __future__ import annotations

import sqlalchemy as sa

from coopdesk.storage.base import Record

STEP = sa.Table(
    "step",
    Record.metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("label", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("undoes", sa.String),
    sa.Column("schema", sa.String, nullable=False),
    sa.Column("who", sa.String),
)
ROW = sa.Table(
    "step_row",
    Record.metadata,
    sa.Column("step_seq", sa.Integer, sa.ForeignKey("step.seq"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("table_name", sa.String, nullable=False),
    sa.Column("row_id", sa.String, nullable=False, index=True),
    sa.Column("before", sa.String),
    sa.Column("after", sa.String),
)
BATCH = sa.Table(
    "step_batch",
    Record.metadata,
    sa.Column("step_seq", sa.Integer, sa.ForeignKey("step.seq"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("table_name", sa.String, nullable=False),
    sa.Column("import_id", sa.String, nullable=False, index=True),
    sa.Column("row_count", sa.Integer, nullable=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("present", sa.Integer, nullable=False),
    sa.Column("kept", sa.LargeBinary),
)
