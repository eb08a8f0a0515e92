"""Own presets, own texts, the house style, and further choices for the dossier."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dossier_setup", sa.Column("hides_small", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("dossier_setup", sa.Column("large_timeline", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("dossier_setup", sa.Column("preset_id", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "dossier_preset",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("twins", sa.Integer(), nullable=False),
        sa.Column("hides_small", sa.Integer(), nullable=False),
        sa.Column("large_timeline", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dossier_preset"),
    )
    op.create_table(
        "house_style",
        sa.Column("logos", sa.String(), nullable=False),
        sa.Column("logo_names", sa.String(), nullable=False),
        sa.Column("cover", sa.String(), nullable=False),
        sa.Column("footer", sa.String(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_house_style"),
    )
    op.create_table(
        "dossier_text",
        sa.Column("area_id", sa.String(), nullable=True),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_dossier_text_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_dossier_text"),
    )
    op.create_index("ix_dossier_text_area_id", "dossier_text", ["area_id"], unique=False)
