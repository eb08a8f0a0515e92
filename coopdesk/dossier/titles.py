"""The names of parts and readers, for the window and the pages alike."""

from __future__ import annotations

from collections.abc import Mapping

from coopdesk.dossier.setup import Part, Readers
from coopdesk.words.marks import N_

PARTS: Mapping[Part, str] = {
    Part.COVER: N_("Cover"),
    Part.CONTENTS: N_("Contents"),
    Part.SUMMARY: N_("Summary"),
    Part.PARTIES: N_("Parties"),
    Part.SITUATION: N_("Situation and framework"),
    Part.ANALYSIS: N_("Labour-market analysis"),
    Part.OPPORTUNITIES: N_("Opportunities"),
    Part.PLAN: N_("Action plan"),
    Part.AGREEMENTS: N_("Agreements"),
    Part.ARTICLES: N_("Working arrangements"),
    Part.FOLLOWUP: N_("Follow-up"),
    Part.SIGNATURES: N_("Signatures"),
    Part.CONTACTS: N_("Contacts"),
    Part.SOURCES: N_("Sources"),
}
READERS: Mapping[Readers, str] = {
    Readers.COUNCIL: N_("For the municipal council"),
    Readers.VDAB: N_("For VDAB"),
    Readers.STEERING_GROUP: N_("For the steering group"),
    Readers.OWN: N_("Own choice"),
}
