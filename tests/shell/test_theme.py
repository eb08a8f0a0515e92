from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coopdesk.shell.fields.choice import ChoiceField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.labels import Button, Label
from coopdesk.shell.place import Place
from coopdesk.shell.theme import Theme
from coopdesk.shell.tokens import DARK, LIGHT, PAIRS, contrast
from coopdesk.shell.window import Window
from tests.shell.conftest import Typist


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(tokens) -> None:
    poor = [(one, other) for one, other, least in PAIRS if contrast(tokens[one], tokens[other]) < least]
    assert poor == []


def test_light_and_dark_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_the_style_sheet_stays_small(theme: Theme, qapp: QApplication) -> None:
    assert len(qapp.styleSheet().splitlines()) <= 80


def test_zoom_enlarges_words_and_icons_that_are_already_there(qtbot: QtBot, theme: Theme) -> None:
    label, button = Label("Actieplan", "title"), Button("Actie toevoegen", "add")
    qtbot.addWidget(label)
    qtbot.addWidget(button)
    size, side = label.font().pointSizeF(), button.iconSize().width()
    theme.zoom_to(150)
    assert label.font().pointSizeF() == pytest.approx(1.5 * size)
    assert button.iconSize().width() == pytest.approx(1.5 * side)


def test_a_theme_switch_leaves_no_colour_of_the_other(qtbot: QtBot, theme: Theme) -> None:
    label = Label("Status", "small", "errFg")
    qtbot.addWidget(label)
    assert theme.icon("add", "accent") is theme.icon("add", "accent")
    theme.choose("dark")
    icon = theme.icon("add", "accent")
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK["errFg"]
    image = icon.pixmap(QSize(64, 64)).toImage()
    drawn = {image.pixelColor(x, y).name().upper() for x in range(64) for y in range(64)
             if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert drawn == {DARK["accent"]}
    sheet = QApplication.instance().styleSheet().upper()
    assert [colour for colour in set(LIGHT.values()) - set(DARK.values()) if colour in sheet] == []


def test_a_label_that_moves_to_another_pane_has_the_colour_of_the_theme_of_now(qtbot: QtBot, theme: Theme) -> None:
    area, field = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    label = Label("Soort bijlage", "small", "text2")
    QVBoxLayout(field).addWidget(label)

    def moved() -> None:
        room = QWidget()
        QVBoxLayout(room).addWidget(field)
        area.setWidget(room)

    moved()
    area.show()
    theme.choose("dark")
    moved()
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK["text2"]


def test_high_contrast_uses_the_colours_of_the_system(qapp: QApplication) -> None:
    theme = Theme(qapp, "light", contrast=lambda: True)
    assert qapp.styleSheet() == ""
    assert qapp.palette().color(QPalette.ColorRole.Window) == qapp.style().standardPalette().color(
        QPalette.ColorRole.Window
    )
    assert theme.token("text") == qapp.palette().color(QPalette.ColorRole.WindowText)
    Theme(qapp, "light", contrast=lambda: False)


def drawn(icon: QIcon) -> set[str]:
    """The colours of what is not see-through."""
    image = icon.pixmap(QSize(64, 64)).toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(64) for y in range(64)
            if image.pixelColor(x, y).alpha() == 255}  # fmt: skip


def test_icons_in_a_list_to_choose_from_follow_the_theme(qtbot: QtBot, theme: Theme, typist: Typist) -> None:
    field = ChoiceField(typist, "Status", [(1, "een", "lightbulb"), (2, "twee")])
    qtbot.addWidget(field)
    for mode, tokens in (("light", LIGHT), ("dark", DARK)):
        theme.choose(mode)
        assert drawn(field.box.itemIcon(0)) == {tokens["text2"]}


def test_icons_within_fields_follow_the_theme(qtbot: QtBot, window: Window, typist: Typist) -> None:
    day = DateField(typist, "Einddatum")
    qtbot.addWidget(day)
    for mode, tokens in (("dark", DARK), ("light", LIGHT)):
        window.theme.choose(mode)
        for line in (window.topbar.field, day.line):
            assert [drawn(action.icon()) for action in line.actions()] == [{tokens["text2"]}]


def test_a_pane_that_was_undocked_by_zooming_has_large_words_when_there_is_room_again(window: Window) -> None:
    window.go.to(Place("plan"))
    window.page.detail.set_title("Jobbeurs")
    window.page.detail.open()
    window.resize(1440, 860)
    window.theme.zoom_to(150)
    assert window.page.panes.overlaid
    window.resize(1920, 1030)
    assert not window.page.panes.overlaid
    window.page.detail.open()
    title = next(label for label in window.page.detail.findChildren(Label) if label.text() == "Jobbeurs")
    assert title.font() == window.theme.font("subtitle")
