"""What opens over a plan is filled in, read and closed without a mouse."""

from __future__ import annotations

from coopdesk.annex.ui.partner.sending import SendingDialog
from coopdesk.cycle.ui.differences import DifferencesDialog
from coopdesk.cycle.ui.fixing import FixDialog
from coopdesk.cycle.ui.next_plan import NextPlanDialog
from coopdesk.cycle.ui.templates import TemplatesDialog
from tests.stories.keyboard import Ctrl, Key, Keyboard, choose, plan, titles


def test_a_plan_is_fixed_and_what_changed_since_is_read(keys: Keyboard) -> None:
    choose(keys, "Taalcoaching")
    keys.do("Plan vaststellen")
    dialog = next(one for one in keys.window.findChildren(FixDialog))
    assert dialog.isVisible()
    keys.press(Key.Key_A, Ctrl)
    keys.type("Goedgekeurd door de raad")
    keys.press(Key.Key_Return)
    assert not any(one.isVisible() for one in keys.window.findChildren(FixDialog))
    choose(keys, "Taalcoaching")
    keys.press(Key.Key_F2)
    keys.type(" plus")
    keys.press(Key.Key_Return)
    keys.do("Wat beloofden we")
    differences = next(one for one in keys.window.findChildren(DifferencesDialog))
    assert differences.isVisible()
    assert [line for line in differences.grid.rows if "Taalcoaching" in str(line)]
    keys.press(Key.Key_Escape)
    assert not keys.window.findChildren(DifferencesDialog)


def test_kinds_of_action_are_taken_from_the_catalogue(keys: Keyboard) -> None:
    keys.do("Actieplan")
    before = len(titles(keys.window))
    keys.do("Acties uit de catalogus")
    dialog = next(one for one in keys.window.findChildren(TemplatesDialog))
    assert dialog.isVisible()
    keys.to(dialog.grid.view)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_F6)
    keys.to(dialog.add)
    keys.press(Key.Key_Space)
    assert len(titles(keys.window)) == before + 2
    keys.press(Key.Key_Z, Ctrl)
    assert len(titles(keys.window)) == before


def test_the_next_cycle_begins_with_what_becomes_of_each_action(keys: Keyboard) -> None:
    keys.do("Actieplan")
    keys.do("Plan van de volgende cyclus")
    dialog = next(one for one in keys.window.findChildren(NextPlanDialog))
    keys.to(dialog.grid.view)
    keys.press(Key.Key_Down)
    chosen = dialog.grid.current()
    assert chosen is not None
    keys.press(Key.Key_Return)
    assert next(one.fate for one in dialog.grid.rows if one.id == chosen.id) is not chosen.fate
    keys.press(Key.Key_F6)
    keys.to(dialog.make)
    keys.press(Key.Key_Space)
    assert plan(keys.window).head.title == "Actieplan 2032–2037"
    keys.press(Key.Key_Z, Ctrl)
    assert plan(keys.window).head.title == "Actieplan 2026–2031"


def test_partners_are_ticked_for_their_workbooks(keys: Keyboard) -> None:
    keys.do("Actieplan")
    keys.do("Partnerwerkboeken")
    dialog = next(one for one in keys.window.findChildren(SendingDialog))
    keys.to(dialog.grid.view)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    assert dialog.make.text() == "1 werkboek maken…"
    keys.press(Key.Key_F6)
    keys.to(dialog.all)
    keys.press(Key.Key_Space)
    assert dialog.make.text() == f"{len(dialog.grid.rows)} werkboeken maken…"
    keys.press(Key.Key_Escape)
    assert not keys.window.findChildren(SendingDialog)
