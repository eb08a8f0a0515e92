"""The first steps of a plan, and its own words on the buttons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.plan.commands.plans import RevisePlan
from coopdesk.plan.commands.start import AddFirstObjective
from coopdesk.plan.model import ObjectiveWord
from coopdesk.plan.ui.first import FirstSteps
from coopdesk.shell.place import Place
from tests.gallery import settle, studio


@pytest.fixture
def workplace(tmp_path: Path, qtbot: QtBot) -> Iterator[Any]:
    with studio(False, tmp_path) as (window, _, opened):
        QGuiApplication.clipboard().clear()
        window.go.to(Place("plan"))
        settle(window)
        yield window, opened


def first_steps(window: Any) -> FirstSteps:
    (shown,) = [one for one in window.page.findChildren(FirstSteps) if one.isVisible()]
    return shown


def copied(text: str) -> None:
    """As Excel leaves it."""
    QGuiApplication.clipboard().setText(text)
    QApplication.processEvents()


def test_pasting_is_offered_while_a_table_is_on_the_clipboard(workplace: Any) -> None:
    window, _ = workplace
    button = first_steps(window).paste_button
    assert button.text() == "Plak acties uit Excel"
    assert not button.isEnabled()
    copied("Jobbeurs\tAnn")
    assert button.isEnabled()
    copied("een los woord")
    assert not button.isEnabled()


def test_a_list_pasted_into_an_empty_plan_is_one_step_with_the_plan_it_needs(workplace: Any, qtbot: QtBot) -> None:
    window, opened = workplace
    copied("Actie\tTrekker\tEinddatum\nJobbeurs 50+\tAnn Peeters\t30/06/2027\nTaalcoaching\tJoris\t2028\n")
    qtbot.mouseClick(first_steps(window).paste_button, Qt.MouseButton.LeftButton)
    settle(window)
    with opened.desk.look() as work:
        (plan,) = work.plans.plans()
        found = [(a.title, a.lead, a.end.canonical()) for a in work.plans.actions(plan.id)]
    assert found == [("Jobbeurs 50+", "Ann Peeters", "2027-06-30"), ("Taalcoaching", "Joris", "2028")]
    opened.desk.undo()
    with opened.desk.look() as work:
        assert work.plans.plans() == []


def test_the_buttons_speak_the_words_of_the_plan(workplace: Any) -> None:
    window, opened = workplace
    with opened.desk.look() as work:
        area = work.territory.areas()[0].id
    opened.desk.do(AddFirstObjective(area, 2026, "Meer mensen aan het werk"))
    with opened.desk.look() as work:
        plan = work.plans.plans()[0]
    opened.desk.do(RevisePlan(replace(plan, objective_word=ObjectiveWord.AMBITION, own_domain="Werf")))
    window.page.refresh_now()
    told = {one.id: one.plain(window.page.context.words) for one in window.page.deeds()}
    assert (told["plan.add_objective"], told["plan.add_domain"]) == ("Ambitie toevoegen", "Werf toevoegen")
