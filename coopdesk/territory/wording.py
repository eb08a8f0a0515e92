"""The words for kinds of areas."""

from __future__ import annotations

from coopdesk.territory.model import AreaKind
from coopdesk.words.marks import N_

KINDS = {
    AreaKind.STEERING_AREA: N_("Steering area"),
    AreaKind.AGREEMENT_AREA: N_("Agreement area"),
    AreaKind.LOCAL_PARTNERSHIP: N_("Local partnership"),
    AreaKind.NEIGHBOURHOOD_WORK_AREA: N_("Neighbourhood-work area"),
    AreaKind.REFERENCE_REGION: N_("Reference region"),
    AreaKind.BENCHMARK_AREA: N_("Comparison area"),
    AreaKind.OTHER: N_("Other cooperation"),
}
