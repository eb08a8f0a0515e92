from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.kernel.changes import RowChange, Step
from coopdesk.shell.action import Action
from coopdesk.shell.fields.text import TextField
from coopdesk.shell.finder import find
from coopdesk.shell.mnemonics import with_letters
from coopdesk.shell.place import Place
from coopdesk.shell.shortcuts import shortcut_rows
from coopdesk.shell.welcome import Welcome
from coopdesk.shell.window import Window
from tests import audit
from tests.shell.conftest import NOON, Refusing


def step(table: str) -> Step:
    return Step("1", "Undo", "", NOON, (RowChange(table, "x", None, {"id": "x"}),))


def test_the_window_passes_every_check(qtbot: QtBot, window: Window) -> None:
    window.go.to(Place("plan"))
    assert audit.findings(window) == {}


def test_the_window_passes_every_check_when_enlarged(qtbot: QtBot, window: Window) -> None:
    window.theme.zoom_to(150)
    window.resize(1280, 680)
    window.go.to(Place("plan"))
    QApplication.processEvents()
    assert audit.findings(window) == {}


def test_a_page_is_made_at_its_first_visit_and_read_when_something_changed(qtbot: QtBot, window: Window) -> None:
    assert [page.name for page in window._book.made] == ["start"]
    window.go.to(Place("plan"))
    page = window.page
    assert (page.built, page.read) == (1, 1)
    window.go.to(Place("start"))
    window.go.to(Place("plan"))
    assert page.read == 1
    window.context.desk.bus.publish(step("agreement"), None)
    window.context.desk.bus.publish(step("area"), None)
    qtbot.waitUntil(lambda: page.read == 2)


def test_another_area_is_read_on_the_page_on_show(qtbot: QtBot, window: Window) -> None:
    window.go.to(Place("plan"))
    assert window.windowTitle().endswith(" – Voorbeeldstreek – Coopdesk")
    window.context.area.choose("2")
    qtbot.waitUntil(lambda: window.page.read == 2)
    assert "Elders" in window.windowTitle()


def test_back_and_forward_go_the_way_one_came(qtbot: QtBot, window: Window) -> None:
    window.go.to(Place("plan"))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page.name == "start"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.page.name == "plan"


def test_arrows_in_the_navigation_change_the_screen(qtbot: QtBot, window: Window) -> None:
    window.navigation.list.setFocus()
    qtbot.keyClick(window.navigation.list, Qt.Key.Key_Down)
    assert window.page.name == "plan"
    qtbot.keyClick(window.navigation.list, Qt.Key.Key_Down)
    assert window.page.name == "dossier"


def test_the_navigation_is_icons_in_a_narrow_window_unless_pinned(qtbot: QtBot, window: Window) -> None:
    assert not window.navigation.rail
    window.resize(1280, 680)
    qtbot.waitUntil(lambda: window.navigation.rail)
    window.toggle_navigation()
    assert not window.navigation.rail


def test_badges_are_spoken(qtbot: QtBot, window: Window) -> None:
    window.navigation.show_badge("plan", 3, "3 meldingen")
    model = window.navigation.list.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", 3 meldingen")


def test_f6_leaves_every_pane(qtbot: QtBot, window: Window) -> None:
    window.go.to(Place("plan"))
    window.navigation.list.setFocus()
    seen = []
    for _ in range(3):
        window.next_pane(1)
        seen.append(QApplication.focusWidget())
    assert window.topbar.field in seen
    assert window.navigation.list in seen


def test_the_command_field_finds_a_screen_and_a_command(qtbot: QtBot, window: Window) -> None:
    window.open_finder()
    qtbot.keyClicks(window.topbar.field, "sneltoets")
    assert window.topbar.field.results.current.text == "Sneltoetsen"
    window.topbar.field.clear()
    qtbot.keyClicks(window.topbar.field, "dossier")
    qtbot.keyClick(window.topbar.field, Qt.Key.Key_Return)
    assert window.page.name == "dossier"
    assert not window.topbar.field.results.isVisible()


def test_the_command_field_forgives_one_mistake_and_says_when_it_finds_nothing(qtbot: QtBot, window: Window) -> None:
    assert [found.text for found in find(window.topbar.field._sources, "snaltoetsen")] == ["Sneltoetsen"]
    window.open_finder()
    qtbot.keyClicks(window.topbar.field, "qqqqqq")
    assert window.topbar.field.results.found == []
    assert "qqqqqq" in window.topbar.field.results.foot.text()
    qtbot.keyClick(window.topbar.field, Qt.Key.Key_Escape)
    assert not window.topbar.field.results.isVisible()


def test_a_refused_command_is_told_at_its_field(qtbot: QtBot, window: Window) -> None:
    field = TextField(window.context, "Naam")
    qtbot.addWidget(field)
    assert not window.context.submit(Refusing(), field)
    assert field.problem == "Vul dit in."
    assert not window.context.submit(Refusing())
    assert window.bars.texts == ["Vul dit in."]
    assert not window.context.submit(Refusing(), field)
    assert window.bars.texts == [], "what was said before is still there"


def test_the_undo_bar_is_in_the_layout_and_goes_at_the_next_change(qtbot: QtBot, window: Window) -> None:
    window.messages.note("Actie verwijderd.", undo=True)
    assert window.bars.texts == ["Actie verwijderd."]
    assert not window.bars.geometry().intersects(window._pages.geometry())
    window.context.desk.bus.publish(step("area"), None)
    assert window.bars.texts == []


def test_a_saving_failure_stays_until_saving_works(qtbot: QtBot, window: Window) -> None:
    window.messages.saving_failed("De stick is weg.", lambda: None, lambda: None)
    window.messages.note("Iets anders.")
    window.messages.quiet()
    assert window.bars.texts == ["De stick is weg."]
    window.messages.saving_works()
    assert window.bars.texts == []


def test_an_action_that_cannot_be_done_now_still_answers_its_key_later(qtbot: QtBot, window: Window) -> None:
    done, ready = [], []
    window.set_actions([Action("x", "Undo", "", "Ctrl+J", lambda: done.append(1), lambda: bool(ready), "Tools")])
    made: QAction = window.menus.qt_action("x")
    made.trigger()
    assert done == []
    ready.append(1)
    made.trigger()
    assert done == [1]


def test_every_menu_title_gets_a_letter_of_its_own() -> None:
    titles = with_letters(["&Openen…", "Overzicht", "Opnieuw\tCtrl+Y", "Oo"])
    letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
    assert len(letters) == len(set(letters)) == 3


def test_the_list_of_shortcuts_names_every_key(window: Window) -> None:
    window.go.to(Place("plan"))
    keys = " ".join(row[2] for row in shortcut_rows(window.words, window._all_actions()))
    for key in ("Ctrl+Z", "Ctrl+K", "F6", "Ctrl+N", "F2"):
        assert key in keys


def test_without_a_workspace_the_welcome_shows_and_arrows_choose(qtbot: QtBot, window: Window) -> None:
    went = []
    ways = [(Action(str(n), "Undo", "add", "", lambda n=n: went.append(n), menu="File"), "Tekst") for n in range(3)]
    welcome = Welcome(window.words, ways, Action("open", "Undo", "folder_open", "Ctrl+O", menu="File"))
    window.shut()
    window.show_welcome(welcome)
    assert welcome.isVisible()
    assert not window.navigation.isVisible()
    welcome.ways[0].setFocus()
    qtbot.keyClick(welcome.ways[0], Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert went == [1]


def test_what_was_chosen_is_remembered(qtbot: QtBot, window: Window) -> None:
    window.theme.zoom_to(115)
    window.close()
    assert window._memory.get("zoom") == "115"
    assert window._memory.get("window")


def test_after_a_screen_is_opened_from_the_command_field_the_focus_is_on_that_screen(
    qtbot: QtBot, window: Window
) -> None:
    window.navigation.list.setFocus()
    window.open_finder()
    qtbot.keyClicks(window.topbar.field, "actieplan")
    assert [found.text for found in window.topbar.field.results.found] == ["Actieplan"]
    qtbot.keyClick(window.topbar.field, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.name == "plan"
    qtbot.waitUntil(window.page.line.hasFocus)  # type: ignore[attr-defined]


def test_a_screen_is_found_by_other_words_and_a_command_leaves_the_focus_where_it_was(
    qtbot: QtBot, window: Window
) -> None:
    window.navigation.list.setFocus()
    window.open_finder()
    qtbot.keyClicks(window.topbar.field, "vernieuwen")
    assert [found.text for found in window.topbar.field.results.found] == ["Scherm opnieuw lezen"]
    qtbot.keyClick(window.topbar.field, Qt.Key.Key_Return)
    assert window.navigation.list.hasFocus()
    window.open_finder()
    shown = [found.text for found in window.topbar.field.results.found if found.kind == "Opdrachten"]
    assert shown[0] == "Scherm opnieuw lezen"
