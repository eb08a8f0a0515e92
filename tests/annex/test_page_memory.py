"""What an import remembers, in a window: mappings, what was there already, its account, rows that stayed out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coopdesk.annex.ui.delta import DELTA
from coopdesk.annex.ui.page import ImportPage
from coopdesk.figures.commands import ReviseObservation
from tests.annex.hands import brought, pressed, saved, settled
from tests.annex.test_import import AGREEMENTS, DOUBTFUL, RATES


def test_next_years_file_of_the_same_shape_takes_three_clicks_at_most(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(DOUBTFUL, "overzicht 2025.xlsx"))
    pressed(page, "Houden zoals het er staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.another_button.click()
    next_year = [DOUBTFUL[0], ["Aalst", "Dender", "2026", "eind 2031"], ["Lede", "Dender", "2026", "eind 2031"]]
    brought(qtbot, page, write(next_year, "overzicht 2026.xlsx"))  # one: the file is dropped
    assert not page.new.review.notes.isHidden()
    assert page.new.review.button.text() == "2 rijen importeren"
    page.new.review.button.click()  # two: the button that names the rows
    settled(qtbot, page)
    assert page.new.stack.currentWidget() is page.new.done


def test_the_remembered_mapping_can_be_put_aside(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(DOUBTFUL))
    pressed(page, "Houden zoals het er staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    brought(qtbot, page, write([DOUBTFUL[0], ["Aalst", "Z", "2026", "eind 2031"], ["Lede", "Z", "2026", "2031"]]))
    assert page.new.review.button.text() == "2 rijen importeren"
    page.new.review.guessed.emit()
    settled(qtbot, page)
    assert page.new.review.button.text() == "1 rij importeren"


def test_what_a_changed_file_changes_is_seen_in_the_cell(qtbot: QtBot, page: ImportPage, write: Any) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    newer = [RATES[0], [41002, "Aalst", 2015, "70,4"], [41048, "Ninove", 2015, "68,8"]]
    brought(qtbot, page, write(newer, "nieuw.xlsx"))
    model = page.new.review.model
    deltas = [model.index(0, c).data(DELTA) for c in range(model.columnCount())]
    (delta,) = [one for one in deltas if one is not None]
    assert (delta.old, delta.new, delta.taken) == ("70,1", "70,4", True)
    assert model.index(1, 0).data() == "+ 3"


def test_a_conflict_is_put_before_the_user_and_settled_for_the_column(
    qtbot: QtBot, page: ImportPage, write: Any
) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    desk = page.context.desk
    with desk.look() as work:
        (aalst,) = work.figures.observations("employment_rate", ["41002"])
    desk.do(ReviseObservation(aalst.id, aalst.version, Decimal("69.9")))
    brought(qtbot, page, write([RATES[0], [41002, "Aalst", 2015, "70,4"], RATES[2]], "nieuw.xlsx"))
    pressed(page, "Neem wat in het bestand staat")
    settled(qtbot, page)
    page.new.review.button.click()
    settled(qtbot, page)
    with desk.look() as work:
        assert str(work.figures.observations("employment_rate", ["41002"])[0].value) == "70.4"
        assert work.imports.recipes()[0].rules == ("employment_rate=source",)


def test_rows_that_stayed_out_go_to_excel_and_come_back_through_the_same_door(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    brought(qtbot, page, write([*AGREEMENTS, ["Gemt", "Leie", "2022", "2025"]], "bijlage 2.xlsx"))
    page.new.review.button.click()
    settled(qtbot, page)
    path = saved(page, tmp_path / "bijlage 2 - te verbeteren.xlsx")
    page.new.done.left_button.click()
    book = openpyxl.load_workbook(path)
    assert book.active.cell(2, 5).value == "Onbekende gemeente"
    book.active.cell(2, 1).value = "Gent"
    book.save(path)
    brought(qtbot, page, path)
    assert not page.new.review.notes.isHidden()
    page.new.review.button.click()
    settled(qtbot, page)
    with page.context.desk.look() as work:
        assert sorted(a.title for a in work.agreements.agreements()) == ["Dender", "Leie", "Stad Genk"]


def test_the_account_is_saved_as_a_workbook(qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path) -> None:
    brought(qtbot, page, write(RATES))
    page.new.review.button.click()
    settled(qtbot, page)
    path = saved(page, tmp_path / "verslag.xlsx")
    page.new.done.account_button.click()
    assert openpyxl.load_workbook(path).sheetnames == ["Rijen", "Sommen", "Niet geïmporteerd"]
    page.refresh_now()
    page.head.show_view("history")
    page.history.view.setCurrentIndex(page.history.model.index(0, 0))
    path.unlink()
    page.import_detail.show_import(page.history.current())
    page.import_detail.save_button.click()
    assert path.exists()


def test_a_mapping_is_named_handed_on_removed_and_taken_over(
    qtbot: QtBot, page: ImportPage, write: Any, tmp_path: Path
) -> None:
    brought(qtbot, page, write(AGREEMENTS))
    page.new.review.button.click()
    settled(qtbot, page)
    page.new.done.name.committed.emit("Bijlage 2")
    page.refresh_now()
    page.head.show_view("recipes")
    page.recipes.view.setCurrentIndex(page.recipes.model.index(0, 0))
    path = saved(page, tmp_path / "Bijlage 2.json")
    next(action for action in page.deeds() if action.id == "import.save_recipe").run()
    assert path.exists()
    page.recipes.remove_selected()
    page.refresh_now()
    assert page.recipes.model.rowCount() == 0
    page.take([path])
    page.refresh_now()
    page.head.show_view("recipes")
    assert page.recipes.model.index(0, 0).data() == "Bijlage 2"


def test_a_damaged_mapping_is_refused_in_words(page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "koppeling.json"
    path.write_text('{"coopdesk": "recipe", "version": 1}')
    page.take([path])
    assert any("geen volledige koppeling" in label.text() for label in page.bars.findChildren(QLabel))
