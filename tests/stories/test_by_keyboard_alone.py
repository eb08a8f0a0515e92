"""Everything about a plan, and every screen, is reached and done without a mouse."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from coopdesk.plan.model import ActionStatus
from coopdesk.plan.queries import ActionRow
from coopdesk.shell.window import Window
from tests.gallery import settle
from tests.stories.keyboard import NONE, Alt, Ctrl, Key, Keyboard, Shift, choose, plan, titles

SCREENS = (
    "Start", "Regiegebied", "Analyse", "Cijfers", "Kansen", "Actieplan", "Overeenkomsten", "Opvolging", "Contacten",
    "Dossier", "Importeren", "Instellingen",
)  # fmt: skip


def row(window: Window, title: str) -> ActionRow:
    return next(one for one in plan(window).grid.rows if title in one.action.title)


def label(keys: Keyboard) -> str:
    context = keys.window.context
    assert context is not None
    return str(context.desk.recent(1)[0].label)


def begins(one: Any) -> tuple[date | None, date | None]:
    return (one.begin.first if one.begin else None, one.end.last if one.end else None)


def test_each_screen_is_two_steps_away(keys: Keyboard) -> None:
    window = keys.window
    for title in SCREENS:
        keys.do(title)
        assert window.windowTitle().startswith(f"{title} – "), title
        focused = QApplication.focusWidget()
        assert focused is not None, title
        assert window.page is not None
        assert window.page.isAncestorOf(focused), f"{title}: the focus stayed behind"
    window.navigation.list.setFocus()
    keys.press(Key.Key_Home)
    seen = [window.windowTitle().partition(" – ")[0]]
    while len(seen) < len(SCREENS):
        keys.press(Key.Key_Down)
        seen.append(window.windowTitle().partition(" – ")[0])
    assert seen == list(SCREENS), "and the arrows in the navigation pass them all"


def test_the_search_finds_an_action_a_contact_a_sentence_and_a_command(keys: Keyboard) -> None:
    window, field = keys.window, keys.window.topbar.field
    for typed, kind in (("werkplekleren", "Acties"), ("ann peters", "Contacten"), ("pdf", "Schermen")):
        keys.press(Key.Key_Q, Alt)
        keys.type(typed)
        settle(window)
        assert any(found.kind.startswith(kind) for found in field.results.found), typed
        keys.press(Key.Key_Escape)
    keys.press(Key.Key_K, Ctrl)
    keys.type("werkplekleren bij drie")
    settle(window)
    keys.press(Key.Key_Return)
    current = plan(window).grid.current()
    assert current is not None
    assert current.action.title == "Werkplekleren bij drie woonzorgcentra"


def test_a_bar_moves_by_keys_and_comes_back_with_one_undo(keys: Keyboard) -> None:
    before = choose(keys, "Mobiele opleiding").action
    keys.do("Als tijdlijn")
    keys.press(Key.Key_Right, Ctrl)
    moved = row(keys.window, "Mobiele opleiding").action
    assert before.begin is not None
    assert moved.begin is not None
    assert (moved.begin.first - before.begin.first).days == 7
    assert label(keys) == "Move action in time"
    keys.press(Key.Key_Left, Ctrl | Shift)
    shorter = row(keys.window, "Mobiele opleiding").action
    assert begins(shorter)[0] == begins(moved)[0]
    assert shorter.end is not None
    assert moved.end is not None
    assert (moved.end.last - shorter.end.last).days == 7
    keys.press(Key.Key_Z, Ctrl, times=2)
    assert begins(row(keys.window, "Mobiele opleiding").action) == begins(before)
    keys.do("Meer tijd op het scherm")
    keys.do("Vandaag op de tijdlijn")
    assert plan(keys.window).head.view == "timeline"


def test_a_card_goes_to_another_column_and_its_details_open_and_close(keys: Keyboard) -> None:
    choose(keys, "Taalcoaching")
    keys.do("Als bord")
    keys.press(Key.Key_Right, Alt | Shift)
    assert row(keys.window, "Taalcoaching").action.status is ActionStatus.RUNNING
    page = plan(keys.window)
    keys.press(Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.detail.isAncestorOf(focused)
    keys.press(Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.views.board.isAncestorOf(focused), "Esc goes back to the card"
    keys.press(Key.Key_Z, Ctrl)
    assert row(keys.window, "Taalcoaching").action.status is ActionStatus.PLANNED


def test_fields_and_milestones_of_the_pane_are_filled_in(keys: Keyboard) -> None:
    made = choose(keys, "Mobiele opleiding")
    page = plan(keys.window)
    keys.press(Key.Key_F4)
    keys.to(page.pane.action.fields["end"])
    keys.press(Key.Key_A, Ctrl)
    keys.type("31/3/2027")
    keys.press(Key.Key_Return)
    assert begins(row(keys.window, "Mobiele opleiding").action)[1] == date(2027, 3, 31)
    open_ = next(one for one in made.milestones if not one.done)
    boxes = page.pane.action.milestones.findChildren(QCheckBox)
    box = next(one for one in boxes if one.accessibleName() == open_.title)
    keys.to(box)
    keys.press(Key.Key_Space)
    assert all(one.done for one in row(keys.window, "Mobiele opleiding").milestones)
    keys.press(Key.Key_Escape)
    assert page.grid.view.hasFocus()


def test_a_hole_in_the_priorities_gets_its_action(keys: Keyboard) -> None:
    keys.do("Actieplan")
    keys.do("Als prioriteitentoets")
    page: Any = plan(keys.window)
    view = page._extras.priorities
    before = titles(keys.window)
    spot = view.spot
    assert spot is not None
    keys.press(Key.Key_Right)
    assert view.spot is not None
    assert view.spot.cell.year == spot.cell.year + 1
    keys.press(Key.Key_Left)
    keys.do("Actie maken voor deze prioriteit")
    assert len(titles(keys.window)) == len(before) + 1
    keys.press(Key.Key_Z, Ctrl)
    assert titles(keys.window) == before
    keys.do("Noteren waarom niet")
    keys.type("Start pas later.")
    keys.press(Key.Key_Return, Ctrl)
    assert label(keys) == "Note why not"


@pytest.mark.parametrize("n", [1, 10])
def test_actions_that_were_removed_come_back_chosen_with_one_undo(keys: Keyboard, n: int) -> None:
    choose(keys, "Jobbeurs 50+")
    page, before = plan(keys.window), titles(keys.window)
    keys.press(Key.Key_Down, Shift, times=20)
    while len(page.grid.selected()) > n:
        keys.press(Key.Key_Up, Shift)
    chosen = [one.id for one in page.grid.selected()]
    assert len(chosen) == n
    keys.press(Key.Key_Delete, Ctrl)
    assert len(titles(keys.window)) == len(before) - n
    keys.press(Key.Key_Z, Ctrl)
    assert titles(keys.window) == before
    assert [one.id for one in page.grid.selected()] == chosen


def test_no_list_keeps_the_focus(keys: Keyboard) -> None:
    """F6 goes round all parts of the window, from every view of the plan."""
    keys.do("Actieplan")
    for view in ("Als tabel", "Als tijdlijn", "Als bord", "Als prioriteitentoets"):
        keys.do(view)
        seen = set()
        for _ in range(8):
            keys.press(Key.Key_F6, NONE)
            seen.add(QApplication.focusWidget())
        assert keys.window.navigation.list in seen, view
        assert keys.window.topbar.field in seen, view
