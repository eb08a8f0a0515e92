from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coopdesk.kernel.partial_date import PartialDate
from coopdesk.shell.fields.choice import ChoiceField, ManyField
from coopdesk.shell.fields.day import DateField
from coopdesk.shell.fields.number import MoneyField, NumberField, PercentageField, YearField
from coopdesk.shell.fields.text import NoteField, TextField
from tests.shell.conftest import Typist

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def typed(qtbot: QtBot, field, text: str):
    qtbot.addWidget(field)
    field.line.clear()
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    return field.value()


@pytest.mark.parametrize("text", ["12.5", "12,5", " 12,50 "])
def test_the_point_of_the_keypad_is_a_comma(qtbot: QtBot, typist: Typist, text: str) -> None:
    field = NumberField(typist, "Waarde")
    assert typed(qtbot, field, text) == Decimal("12.5")
    assert field.text == "12,5"


def test_a_percentage_with_two_meanings_is_refused_and_stays(qtbot: QtBot, typist: Typist) -> None:
    field = PercentageField(typist, "Voortgang")
    assert typed(qtbot, field, "1.234") is None
    assert field.text == "1.234"
    assert field.problem


def test_an_amount_that_makes_no_sense_keeps_the_typed_text(qtbot: QtBot, typist: Typist) -> None:
    field = MoneyField(typist, "Budget")
    field.show_value(500_00)
    assert typed(qtbot, field, "12,5k") == 500_00
    assert field.text == "12,5k"
    assert "12,5k" in field.problem
    assert field.line.property("wrong") is True


def test_the_message_goes_as_soon_as_the_amount_is_right(qtbot: QtBot, typist: Typist) -> None:
    field = MoneyField(typist, "Budget")
    typed(qtbot, field, "12,5k")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert not field.problem


def test_escape_brings_the_old_value_back(qtbot: QtBot, typist: Typist) -> None:
    field = TextField(typist, "Naam")
    field.show_value("Lier")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "xx")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.text == "Lier"


def test_showing_a_value_tells_nobody(qtbot: QtBot, typist: Typist) -> None:
    for field, value in (
        (TextField(typist, "a"), "x"), (NoteField(typist, "b"), "x"), (NumberField(typist, "c"), Decimal(3)),
        (MoneyField(typist, "d"), 100), (DateField(typist, "e"), PartialDate.year(2026)),
        (ChoiceField(typist, "f", [(1, "een"), (2, "twee")]), 2), (ManyField(typist, "g", [(1, "een")]), (1,)),
    ):  # fmt: skip
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.committed):
            field.show_value(value)
        assert field.value() == value


def test_a_changed_value_is_told_once(qtbot: QtBot, typist: Typist) -> None:
    field = TextField(typist, "Naam")
    qtbot.addWidget(field)
    told: list[object] = []
    field.committed.connect(told.append)
    qtbot.keyClicks(field.line, "Lier")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told == ["Lier"]


@pytest.mark.parametrize(
    ("text", "day"),
    [("31/5", date(2026, 5, 31)), ("31-5-26", date(2026, 5, 31)), ("31 mei 2026", date(2026, 5, 31)),
     ("vandaag", date(2026, 11, 24)), ("+2w", date(2026, 12, 8))],
)  # fmt: skip
def test_a_date_is_read_as_people_type_it(qtbot: QtBot, typist: Typist, text: str, day: date) -> None:
    field = DateField(typist, "Einddatum")
    found = typed(qtbot, field, text)
    assert found.first == day
    assert field.text == f"{day:%d/%m/%Y}"


def test_a_date_may_be_as_imprecise_as_it_is_known(qtbot: QtBot, typist: Typist) -> None:
    field = DateField(typist, "Einddatum")
    assert typed(qtbot, field, "najaar 2026") == PartialDate.season(2026, "autumn")
    strict = DateField(typist, "Dag", whole_days=True)
    assert typed(qtbot, strict, "2026") is None
    assert strict.problem


def test_the_calendar_puts_its_day_in_the_field(qtbot: QtBot, typist: Typist) -> None:
    field = DateField(typist, "Einddatum")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.committed):
        field.take(date(2026, 5, 31))
    assert field.value() == PartialDate.day(date(2026, 5, 31))


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_over_a_list_scrolls_the_page_and_changes_nothing(
    qtbot: QtBot, typist: Typist, *, focused: bool
) -> None:
    field = ChoiceField(typist, "Status", [(1, "een"), (2, "twee")])
    field.show_value(1)
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    (field.box.setFocus if focused else field.box.clearFocus)()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.box, turn)
    assert field.box.currentIndex() == 0
    assert not turn.isAccepted()
    assert field.box.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_long_list_is_chosen_from_by_typing_a_part(qtbot: QtBot, typist: Typist) -> None:
    field = ChoiceField(typist, "Gemeente", [(n, f"Gemeente {n}") for n in range(20)] + [(99, "Sint-Amelberga")])
    qtbot.addWidget(field)
    field.box.setEditText("amel")
    assert field.commit()
    assert field.value() == 99
    field.box.setEditText("gemeente")
    assert not field.commit()
    assert field.value() == 99


def test_several_are_chosen_as_chips_and_taken_away(qtbot: QtBot, typist: Typist) -> None:
    field = ManyField(typist, "Gemeenten", [(1, "Lindemeer"), (2, "Wilgenrode")])
    assert typed(qtbot, field, "linde") == (1,)
    assert typed(qtbot, field, "Wilgenrode") == (1, 2)
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.value() == (1,)
    assert typed(qtbot, field, "Brussel") == (1,)
    assert field.problem


def test_a_required_field_says_so(qtbot: QtBot, typist: Typist) -> None:
    field = TextField(typist, "Naam", required=True)
    qtbot.addWidget(field)
    assert not field.commit()
    assert field.problem == "Vul dit in."


@given(cents=st.integers(0, 10**10))
def test_an_amount_shown_reads_back_the_same(typist: Typist, cents: int) -> None:
    field = MoneyField(typist, "Budget")
    field.show_value(cents)
    assert field.commit()
    assert field.value() == cents


def test_a_year_is_shown_without_a_point(qtbot: QtBot, typist: Typist) -> None:
    field = YearField(typist, "Jaar")
    assert typed(qtbot, field, "2028") == 2028
    assert field.text == "2028"


@pytest.mark.parametrize("text", ["28", "20280", "2028,5"])
def test_what_is_no_year_is_refused_and_stays(qtbot: QtBot, typist: Typist, text: str) -> None:
    field = YearField(typist, "Jaar")
    field.show_value(2026)
    typed(qtbot, field, text)
    assert field.text == text
    assert field.problem


def test_a_value_changed_by_something_else_while_one_types_is_told_and_enter_or_esc_decides(
    qtbot: QtBot, typist: Typist
) -> None:
    field = TextField(typist, "Trekker")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    kept: list[str] = []
    field.committed.connect(kept.append)
    for key, text, told in ((Qt.Key.Key_Return, "Ann x", ["Ann x"]), (Qt.Key.Key_Escape, "Koen", [])):
        kept.clear()
        field.show_value("Ann")
        field.line.setFocus()
        qtbot.waitUntil(field.line.hasFocus)
        field.line.end(False)
        qtbot.keyClicks(field.line, " x")
        field.show_value("Koen")
        assert field.text == "Ann x"
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
        assert "“Koen”" in field.problem
        assert kept == []
        qtbot.keyClick(field.line, key)
        assert (field.text, kept) == (text, told)
        field.clear_problem()
        field.line.clearFocus()
