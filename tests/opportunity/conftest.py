"""An area to which opportunities belong."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from coopdesk.desk.desk import Desk
from coopdesk.territory.model import Area, AreaKind
from coopdesk.territory.ports import TerritoryWork
from coopdesk.work import SqlWork


@dataclass(frozen=True, slots=True)
class KeepArea:
    """Writes an area as it stands."""

    area: Area
    label: str = "Keep area"

    def run(self, work: TerritoryWork) -> None:
        work.territory.add(self.area)


@pytest.fixture
def area_id(desk: Desk[SqlWork]) -> str:
    area = Area("streek", 1, "Voorbeeldstreek", AreaKind.STEERING_AREA, 2026, 2031, "", "", True, "")
    desk.do(KeepArea(area))
    return area.id
