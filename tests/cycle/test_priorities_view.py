"""The matrix of the priorities, by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.cycle.ui.extras import CycleExtras
from coopdesk.cycle.ui.priorities import PrioritiesView
from coopdesk.cycle.ui.priority_list import PriorityListDialog
from coopdesk.plan.model import Action
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.window import Window
from tests.audit import findings, left_in_english
from tests.plan.conftest import Story

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(page: PlanPage) -> PrioritiesView:
    page.head.show_view("priorities")
    QApplication.processEvents()
    found = extras(page).priorities
    assert found.grid is not None
    found.grid.setFocus()
    QApplication.processEvents()
    return found


def extras(page: PlanPage) -> CycleExtras:
    found = page._extras
    assert isinstance(found, CycleExtras)
    return found


def text(view: PrioritiesView) -> str:
    """What a screen reader says of the current cell."""
    assert view.grid is not None
    return str(view.grid.model.data(view.grid.view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole))


def states(view: PrioritiesView) -> list[str]:
    assert view.spot is not None
    row = view.grid.current() if view.grid else None
    assert row is not None
    return [cell.state.value for cell in row.row.cells]


def test_the_first_hole_is_chosen_and_said_in_words(view: PrioritiesView) -> None:
    assert text(view) == "WSE-LR1, 2026: Geen actie. Nog geen actie in 2026."
    assert view.facts.text() == "Minstens één actie per prioriteit per jaar. Nog 12 gaten te vullen."
    assert view.pane.kicker.text() == "WSE-LR1 · 2026"


def test_arrows_walk_from_cell_to_cell(view: PrioritiesView, qtbot: QtBot) -> None:
    assert view.grid is not None
    qtbot.keyClick(view.grid.view, Key.Key_Right)
    qtbot.keyClick(view.grid.view, Key.Key_Down)
    QApplication.processEvents()
    assert view.pane.kicker.text() == "WSE-LR2 · 2027"
    qtbot.keyClick(view.grid.view, Key.Key_Return)
    assert view.pane.make.hasFocus()


def test_one_click_makes_the_action_and_one_undo_takes_it_back(
    view: PrioritiesView, qtbot: QtBot, story: Story
) -> None:
    qtbot.mouseClick(view.pane.make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert states(view)[0] == "served"
    assert view.pane._opens[0].toolTip().endswith("Actie voor WSE-LR1 in 2026")
    story.desk.undo()
    QApplication.processEvents()
    assert states(view)[0] == "hole"


def test_an_action_there_is_can_be_linked(view: PrioritiesView, qtbot: QtBot, story: Story) -> None:
    box = view.pane.link.box
    texts = [box.itemText(at) for at in range(box.count())]
    assert any("Jobbeurs 50+" in one for one in texts)
    assert not any("Mobiliteitsoplossing" in one for one in texts), "what was stopped serves nothing"
    box.setCurrentIndex(next(at for at, one in enumerate(texts) if "Jobbeurs 50+" in one))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()
    assert states(view)[:2] == ["served", "served"]
    assert story.row("Jobbeurs").action.priorities == ("WSE-LR1",)


def test_a_reason_typed_by_keyboard_fills_the_hole_with_its_date(view: PrioritiesView, qtbot: QtBot) -> None:
    view.pane.reason.edit.setFocus()
    qtbot.keyClicks(view.pane.reason.edit, "Pas na de omgevingsanalyse.")
    qtbot.keyClick(view.pane.reason.edit, Key.Key_Return, Ctrl)
    QApplication.processEvents()
    assert states(view)[0] == "explained"
    assert text(view) == (
        "WSE-LR1, 2026: Met reden. Bewust geen actie: Pas na de omgevingsanalyse. (24\u00a0nov\u00a02026)"
    )


def test_a_cell_opens_its_actions(view: PrioritiesView, page: PlanPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.pane.make, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    qtbot.mouseClick(view.pane._opens[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.head.view == "table"
    row = page.grid.current()
    assert row is not None
    assert row.action.title == "Actie voor WSE-LR1 in 2026"
    assert page.detail.isVisible()


def test_per_municipality_there_is_a_row_for_each_and_it_is_remembered(view: PrioritiesView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.per_town, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert view.grid is not None
    assert [line.row.place for line in view.grid.model.lines if line.row][:3] == [
        "Lindemeer",
        "Wilgenrode",
        "Kreekhoven",
    ]
    assert view.grid.model.lines[0].group is not None
    assert view.grid.model.lines[0].group.right == "9 gaten"
    assert text(view) == "WSE-LR1, 2026, Lindemeer: Geen actie. Nog geen actie in 2026."


def test_the_matrix_is_copied_as_a_table(view: PrioritiesView, qtbot: QtBot) -> None:
    assert view.grid is not None
    qtbot.keyClick(view.grid.view, Key.Key_A, Ctrl)
    qtbot.keyClick(view.grid.view, Key.Key_C, Ctrl)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert "WSE-LR1" in copied[0] or "regierol" in copied[0]
    assert copied[0].count("\t") == 3
    assert copied[0].count("Geen actie") == 3


def test_filters_and_pane_of_the_rows_are_away_beside_the_matrix(view: PrioritiesView, page: PlanPage) -> None:
    assert not page.grid.bar.isVisible()
    assert not page.detail.isVisible()
    page.refresh_now()
    assert not page.grid.bar.isVisible()
    page.head.show_view("table")
    assert page.grid.bar.isVisible()


def test_the_list_of_priorities_is_changed_on_screen(view: PrioritiesView, window: Window, story: Story) -> None:
    extras(window.page)._edit_priorities()  # type: ignore[arg-type]
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PriorityListDialog)
    row = dialog.grid.model.at(dialog.grid._rows[1].id)
    last = dialog.grid.model.index(row, 3)
    assert dialog.grid.model.setData(last, "2026")
    QApplication.processEvents()
    assert not dialog.grid.model.setData(dialog.grid.model.index(row, 2), "soon")
    assert not findings(dialog)
    dialog.close()
    view.choose("WSE-LR2", 2027)
    assert states(view) == ["hole", "not_in_force", "not_in_force"]
    assert not view.pane.make.isVisible()
    story.desk.undo()


def test_a_priority_is_added_and_removed_again(window: Window, page: PlanPage, story: Story, qtbot: QtBot) -> None:
    dialog = PriorityListDialog(window, extras(page)._context)
    dialog.open()
    dialog._add()
    QApplication.processEvents()
    with story.desk.look() as work:
        added = next(p for p in work.plans.priorities() if p.code == "Nieuwe code")
    assert (added.first_year, added.last_year) == (2026, None)
    dialog.grid.select(added.id)
    dialog.grid.remove_selected()
    with story.desk.look() as work:
        assert len(work.plans.priorities()) == 4
    dialog.close()


def codes(story: Story) -> list[str]:
    with story.desk.look() as work:
        return [p.code for p in work.plans.priorities()]


def test_a_list_of_priorities_pasted_from_excel_is_one_step(
    window: Window, page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    dialog = PriorityListDialog(window, extras(page)._context)
    dialog.open()
    before = codes(story)
    last = dialog.grid.model.lines[-1].row
    dialog.grid.select(last.id, "code")
    QGuiApplication.clipboard().setText(f"{last.code}\t{last.title}\t2023\nX-NIEUW1\tEerste\t2027\nX-NIEUW2\tTweede\n")
    qtbot.keyClick(dialog.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert codes(story) == [*before, "X-NIEUW1", "X-NIEUW2"]
    with story.desk.look() as work:
        assert [p.first_year for p in work.plans.priorities()[-2:]] == [2027, 2026]
    story.desk.undo()
    assert codes(story) == before
    dialog.close()


def test_several_priorities_are_pasted_under_the_last_one_filled_and_removed_together(
    window: Window, page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    dialog = PriorityListDialog(window, extras(page)._context)
    dialog.open()
    before, grid = codes(story), dialog.grid
    QGuiApplication.clipboard().setText("X\tEen\t2027\t2029\nY\tTwee\t2028\n")
    menu = grid.menus.special_menu()
    next(entry for entry in menu.actions() if entry.text().startswith("Als nieuwe rijen")).trigger()
    assert codes(story) == [*before, "X", "Y"]
    made = [line.row for line in grid.model.lines[-2:]]
    grid.select(made[0].id, "last_year")
    qtbot.keyClick(grid.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    with story.desk.look() as work:
        assert [p.last_year for p in work.plans.priorities()[-2:]] == [2029, 2029]
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert codes(story) == before
    story.desk.undo()
    assert codes(story) == [*before, "X", "Y"]
    dialog.close()


def test_the_view_passes_the_audit(view: PrioritiesView, window: Window, qtbot: QtBot) -> None:
    assert not findings(window)
    assert not left_in_english(window, view._context.words)
    qtbot.mouseClick(view.per_town, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not findings(window)


def test_the_day_of_a_reason_is_today(view: PrioritiesView, story: Story) -> None:
    view.pane._explain("Omdat het zo is.")
    with story.desk.look() as work:
        (reason,) = work.cycles.reasons(story.plan_id)
        assert all(isinstance(action, Action) for action in work.plans.actions(story.plan_id))
    assert reason.noted == date(2026, 11, 24)
