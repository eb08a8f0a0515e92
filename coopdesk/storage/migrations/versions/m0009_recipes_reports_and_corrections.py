"""Named recipes, the report of an import, the value each cell brought, and what a corrected figure was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_recipe",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("headings", sa.String(), nullable=False),
        sa.Column("accepted", sa.String(), nullable=False),
        sa.Column("places", sa.String(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_recipe"),
    )
    op.create_index("ix_import_recipe_fingerprint_kind", "import_recipe", ["fingerprint", "kind"], unique=False)
    op.add_column("import_batch", sa.Column("report", sa.String(), nullable=False, server_default=""))
    op.add_column("import_column", sa.Column("style", sa.String(), nullable=False, server_default=""))
    op.add_column("cell_origin", sa.Column("value", sa.String(), nullable=True))
    op.add_column("observation", sa.Column("imported", sa.String(), nullable=True))
