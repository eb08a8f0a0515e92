"""Contacts and agreements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement_absence",
        sa.Column("nis_code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_absence"),
        sa.UniqueConstraint("nis_code", name="uq_agreement_absence_nis_code"),
    )
    op.create_table(
        "consultation_body",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consultation_body"),
    )
    op.create_table(
        "organisation",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("legal_form", sa.String(), nullable=False),
        sa.Column("nis_code", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )
    op.create_table(
        "person",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "body_member",
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("begin_date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["consultation_body.id"], name="fk_body_member_body_id_consultation_body"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_body_member_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_body_member"),
    )
    op.create_index("ix_body_member_body_id", "body_member", ["body_id"], unique=False)
    op.create_index("ix_body_member_person_id", "body_member", ["person_id"], unique=False)
    op.create_table(
        "mandate",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("begin_date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_mandate_organisation_id_organisation"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_mandate_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_mandate"),
    )
    op.create_index("ix_mandate_organisation_id", "mandate", ["organisation_id"], unique=False)
    op.create_index("ix_mandate_person_id", "mandate", ["person_id"], unique=False)
    op.create_table(
        "agreement",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("cooperation_class", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("begin_date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("is_open_ended", sa.Integer(), nullable=False),
        sa.Column("term_text", sa.String(), nullable=False),
        sa.Column("begin_text", sa.String(), nullable=False),
        sa.Column("end_text", sa.String(), nullable=False),
        sa.Column("approved_date", sa.String(), nullable=True),
        sa.Column("signed_date", sa.String(), nullable=True),
        sa.Column("terminated_date", sa.String(), nullable=True),
        sa.Column("first_end_date", sa.String(), nullable=True),
        sa.Column("predecessor_id", sa.String(), nullable=True),
        sa.Column("plan_id", sa.String(), nullable=True),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("source_file", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=False),
        sa.Column("source_sheet", sa.String(), nullable=False),
        sa.Column("source_cell", sa.String(), nullable=False),
        sa.Column("import_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_agreement_plan_id_plan"),
        sa.ForeignKeyConstraint(["predecessor_id"], ["agreement.id"], name="fk_agreement_predecessor_id_agreement"),
        sa.PrimaryKeyConstraint("id", name="pk_agreement"),
    )
    op.create_index("ix_agreement_import_id", "agreement", ["import_id"], unique=False)
    op.create_index("ix_agreement_plan_id", "agreement", ["plan_id"], unique=False)
    op.create_index("ix_agreement_predecessor_id", "agreement", ["predecessor_id"], unique=False)
    op.create_table(
        "agreement_member",
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("nis_code", sa.String(), nullable=False),
        sa.Column("begin_date", sa.String(), nullable=True),
        sa.Column("end_date", sa.String(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_agreement_member_agreement_id_agreement"),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_member"),
    )
    op.create_index("ix_agreement_member_agreement_id", "agreement_member", ["agreement_id"], unique=False)
    op.create_index("ix_agreement_member_nis_code", "agreement_member", ["nis_code"], unique=False)
    op.create_table(
        "party",
        sa.Column("agreement_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=True),
        sa.Column("nis_code", sa.String(), nullable=False),
        sa.Column("signatory", sa.String(), nullable=False),
        sa.Column("signatory_role", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name="fk_party_agreement_id_agreement"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_party_organisation_id_organisation"),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
    )
    op.create_index("ix_party_agreement_id", "party", ["agreement_id"], unique=False)
    op.create_index("ix_party_organisation_id", "party", ["organisation_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_decision_party_id_party"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_party_id", "decision", ["party_id"], unique=False)
