"""What a list says to a screen reader when something happened in it, each thing once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.shell_grid.conftest import Bench, press
from tests.shell_grid.hands import Ctrl, Key, paste

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_a_paste_says_what_became_of_it(tested: Bench, qtbot: QtBot, spoken: list[str]) -> None:
    tested.choose("a", "name")
    spoken.clear()
    paste(tested, qtbot, "Een\tBezig\t31/5/2027\r\nTwee\tKlaar\tgisteren misschien\r\n")
    assert spoken == ["3 cellen geplakt · 1 cel niet gelezen"]
    tested.choose("e", "name")
    spoken.clear()
    paste(tested, qtbot, "Drie\r\nVier\r\nVijf\r\n")
    assert spoken == ["1 cel geplakt · 2 rijen toegevoegd"]


def test_copying_filling_and_clearing_are_said(tested: Bench, qtbot: QtBot, spoken: list[str]) -> None:
    tested.choose("a", "state")
    spoken.clear()
    press(tested, qtbot, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(tested, qtbot, Key.Key_C, Ctrl)
    press(tested, qtbot, Key.Key_D, Ctrl)
    tested.choose("a", "cents")
    press(tested, qtbot, Key.Key_Delete)
    assert spoken == ["2 rijen gekopieerd", "1 cel ingevuld", "1 cel leeggemaakt"]


def test_sorting_and_filtering_are_said(tested: Bench, spoken: list[str]) -> None:
    tested.grid.sort_by("cents", down=True)
    tested.grid.sort_by("")
    tested.grid.filter_by("state", frozenset({"Open"}))
    assert spoken == ["Gesorteerd op Bedrag, aflopend", "In de oorspronkelijke volgorde", "2 van 5"]


def test_what_is_refused_is_said_with_the_reason_and_stays_in_the_words_of_the_cell(
    tested: Bench, qtbot: QtBot, spoken: list[str]
) -> None:
    tested.choose("a", "end")
    spoken.clear()
    tested.grid.model.setData(tested.index("a", "end"), "ooit")
    reason = tested.grid.model.problem(tested.index("a", "end"))
    assert reason is not None
    assert spoken == [reason.reason]
    assert tested.index("a", "end").data(SPOKEN) == f"“ooit” is niet bewaard: {reason.reason}"
