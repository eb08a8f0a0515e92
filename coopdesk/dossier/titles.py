"""The names of parts and readers, for the window and the pages alike."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.dossier.setup import ACTIONS, CONTACTS, FIGURES, TABLE, TIMELINE, Part, Readers
from coopdesk.words.marks import N_

PARTS: Mapping[Part, str] = {
    Part.COVER: N_("Cover"),
    Part.CONTENTS: N_("Contents"),
    Part.ONE_PAGE: N_("One page for the council"),
    Part.SUMMARY: N_("Summary"),
    Part.PARTIES: N_("Parties"),
    Part.SITUATION: N_("Situation and framework"),
    Part.ANALYSIS: N_("Labour-market analysis"),
    Part.VISION: N_("Shared vision"),
    Part.OBJECTIVES: N_("Objectives"),
    Part.OPPORTUNITIES: N_("Opportunities"),
    Part.PLAN: N_("Action plan"),
    Part.AGREEMENTS: N_("Agreements"),
    Part.ROLES: N_("Roles and commitments"),
    Part.CONSULTATION: N_("Consultation structure"),
    Part.MONITORING: N_("Monitoring and evaluation"),
    Part.DATA: N_("Exchange of data"),
    Part.COMMUNICATION: N_("Communication"),
    Part.FOLLOWUP: N_("Follow-up"),
    Part.TERM: N_("Term, amendment, termination"),
    Part.SIGNATURES: N_("Signatures"),
    Part.ANNEX: N_("Annexes"),
    Part.SOURCES: N_("Sources"),
}
SUBPARTS: Mapping[str, str] = {
    TABLE: N_("Table per objective"),
    TIMELINE: N_("Time line"),
    FIGURES: N_("Tables of figures"),
    ACTIONS: N_("Action table"),
    CONTACTS: N_("Contact list"),
}
READERS: Mapping[Readers, str] = {
    Readers.COUNCIL: N_("For the municipal council"),
    Readers.VDAB: N_("For VDAB"),
    Readers.STEERING_GROUP: N_("For the steering group"),
    Readers.ONE_PAGE: N_("One page for council members"),
    Readers.OWN: N_("Own choice"),
}
