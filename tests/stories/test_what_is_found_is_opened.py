"""What the command field finds opens as itself: chosen in its list and shown in the pane, not just its screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.queries import read_annex
from coopdesk.annex.ui.page import ImportPage
from coopdesk.app.session import Session
from coopdesk.opening import Opened
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.window import Window
from coopdesk.territory.gazetteer import open_gazetteer
from tests.gallery import settle, studio

FIGURES = "Gemeente;Werkzaamheidsgraad 20-64 2024\nMechelen;74,1\nLier;76,2\n"
Studio = tuple[Window, Session, Opened]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(True, tmp_path_factory.mktemp("found")) as made:
        yield made


def opened_by(window: Window, query: str, kind: str) -> None:
    found = next(one for one in window._search(query) if one.kind.startswith(kind))
    found.run()
    settle(window, 50)


def test_an_import_is_chosen_in_the_list_of_imports(workplace: Studio, tmp_path: Path) -> None:
    window, _, opened = workplace
    for name, rate in (("eerste_cijfers.csv", "74,1"), ("latere_cijfers.csv", "75,1")):
        path = tmp_path / name
        path.write_text(FIGURES.replace("74,1", rate), encoding="utf-8")
        reading = read_annex(path, open_gazetteer(), date(2026, 11, 24))
        opened.desk.do(ImportAnnex(reading, path.read_bytes(), date(2026, 11, 24)))
    for name in ("eerste_cijfers.csv", "latere_cijfers.csv"):
        opened_by(window, name, "Import")
        assert isinstance(window.page, ImportPage)
        row = window.page.history.current()
        assert row is not None
        assert row.batch.name == name
        assert window.page.head.view == "history"


def test_a_piece_of_evidence_opens_its_action_with_its_pieces_in_sight(workplace: Studio) -> None:
    window, _, _ = workplace
    opened_by(window, "Draaiboek van de beurs", "Bestanden")
    assert isinstance(window.page, PlanPage)
    row = window.page.grid.current()
    assert row is not None
    assert "Draaiboek van de beurs" in [one.title for one in row.evidence]
    assert window.page.pane.action.folds["evidence"].is_open
