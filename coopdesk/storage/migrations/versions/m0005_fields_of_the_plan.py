"""All fields of an action plan: own words and codes, targets per year, own share, evidence and links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEXTS = (
    ("plan", "own_objective", ""), ("plan", "own_objectives", ""), ("plan", "own_domain", ""),
    ("plan", "own_domains", ""), ("plan", "code_pattern", ""), ("action", "split", "none"), ("action", "shares", "[]"),
)  # fmt: skip


def upgrade() -> None:
    for table, name, value in _TEXTS:
        op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=value))
    op.add_column("action", sa.Column("auto_progress", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("budget_line", sa.Column("own", sa.Integer(), nullable=True))
    # alembic would add the key as a constraint of its own, which SQLite cannot do.
    op.execute(
        "ALTER TABLE objective_indicator ADD COLUMN action_id VARCHAR"
        " CONSTRAINT fk_objective_indicator_action_id_action REFERENCES action (id)"
    )
    op.create_index("ix_objective_indicator_action_id", "objective_indicator", ["action_id"], unique=False)
    _tables()


def _tables() -> None:
    op.create_table(
        "indicator_target",
        sa.Column("indicator_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["indicator_id"], ["objective_indicator.id"], name="fk_indicator_target_indicator_id_objective_indicator"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_indicator_target"),
    )
    op.create_index("ix_indicator_target_indicator_id", "indicator_target", ["indicator_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_evidence_action_id_action"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
    )
    op.create_index("ix_evidence_action_id", "evidence", ["action_id"], unique=False)
    op.create_table(
        "action_link",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_action_link_action_id_action"),
        sa.PrimaryKeyConstraint("id", name="pk_action_link"),
    )
    op.create_index("ix_action_link_action_id", "action_link", ["action_id"], unique=False)
    op.create_index("ix_action_link_target", "action_link", ["target"], unique=False)
