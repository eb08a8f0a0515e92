"""The words for the states of a figure."""

from __future__ import annotations

from coopdesk.figures.model import ObservationState, ObservationStatus
from coopdesk.words.marks import N_

STATES = {
    ObservationState.OK: N_("Known"),
    ObservationState.SUPPRESSED: N_("Suppressed by the source"),
    ObservationState.NOT_AVAILABLE: N_("Not available"),
    ObservationState.ERROR_IN_SOURCE: N_("Error in the source"),
    ObservationState.UNREADABLE: N_("Unreadable in the source"),
}
STATUSES = {
    ObservationStatus.FINAL: N_("Final"),
    ObservationStatus.PROVISIONAL: N_("Provisional"),
    ObservationStatus.ESTIMATED: N_("Estimated"),
}
