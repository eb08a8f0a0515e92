"""From a figure, an agreement or an action to the cell of the kept file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from coopdesk.annex.commands import ImportAnnex
from coopdesk.annex.queries import read_annex
from coopdesk.annex.ui.attachment import AttachmentDialog, position
from coopdesk.shell.place import Place
from coopdesk.shell.traces import trace_text
from coopdesk.storage.workspace import ATTACHMENTS
from coopdesk.territory.gazetteer import open_gazetteer
from tests.gallery import settle, studio

TODAY = date(2026, 11, 24)
AGREED = [["Gemeente", "Samenwerkingsverband", "Begindatum", "Einddatum"], ["Lier", "Netewerk", "2022", "2027"],
          ["Duffel", "Duffel werkt", "2023", "2028"]]  # fmt: skip
RATES = [["NIS", "Gemeente", "Jaar", "Werkzaamheidsgraad"], [12021, "Lier", 2015, "70,1"], [12025, "X", 2015, "71,2"]]


@pytest.fixture
def workplace(tmp_path: Path, qtbot: QtBot) -> Iterator[Any]:
    with studio(False, tmp_path) as opened:
        yield opened


def bring(opened: Any, tmp_path: Path, rows: list[list[Any]], name: str) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / name
    book.save(path)
    reading = read_annex(path, open_gazetteer(), TODAY)
    opened.desk.do(ImportAnnex(reading, path.read_bytes(), TODAY))


def shown(qtbot: QtBot, window: Any) -> AttachmentDialog:
    settle(window)
    qtbot.waitUntil(lambda: bool(window.findChildren(AttachmentDialog)), timeout=10_000)
    return window.findChildren(AttachmentDialog)[-1]


def test_an_agreement_is_shown_in_its_annex_at_the_cell_of_the_column(
    workplace: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    window, _, opened = workplace
    bring(opened, tmp_path, AGREED, "bijlage 1.xlsx")
    with opened.desk.look() as work:
        netewerk = next(a for a in work.agreements.agreements() if a.title == "Netewerk")
    window.go.to(Place("agreements", netewerk.id, "list"))
    settle(window)
    grid = window.page.views.list
    grid.select(netewerk.id, "end")
    assert grid.tracing.on
    assert any("Toon in bijlage" in action.text() for action in grid.menus.cell_menu().actions())
    grid.menus.ask("source")
    dialog = shown(qtbot, window)
    index = dialog.view.table.currentIndex()
    assert (index.row() + 1, index.column() + 1, index.data()) == (2, 4, "2027")
    told = [trace_text(window.words, t) for t in window.context.traces.of("agreement", netewerk.id) if t.key == "end"]
    assert told == ["Bron: bijlage 1.xlsx, Sheet!D2, daar staat “2027”, binnengehaald op 24\u00a0nov\u00a02026"]
    dialog.close()


def test_a_figure_is_shown_in_its_annex(workplace: Any, qtbot: QtBot, tmp_path: Path) -> None:
    window, _, opened = workplace
    bring(opened, tmp_path, RATES, "cijfers.xlsx")
    window.go.to(Place("figures"))
    settle(window)
    grid = window.page.grid
    grid.view.setCurrentIndex(grid.model.index(0, 2))
    grid.menus.ask("source")
    dialog = shown(qtbot, window)
    assert dialog.view.table.currentIndex().data() in ("70,1", "71,2")
    dialog.close()


def test_a_kept_file_that_is_gone_is_said_and_the_window_stays(workplace: Any, tmp_path: Path, qtbot: QtBot) -> None:
    window, _, opened = workplace
    bring(opened, tmp_path, RATES, "cijfers.xlsx")
    for file in (opened.workspace.folder / ATTACHMENTS).iterdir():
        file.unlink()
    window.go.to(Place("figures"))
    settle(window)
    grid = window.page.grid
    grid.view.setCurrentIndex(grid.model.index(0, 2))
    grid.menus.ask("source")
    settle(window)
    assert not window.findChildren(AttachmentDialog)


@pytest.mark.parametrize(("cell", "place"), [("A1", (1, 1)), ("AB12", (12, 28)), ("", None), ("B", None)])
def test_a_cell_is_found_by_its_name(cell: str, place: tuple[int, int] | None) -> None:
    assert position(cell) == place
