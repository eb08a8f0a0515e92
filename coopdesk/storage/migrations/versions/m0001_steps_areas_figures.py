"""Steps, areas and figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("begin_year", sa.Integer(), nullable=False),
        sa.Column("end_year", sa.Integer(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("is_verified", sa.Integer(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("is_example", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_area"),
    )
    op.create_table(
        "figure_source",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure_source"),
    )
    op.create_table(
        "step",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("undoes", sa.String(), nullable=True),
        sa.Column("schema", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_step"),
        sa.UniqueConstraint("id", name="uq_step_id"),
    )
    op.create_table(
        "area_membership",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("nis_code", sa.String(), nullable=False),
        sa.Column("begin_date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_area_membership_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_area_membership"),
    )
    op.create_index("ix_area_membership_area_id", "area_membership", ["area_id"], unique=False)
    op.create_index("ix_area_membership_nis_code", "area_membership", ["nis_code"], unique=False)
    op.create_table(
        "benchmark",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_benchmark_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_benchmark"),
    )
    op.create_index("ix_benchmark_area_id", "benchmark", ["area_id"], unique=False)
    op.create_table(
        "observation",
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("breakdown", sa.String(), nullable=False),
        sa.Column("definition", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("import_id", sa.String(), nullable=True),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["figure_source.id"], name="fk_observation_source_id_figure_source"),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
    )
    op.create_index("ix_observation_import_id", "observation", ["import_id"], unique=False)
    op.create_index(
        "ix_observation_indicator_period_place", "observation", ["indicator", "period", "place"], unique=False
    )
    op.create_index("ix_observation_source_id", "observation", ["source_id"], unique=False)
    op.create_table(
        "step_batch",
        sa.Column("step_seq", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("import_id", sa.String(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("kept", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["step_seq"], ["step.seq"], name="fk_step_batch_step_seq_step"),
        sa.PrimaryKeyConstraint("step_seq", "place", name="pk_step_batch"),
    )
    op.create_index("ix_step_batch_import_id", "step_batch", ["import_id"], unique=False)
    op.create_table(
        "step_row",
        sa.Column("step_seq", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["step_seq"], ["step.seq"], name="fk_step_row_step_seq_step"),
        sa.PrimaryKeyConstraint("step_seq", "place", name="pk_step_row"),
    )
    op.create_index("ix_step_row_row_id", "step_row", ["row_id"], unique=False)
