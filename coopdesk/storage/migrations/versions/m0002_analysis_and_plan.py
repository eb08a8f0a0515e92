"""Opportunities, analysis and plan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "policy_priority",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_policy_priority"),
    )
    op.create_table(
        "analysis",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_analysis_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_analysis"),
    )
    op.create_index("ix_analysis_area_id", "analysis", ["area_id"], unique=False)
    op.create_table(
        "opportunity",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("feasibility", sa.Integer(), nullable=False),
        sa.Column("nis", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("finding_id", sa.String(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_opportunity_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_opportunity"),
    )
    op.create_index("ix_opportunity_area_id", "opportunity", ["area_id"], unique=False)
    op.create_table(
        "plan",
        sa.Column("area_id", sa.String(), nullable=False),
        sa.Column("begin_year", sa.Integer(), nullable=False),
        sa.Column("end_year", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("objective_word", sa.String(), nullable=False),
        sa.Column("domain_word", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_plan_area_id_area"),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
    )
    op.create_index("ix_plan_area_id", "plan", ["area_id"], unique=False)
    op.create_table(
        "chapter",
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("chart", sa.String(), nullable=False),
        sa.Column("commentary", sa.String(), nullable=False),
        sa.Column("in_dossier", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analysis.id"], name="fk_chapter_analysis_id_analysis"),
        sa.PrimaryKeyConstraint("id", name="pk_chapter"),
    )
    op.create_index("ix_chapter_analysis_id", "chapter", ["analysis_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("analysis_id", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("nis", sa.String(), nullable=False),
        sa.Column("observation_ids", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analysis.id"], name="fk_finding_analysis_id_analysis"),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
    )
    op.create_index("ix_finding_analysis_id", "finding", ["analysis_id"], unique=False)
    op.create_table(
        "objective",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_objective_plan_id_plan"),
        sa.PrimaryKeyConstraint("id", name="pk_objective"),
    )
    op.create_index("ix_objective_plan_id", "objective", ["plan_id"], unique=False)
    op.create_table(
        "action_domain",
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["objective_id"], ["objective.id"], name="fk_action_domain_objective_id_objective"),
        sa.PrimaryKeyConstraint("id", name="pk_action_domain"),
    )
    op.create_index("ix_action_domain_objective_id", "action_domain", ["objective_id"], unique=False)
    op.create_table(
        "objective_indicator",
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("baseline_year", sa.Integer(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("target_year", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"], ["objective.id"], name="fk_objective_indicator_objective_id_objective"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_objective_indicator"),
    )
    op.create_index("ix_objective_indicator_objective_id", "objective_indicator", ["objective_id"], unique=False)
    op.create_table(
        "action",
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("domain_id", sa.String(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("lead", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("begin", sa.String(), nullable=True),
        sa.Column("end", sa.String(), nullable=True),
        sa.Column("nis", sa.String(), nullable=False),
        sa.Column("partners", sa.String(), nullable=False),
        sa.Column("target_groups", sa.String(), nullable=False),
        sa.Column("priorities", sa.String(), nullable=False),
        sa.Column("reporting_codes", sa.String(), nullable=False),
        sa.Column("yearly", sa.Integer(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["domain_id"], ["action_domain.id"], name="fk_action_domain_id_action_domain"),
        sa.ForeignKeyConstraint(["objective_id"], ["objective.id"], name="fk_action_objective_id_objective"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_action_plan_id_plan"),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
    )
    op.create_index("ix_action_domain_id", "action", ["domain_id"], unique=False)
    op.create_index("ix_action_objective_id", "action", ["objective_id"], unique=False)
    op.create_index("ix_action_plan_id", "action", ["plan_id"], unique=False)
    op.create_table(
        "action_opportunity",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("opportunity_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_action_opportunity_action_id_action"),
        sa.ForeignKeyConstraint(
            ["opportunity_id"], ["opportunity.id"], name="fk_action_opportunity_opportunity_id_opportunity"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_action_opportunity"),
    )
    op.create_index("ix_action_opportunity_action_id", "action_opportunity", ["action_id"], unique=False)
    op.create_index("ix_action_opportunity_opportunity_id", "action_opportunity", ["opportunity_id"], unique=False)
    op.create_table(
        "budget_line",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_budget_line_action_id_action"),
        sa.PrimaryKeyConstraint("id", name="pk_budget_line"),
    )
    op.create_index("ix_budget_line_action_id", "budget_line", ["action_id"], unique=False)
    op.create_table(
        "milestone",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due", sa.String(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_milestone_action_id_action"),
        sa.PrimaryKeyConstraint("id", name="pk_milestone"),
    )
    op.create_index("ix_milestone_action_id", "milestone", ["action_id"], unique=False)
