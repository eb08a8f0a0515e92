"""Every list of the program does what a list does: the same keys, the same menus, on the rows of the example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from coopdesk.app.session import Session
from coopdesk.opening import Opened
from coopdesk.shell.grid.grid import Grid
from coopdesk.shell.grid.popup import TickList
from coopdesk.shell.grid.replace import ReplaceDialog
from coopdesk.shell.matching import plain
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from tests.gallery import settle, studio

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, Ctrl, Shift = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Studio = tuple[Window, Session, Opened]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: where it is, the column people type in with a text for it, and a column of figures."""

    name: str
    place: Place
    grid: Callable[[Any], Grid[Any]]
    typed: str = ""
    text: str = ""
    figures: str = ""
    comments: bool = True


LISTS = (
    Listed("actions", Place("plan", view="table"), lambda p: p.grid, "lead", "Xavier Wils", "budget"),
    Listed("agreements", Place("agreements", view="list"), lambda p: p.views.list, "title", "Overeenkomst van later"),
    Listed("coverage", Place("agreements", view="coverage"), lambda p: p.views.coverage, comments=False),
    Listed("municipalities", Place("area"), lambda p: p.grid, "begin", "1/3/2020", "inhabitants"),
    Listed("people", Place("contacts", view="people"), lambda p: p.people, "phone", "03 123 45 67"),
    Listed("organisations", Place("contacts", view="organisations"), lambda p: p.organisations, "phone", "03 123 45"),
    Listed("seats", Place("contacts", view="seats"), lambda p: p.seats, "seat", "lid"),
    Listed("measurements", Place("followup", view="measurements"), lambda p: p.measurements.grid, "2026-H1", "71,5",
           "2026-H1"),
    Listed("account", Place("followup", view="account"), lambda p: p.account.grid, "text", "Loopt goed"),
    Listed("meetings", Place("followup", view="meetings"), lambda p: p.meetings.grid, "decisions", "Alles goedgekeurd"),
    Listed("observations", Place("figures"), lambda p: p.grid, "value", "12,5", "value"),
    Listed("opportunities", Place("opportunities", view="list"), lambda p: p.grid, "title", "Een andere kans"),
)  # fmt: skip
TYPED = tuple(one for one in LISTS if one.typed)
every = pytest.mark.parametrize("listed", LISTS, ids=lambda one: one.name)
every_typed = pytest.mark.parametrize("listed", TYPED, ids=lambda one: one.name)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(True, tmp_path_factory.mktemp("lists")) as made:
        made[0].resize(1440, 860)
        yield made


def shown(workplace: Studio, listed: Listed) -> Grid[Any]:
    window, _, _ = workplace
    window.activateWindow()
    window.go.to(listed.place)
    settle(window)
    grid = listed.grid(window.page)
    grid.clear_filters()
    grid.sort_by("")
    grid.view.setFocus()
    return grid


def press(grid: Grid[Any], key: Qt.Key, modifier: Any = NONE) -> None:
    QTest.keyClick(grid.view, key, modifier)
    QApplication.processEvents()


def first_rows(grid: Grid[Any], n: int = 2) -> list[str]:
    """The first rows on show under each other, without a heading between them."""
    lines = grid.model.lines
    at = next(at for at in range(len(lines)) if all(line.row for line in lines[at : at + n]))
    return [line.id for line in lines[at : at + n]]


def texts(grid: Grid[Any], key: str) -> list[str]:
    return [str(grid.model.where(line.id, key).data()) for line in grid.model.lines if line.row is not None]


@every
def test_a_range_is_copied_as_text_and_as_a_table(workplace: Studio, listed: Listed) -> None:
    grid = shown(workplace, listed)
    press(grid, Key.Key_A, Ctrl)
    press(grid, Key.Key_C, Ctrl | Shift)
    data = QGuiApplication.clipboard().mimeData()
    rows = [line for line in grid.model.lines if line.row is not None]
    assert data.html().count("<tr>") == len(rows) + 1
    titles = [grid.model.title(at) for at in grid.view.columns()]
    assert data.text().splitlines()[0].split("\t") == titles


@every
def test_a_title_sorts_up_down_and_back_and_a_filter_counts_chips_and_clears(workplace: Studio, listed: Listed) -> None:
    grid = shown(workplace, listed)
    key = next((column.key for column in grid.shape.columns if column.filter), grid.shape.columns[0].key)
    before = [line.id for line in grid.model.lines]
    for _ in range(2):
        grid.view.titles.sectionClicked.emit([column.key for column in grid.shape.columns].index(key))
    assert grid.wish.down
    grid.view.titles.sectionClicked.emit([column.key for column in grid.shape.columns].index(key))
    assert [line.id for line in grid.model.lines] == before
    grid.open_filter(key, grid.view.titles)
    ticks = grid.view.titles.findChildren(TickList)[-1]
    counts = [int(ticks.list.item(at).text().rpartition("(")[2].strip(") ")) for at in range(ticks.list.count())]
    ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    ticks.close()
    assert sum(line.row is not None for line in grid.model.lines) == counts[0]
    assert grid.bar.chips[key].isChecked()
    assert str(len(grid.rows)) in grid.bar.count.text()
    QTest.mouseClick(grid.bar.clear, Qt.MouseButton.LeftButton)
    assert [line.id for line in grid.model.lines] == before


@every
def test_what_is_sought_is_found_with_f3_and_a_column_and_a_view_can_be_chosen(
    workplace: Studio, listed: Listed
) -> None:
    grid = shown(workplace, listed)
    first = grid.model.where(first_rows(grid)[0]).data()
    press(grid, Key.Key_F, Ctrl)
    QTest.keyClicks(grid.bar.field, first.split()[0])
    QTest.keyClick(grid.bar.field, Key.Key_F3)
    assert plain(first.split()[0]) in plain(grid.view.currentIndex().data())
    hidden = grid.shape.columns[-1].key
    was = grid.widths.shows(hidden)
    grid.views.keep("Zoals het was")
    QTest.keyClick(grid.bar.field, Key.Key_Escape)
    grid.open_columns(grid.bar.columns)
    ticks = grid.bar.columns.findChildren(TickList)[-1]
    item = ticks.list.item(ticks.list.count() - 1)
    item.setCheckState(Qt.CheckState.Unchecked if was else Qt.CheckState.Checked)
    ticks.close()
    assert grid.widths.shows(hidden) != was
    grid.views._show("Zoals het was")
    assert grid.widths.shows(hidden) == was
    assert grid.wish.words
    grid.clear_filters()


@every_typed
def test_what_is_pasted_and_filled_is_one_step_each(workplace: Studio, listed: Listed) -> None:
    grid, desk = shown(workplace, listed), workplace[2].desk
    grid.widths.show(listed.typed, shown=True)
    one, other = first_rows(grid)
    before = texts(grid, listed.typed)
    QGuiApplication.clipboard().setText(listed.text)
    grid.select(one, listed.typed)
    press(grid, Key.Key_V, Ctrl)
    kept = grid.model.where(one, listed.typed).data()
    assert grid.model.problem(grid.model.where(one, listed.typed)) is None
    assert kept not in ("", before[0])
    press(grid, Key.Key_Down, Shift)
    press(grid, Key.Key_D, Ctrl)
    assert grid.model.where(other, listed.typed).data().rstrip("%") == kept.rstrip("%")
    assert {step.label for step in desk.recent(2)} == {"Paste cells", "Fill down"}
    desk.undo()
    desk.undo()
    window = workplace[0]
    settle(window)
    assert texts(grid, listed.typed) == before


@every_typed
def test_find_and_replace_shows_what_would_change(workplace: Studio, listed: Listed) -> None:
    grid = shown(workplace, listed)
    press(grid, Key.Key_H, Ctrl)
    dialog = next(one for one in workplace[0].findChildren(QDialog) if isinstance(one, ReplaceDialog))
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("listed", [one for one in LISTS if one.comments], ids=lambda one: one.name)
def test_a_comment_is_written_said_and_undone(workplace: Studio, listed: Listed) -> None:
    grid, desk = shown(workplace, listed), workplace[2].desk
    row = first_rows(grid)[0]
    grid.select(row)
    press(grid, Key.Key_F2, Shift)
    panel = grid.noting.panel
    assert panel is not None
    QTest.keyClicks(panel.text, "Nog bellen")
    QTest.keyClick(panel.text, Key.Key_Return)
    settle(workplace[0])
    assert "Nog bellen" in str(grid.model.where(row).data(Qt.ItemDataRole.ToolTipRole))
    assert "1 opmerking" in str(grid.model.where(row).data(SPOKEN))
    desk.undo()
    settle(workplace[0])
    assert "opmerking" not in str(grid.model.where(row).data(SPOKEN))


@pytest.mark.parametrize("listed", [one for one in LISTS if one.figures], ids=lambda one: one.name)
def test_chosen_figures_are_counted_and_added_up_at_the_foot(workplace: Studio, listed: Listed) -> None:
    grid, window = shown(workplace, listed), workplace[0]
    grid.widths.show(listed.figures, shown=True)
    grid.view.choose_columns([column.key for column in grid.shape.columns].index(listed.figures), extend=False)
    QApplication.processEvents()
    told = window.foot._totals.text()
    assert told.startswith("Aantal ")
    assert "Som " in told
    assert "Gemiddelde " in told
