"""Where agreements and actions were read stands in the sources of the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.model import AnnexKind
from coopdesk.annex.queries import read_annex
from coopdesk.desk.desk import Desk
from coopdesk.dossier.compose.dossier import compose
from coopdesk.dossier.compose.gather import Order, gather
from coopdesk.dossier.model import TableBlock
from coopdesk.kernel.clock import FixedClock
from coopdesk.plan.commands.plans import AddPlan
from coopdesk.territory.commands import AddArea
from coopdesk.territory.gazetteer import open_gazetteer
from coopdesk.words.catalogue import Words

ACTIONS = "Doelstelling;Nr;Actie;Trekker;Einddatum;Status\nMeer werk;1.1;Jobbeurs;Ann;31/12/2026;lopend\n"
AGREEMENTS = "Gemeente;NIS;Begindatum;Einddatum\nAalst;41002;1/1/2026;31/12/2028\n"


def bring_in(desk: Desk[Any], path: Path, text: str, clock: FixedClock, kind: AnnexKind, plan_id: str = "") -> None:
    path.write_text(text, encoding="utf-8")
    reading = read_annex(path, open_gazetteer(), clock.today(), kind)
    assert desk.do(ImportAnnex(reading, path.read_bytes(), clock.today(), plan_id)).tally.added


def test_an_imported_action_and_agreement_name_their_file_cells_and_day(
    desk: Desk[Any], tmp_path: Path, clock: FixedClock, words: Words
) -> None:
    area = desk.do(AddArea("Denderregio", ("41002",), 2026, 2031))
    plan = desk.do(AddPlan(area, 2026, 2031))
    bring_in(desk, tmp_path / "acties.csv", ACTIONS, clock, AnnexKind.ACTIONS, plan)
    bring_in(desk, tmp_path / "overeenkomsten.csv", AGREEMENTS, clock, AnnexKind.AGREEMENTS)
    with desk.look() as work:
        document = compose(gather(work, open_gazetteer(), Order(area, clock.today()), words), words)
    title = "Bronnen van cijfers, overeenkomsten en acties"
    found = [b for section in document.sections for b in section.blocks if isinstance(b, TableBlock)]
    sources = next(table for table in found if table.caption.endswith(title))
    rows = {row.cells[1]: row.cells for row in sources.rows}
    assert rows["acties.csv"][0] == "1.1 Jobbeurs"
    assert rows["acties.csv"][3].startswith("A2")
    assert rows["overeenkomsten.csv"][3]
    assert {cells[4] for cells in rows.values()} == {words.formats.day(clock.today())}
