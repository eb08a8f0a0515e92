"""Old workbooks keep what their cells show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coopdesk.annex.sheet.biff import Shown, shown_in
from coopdesk.annex.sheet.model import Cell, CellKind
from coopdesk.annex.sheet.reader import read_content
from tests.annex.biff import workbook

FORMATS = ["General", "dd/mm/yyyy", "mmm/yy", "yyyy", "0.0%"]
ROWS = [[("Gemeente", 0), ("Begin", 0), ("Aandeel", 0)],
        [("Aalst", 0), (44805.0, 1), (0.5, 4)], [("Lede", 0), (44805.0, 2), ("#42", 0)],
        [("Gent", 0), (44805.0, 3), (7.0, 0)]]  # fmt: skip


def test_an_old_workbook_keeps_how_much_of_a_date_is_shown_percentages_errors_and_hidden_rows() -> None:
    sheet = read_content("oud.xls", workbook(ROWS, FORMATS, hidden=[3])).sheets[0]
    assert [(row[1], row[2]) for row in sheet.rows[1:]] == [
        (Cell(CellKind.DATE, "2022-09-01", "day"), Cell(CellKind.NUMBER, "0.5", "%")),
        (Cell(CellKind.DATE, "2022-09-01", "month"), Cell(CellKind.ERROR, "#N/A")),
        (Cell(CellKind.DATE, "2022-09-01", "year"), Cell(CellKind.NUMBER, "7")),
    ]
    assert sheet.hidden_rows == {3}


@given(st.data())
def test_a_damaged_workbook_never_upsets_the_reading_of_what_it_shows(data: st.DataObject) -> None:
    whole = bytearray(workbook(ROWS, FORMATS))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(shown_in(bytes(whole[: data.draw(st.integers(8, len(whole)))])), Shown)
