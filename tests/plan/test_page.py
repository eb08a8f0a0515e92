from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from coopdesk.desk.desk import Desk
from coopdesk.plan.model import ActionStatus
from coopdesk.plan.ui.page import PlanPage
from coopdesk.shell.fields.field import Field
from coopdesk.shell.labels import Button
from tests.plan.conftest import Show, Story, area

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def choose(page: PlanPage, story: Story, title: str, key: str = "title") -> None:
    page.grid.select(story.row(title).id, key)
    QApplication.processEvents()
    page.window().activateWindow()
    page.grid.view.setFocus()
    QApplication.processEvents()


def type_in(page: PlanPage, qtbot: QtBot, text: str, key: Key = Key.Key_Return) -> None:
    """Types over the current cell, as in a spreadsheet."""
    qtbot.keyClick(page.grid.view, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClick(editor, Key.Key_A, Ctrl)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, key)
    QApplication.processEvents()


def fill(page: PlanPage, qtbot: QtBot, field: Field, text: str) -> None:
    line = field.focusProxy()
    assert line is not None
    line.setFocus()
    qtbot.keyClick(line, Key.Key_A, Ctrl)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Key.Key_Return)
    QApplication.processEvents()


def test_the_head_says_what_stands_in_the_plan(page: PlanPage) -> None:
    assert page.head.title == "Actieplan 2026–2028"
    assert page.head._facts.text() == "3 doelstellingen · 10 acties · 1 te laat · 2 in de komende 30 dagen"


def test_the_headings_say_where_an_objective_stands(page: PlanPage) -> None:
    group = page.grid.model.lines[0].group
    assert group is not None
    assert group.facts == "Indicator: werkzaamheidsgraad 50–64 · nu 68,4% → doel 72,0%"
    assert group.right == "3 acties · 1 afgerond"


def test_a_late_date_is_also_said_in_words(page: PlanPage, story: Story) -> None:
    index = page.grid.model.where(story.row("Werkplekleren").id, "end")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "12 november 2026, 12 dagen te laat"


def test_typing_in_a_cell_changes_the_action_and_enter_goes_down(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Jobbeurs", "end")
    type_in(page, qtbot, "mei 2027")
    assert story.row("Jobbeurs").action.end is not None
    assert story.row("Jobbeurs").action.end.canonical() == "2027-05"  # type: ignore[union-attr]
    current = page.grid.current()
    assert current is not None
    assert current.action.title.startswith("Loopbaancheques")


def test_two_cells_of_one_row_typed_at_once_are_both_kept(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Jobbeurs", "lead")
    type_in(page, qtbot, "Xu", Key.Key_Tab)
    page.grid.select(story.row("Jobbeurs").id, "progress")
    type_in(page, qtbot, "50")
    action = story.row("Jobbeurs").action
    assert (action.lead, action.progress) == ("Xu", 50)


def test_an_end_before_the_begin_keeps_the_typed_text_with_the_reason(
    page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    page.grid.widths.show("begin", shown=True)
    choose(page, story, "Jobbeurs", "begin")
    type_in(page, qtbot, "1/1/2028")
    index = page.grid.model.where(story.row("Jobbeurs").id, "begin")
    assert index.data() == "1/1/2028"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "De einddatum kan niet voor de begindatum vallen."
    assert story.row("Jobbeurs").action.begin is None


def test_ctrl_n_adds_under_the_current_objective_with_the_cursor_in_the_title(
    page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    choose(page, story, "Kinderopvang")
    qtbot.keyClick(page.grid.view, Key.Key_N, Ctrl)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), type(page.grid.bar.field)))
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Jobdating logistiek")
    qtbot.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    made = story.row("Jobdating")
    assert made.objective.title == "Niet-beroepsactieven bereiken"
    assert made.action.code == "2.5"
    titles = [row.action.title for row in story.view().rows]
    assert titles.index("Jobdating logistiek") == titles.index("Kinderopvang op maat van opleidingstrajecten") + 1


def test_the_first_action_makes_the_plan(show: Show, desk: Desk, qtbot: QtBot) -> None:
    area_id = area(desk)
    page = show(desk, area_id).page
    assert isinstance(page, PlanPage)
    page.add_action()
    QApplication.processEvents()
    assert page.head.title == "Actieplan 2026–2031"
    assert page.head._facts.text().startswith("1 doelstelling · 1 actie")


def test_ctrl_delete_removes_an_action_and_the_bar_offers_undo(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Jobbeurs")
    qtbot.keyClick(page.grid.view, Key.Key_Delete, Ctrl)
    QApplication.processEvents()
    assert story.view().counts.actions == 9
    window = page.window()
    assert window.bars.texts == ["Actie “Jobbeurs 50+ met lokale zorgwerkgevers” is verwijderd."]  # type: ignore[attr-defined]
    undo = next(button for button in window.findChildren(Button) if button.text() == "Ongedaan maken")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert story.view().counts.actions == 10


def test_the_pane_shows_and_changes_the_chosen_action(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Werkplekleren")
    detail = page.pane.action
    assert detail.late.text() == "12 dagen te laat"
    fill(page, qtbot, detail.fields["end"], "31/12/2026")
    fill(page, qtbot, detail.fields["progress"], "25")
    row = story.row("Werkplekleren")
    assert (row.days_late, row.action.progress) == (0, 25)
    assert detail.late.text() == ""


def test_a_wrong_amount_keeps_what_was_typed_with_an_example(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Werkplekleren")
    field = page.pane.action.budget.fields[0]
    fill(page, qtbot, field, "12,5k")
    assert (field.text, story.row("Werkplekleren").budget) == ("12,5k", 1_250_000)
    assert "12.500" in field.problem


def test_ticking_a_milestone_is_kept_at_once(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Werkplekleren")
    box = next(
        box
        for box in page.pane.action.milestones.findChildren(QCheckBox)
        if box.accessibleName() == "Eerste zes plaatsen ingevuld" and box.isVisible()
    )
    qtbot.keyClick(box, Key.Key_Space)
    assert all(milestone.done for milestone in story.row("Werkplekleren").milestones)


def test_a_heading_opens_the_objective_in_the_pane(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    objective = story.view().objectives[0]
    page.reveal(objective.id)
    QApplication.processEvents()
    assert page.pane.objective.isVisible()
    fill(page, qtbot, page.pane.objective.fields["title"], "Meer 50-plussers aan het werk")
    assert story.view().objectives[0].objective.title == "Meer 50-plussers aan het werk"


def test_a_status_pasted_from_a_spreadsheet_is_understood(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Jobbeurs", "lead")
    QGuiApplication.clipboard().setText("Sofie Claes\tUitgesteld\t30\nSofie Claes\tonbekend\t40\n")
    qtbot.keyClick(page.grid.view, Key.Key_V, Ctrl)
    QApplication.processEvents()
    first, second = story.row("Jobbeurs").action, story.row("Loopbaancheques").action
    assert (first.lead, first.status, first.progress) == ("Sofie Claes", ActionStatus.POSTPONED, 30)
    assert (second.lead, second.status, second.progress) == ("Sofie Claes", ActionStatus.DONE, 40)
    assert page.grid.model.where(story.row("Loopbaancheques").id, "status").data() == "onbekend"
    story.desk.undo()
    assert story.row("Jobbeurs").action.lead == "Ann Peeters"
    assert story.row("Loopbaancheques").action.progress == 100


def test_moving_an_action_up_past_the_edge_takes_it_to_the_objective_above(
    page: PlanPage, story: Story, qtbot: QtBot
) -> None:
    choose(page, story, "Vindplaatsgericht")
    qtbot.keyClick(page.grid.view, Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert story.row("Vindplaatsgericht").objective.title == "Meer vijftigplussers aan het werk"


def test_a_pane_that_was_shut_stays_shut(page: PlanPage, story: Story) -> None:
    choose(page, story, "Jobbeurs")
    page.detail.shut()
    choose(page, story, "Kinderopvang")
    assert not page.detail.isVisible()


@pytest.mark.parametrize(("mode", "percent"), [("light", 100), ("dark", 115), ("light", 150)])
def test_every_look_opens_with_the_same_rows(show: Show, story: Story, mode: str, percent: int) -> None:
    page = show(story.desk, story.area_id, (1280, 680), mode, percent).page
    assert isinstance(page, PlanPage)
    assert page.grid.view.rowHeight(1) >= 2 * page.grid.view.fontMetrics().height()
    assert len(page.grid.model.lines) == 13


def test_several_chosen_actions_change_together_in_one_step(page: PlanPage, story: Story, qtbot: QtBot) -> None:
    choose(page, story, "Jobbeurs")
    qtbot.keyClick(page.grid.view, Key.Key_A, Ctrl)
    QApplication.processEvents()
    assert page.pane.several.isVisible()
    assert page.detail._title.text() == "10 acties geselecteerd"
    fill(page, qtbot, page.pane.several.fields["lead"], "Sofie Claes")
    assert {row.action.lead for row in story.view().rows} == {"Sofie Claes"}
    page.context.desk.undo()
    assert story.row("Jobbeurs").action.lead == "Ann Peeters"
