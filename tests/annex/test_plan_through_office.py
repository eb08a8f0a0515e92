"""A plan that is opened in LibreOffice and saved there, untouched, comes back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coopdesk.annex.model import AnnexKind
from coopdesk.annex.queries import preview, read_annex
from coopdesk.desk.desk import Desk
from coopdesk.example.make import make_example
from coopdesk.kernel.clock import FixedClock
from coopdesk.territory.gazetteer import open_gazetteer
from tests.annex.test_plan_round_trip import exported, written
from tests.shell_grid.test_libreoffice import OFFICE, converted

pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")]


@pytest.mark.parametrize("form", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls:MS Excel 97"])
def test_a_plan_saved_by_libreoffice_changes_nothing(desk: Desk, clock: FixedClock, tmp_path: Path, form: str) -> None:
    make_example(desk, clock)
    with desk.look() as work:
        plan = work.plans.plans()[0].id
    saved = converted(written(tmp_path, "plan.xlsx", exported(desk, plan)), form)
    reading = read_annex(saved, open_gazetteer(offers_invented=True), date(2026, 11, 24), AnnexKind.ACTIONS)
    with desk.look() as work:
        tally = preview(work, reading, plan)
    assert (tally.added, tally.changed, tally.same) == (0, 0, 14)
