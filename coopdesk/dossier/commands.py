"""The changes a coordinator makes to a dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coopdesk.dossier.ports import DossierWork
from coopdesk.dossier.setup import DossierSetup
from coopdesk.kernel.errors import Conflict
from coopdesk.kernel.ids import new_id
from coopdesk.words.marks import N_


@dataclass(frozen=True, slots=True)
class ChooseDossier:
    """Keeps the parts, order and options of an area's dossier; `setup` carries the version that was seen."""

    setup: DossierSetup
    label: str = N_("Change dossier")

    def run(self, work: DossierWork) -> None:
        """Adds the first choices of an area, or changes the kept ones when nobody else did meanwhile."""
        kept = work.dossiers.of_area(self.setup.area_id)
        if kept is None:
            work.dossiers.add(replace(self.setup, id=new_id()))
        elif (kept.id, kept.version) == (self.setup.id, self.setup.version):
            work.dossiers.save(self.setup)
        else:
            raise Conflict(N_("The dossier was changed since you opened it."))
