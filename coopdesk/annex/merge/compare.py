"""An annex beside the workspace, whatever it is about."""

from __future__ import annotations

from coopdesk.annex.merge.actions import compare_actions
from coopdesk.annex.merge.agreements import compare_agreements
from coopdesk.annex.merge.figures import compare_figures
from coopdesk.annex.merge.tally import Comparison
from coopdesk.annex.model import AnnexKind
from coopdesk.annex.ports import AnnexWork
from coopdesk.annex.reading import Reading


def compare(work: AnnexWork, reading: Reading, plan_id: str = "") -> Comparison:
    """What importing would add and change, field by field, and what is there already."""
    entries, choices = reading.entries, reading.choices
    match reading.kind:
        case AnnexKind.FIGURES:
            return compare_figures(work.figures, entries, choices).comparison
        case AnnexKind.ACTIONS:
            return compare_actions(work.plans, work.imports, plan_id, entries, choices).comparison
        case AnnexKind.AGREEMENTS:
            return compare_agreements(work.agreements, work.imports, entries, choices).comparison
        case None:
            return Comparison()
