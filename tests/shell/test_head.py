"""The top of a page in a narrow window: its words are never squeezed into a column, and no button is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.shell.action import Action
from coopdesk.shell.head import PageHead
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.theme import Theme, current_theme
from coopdesk.words.catalogue import Words

VIEWS = ("Tabel", "Tijdlijn", "Bord", "Prioriteiten")


@pytest.fixture
def head(qapp: QApplication, qtbot: QtBot, words: Words) -> Iterator[PageHead]:
    theme = Theme(qapp, "light")
    made = PageHead(words, QStackedWidget())
    made.set_title("Actieplan 2026–2031")
    made.set_facts("3 doelstellingen · 14 acties · 1 te laat · 1 in de komende 30 dagen")
    for text in VIEWS:
        made.add_view(text, text, "table", QWidget())
    made.tools.addWidget(Button("2026–2031", "calendar_ltr"))
    made.set_primary(Action("plan.add", "Add action", "add"))
    made.show()
    yield made
    theme.zoom_to(100)
    made.close()
    made.deleteLater()


def shown(head: PageHead, width: int) -> list[QPushButton]:
    head.resize(width, 10)
    for _ in range(3):
        QApplication.processEvents()
    head.resize(width, head.minimumSizeHint().height())
    QApplication.processEvents()
    return [button for button in head.findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(("zoom", "width"), [(100, 1230), (100, 966), (150, 1193), (150, 937)])
def test_the_head_never_takes_more_than_three_lines_and_cuts_no_button(head: PageHead, zoom: int, width: int) -> None:
    current_theme().zoom_to(zoom)
    buttons = shown(head, width)
    title, facts = (label for label in head.findChildren(Label))
    assert title.height() < 2 * title.fontMetrics().height(), "the title stands on one line"
    assert facts.height() <= 2 * facts.fontMetrics().lineSpacing() + 4
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert max(button.mapTo(head, button.rect().topRight()).x() for button in buttons) < width


def test_a_view_without_its_words_says_them_to_the_mouse_and_to_a_screen_reader(
    head: PageHead,
) -> None:
    current_theme().zoom_to(150)
    bare = [button for button in shown(head, 937) if not button.text()]
    assert [button.toolTip() for button in bare] == list(VIEWS[1:]), "the one on show keeps its words"
    assert [button.accessibleName() for button in bare] == list(VIEWS[1:])
    head.show_view("Bord")
    QApplication.processEvents()
    assert {button.toolTip() for button in shown(head, 937) if not button.text()} == {*VIEWS} - {"Bord"}
    assert all(
        button.text() and not button.toolTip() for button in shown(head, 1500) if button.property("kind") == "segment"
    )
