"""The plan over the years: reasons, approved versions and successions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "priority_reason",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("noted", sa.String(), nullable=False),
        sa.Column("nis", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_priority_reason"),
    )
    op.create_index("ix_priority_reason_plan_id", "priority_reason", ["plan_id"], unique=False)
    op.create_table(
        "plan_version",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("decided", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("fixed", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan_version"),
    )
    op.create_index("ix_plan_version_plan_id", "plan_version", ["plan_id"], unique=False)
    op.create_table(
        "plan_version_content",
        sa.Column("version_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["plan_version.id"], name="fk_plan_version_content_version_id_plan_version"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_plan_version_content"),
    )
    op.create_index("ix_plan_version_content_version_id", "plan_version_content", ["version_id"], unique=False)
    op.create_table(
        "action_succession",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("predecessor_plan_id", sa.String(), nullable=False),
        sa.Column("predecessor_id", sa.String(), nullable=False),
        sa.Column("fate", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_succession"),
    )
    op.create_index("ix_action_succession_plan_id", "action_succession", ["plan_id"], unique=False)
    op.create_index("ix_action_succession_action_id", "action_succession", ["action_id"], unique=False)
    op.create_index("ix_action_succession_predecessor_id", "action_succession", ["predecessor_id"], unique=False)
