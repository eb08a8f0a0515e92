"""Follow-up, imports and dossiers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dossier_setup",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("readers", sa.String(), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("twins", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_dossier_setup_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_dossier_setup"),
    )
    op.create_index("ix_dossier_setup_area_id", "dossier_setup", ["area_id"], unique=True)
