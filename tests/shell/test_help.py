"""F1: help with the screen on show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.app.pages import Pages, page_specs
from coopdesk.shell.help import help_texts
from coopdesk.shell.place import Place
from coopdesk.shell.window import Window
from tests import audit


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_screen_has_help_of_at_most_150_words(language: str) -> None:
    texts = help_texts(language)
    screens = page_specs(Pages(None, None, None))  # type: ignore[arg-type]  # only their names are asked for
    assert set(texts) == {"welcome", *(spec.name for spec in screens)}
    for name, text in texts.items():
        assert len(text.how) == 3, name
        everything = " ".join((text.what, *(part for pair in text.how for part in pair)))
        assert len(everything.split()) <= 150, name


def test_f1_explains_the_screen_and_esc_goes_back_to_the_work(qtbot: QtBot, window: Window) -> None:
    window.go.to(Place("plan"))
    before = window.navigation.list
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert "Ctrl+N" in window.help.text.toPlainText()
    assert QApplication.focusWidget() is window.help.text
    assert audit.findings(window) == {}
    window.go.to(Place("start"))
    assert "Ctrl+K" in window.help.text.toPlainText()
    qtbot.keyClick(window.help.text, Qt.Key.Key_Escape)
    assert not window.help.isVisible()
    assert QApplication.focusWidget() is before
