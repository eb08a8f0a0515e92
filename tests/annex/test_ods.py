"""OpenDocument sheets: what is shown, repeated and covered."""

from __future__ import annotations

import pytest

from coopdesk.annex.sheet.model import Cell, CellKind, Row
from coopdesk.annex.sheet.reader import read_content
from tests.annex.hostile import ods


def rows(body: str) -> list[Row]:
    return list(read_content("x.ods", ods(f'<table:table table:name="A">{body}</table:table>')).sheets[0].rows)


@pytest.mark.parametrize(
    ("shown", "shape"),
    [("1/10/2021", "day"), ("1 oktober 2021", "day"), ("okt/21", "month"), ("oktober 2021", "month"),
     ("10/2021", "month"),
     ("2021-10", "month"), ("2021", "year"), ("", "day")],
)  # fmt: skip
def test_a_date_whose_style_is_not_there_is_as_precise_as_it_is_shown(shown: str, shape: str) -> None:
    cell = (f'<table:table-cell office:value-type="date" office:date-value="2021-10-01"><text:p>{shown}</text:p>'
            "</table:table-cell>")  # fmt: skip
    assert rows(f"<table:table-row>{cell}</table:table-row>") == [(Cell(CellKind.DATE, "2021-10-01", shape),)]


def test_repeated_rows_and_cells_are_all_there_and_blank_ones_at_the_foot_are_not() -> None:
    cell = (
        '<table:table-cell table:number-columns-repeated="2"><text:p>a<text:line-break/>b</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="3">{cell}</table:table-row>'
    foot = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    assert rows(row + foot) == [(Cell(CellKind.TEXT, "a\nb"),) * 2] * 3


def test_remarks_on_cells_are_no_part_of_them_and_errors_stay_errors() -> None:
    remark = "<office:annotation><text:p>nakijken</text:p></office:annotation>"
    noted = f"<table:table-cell>{remark}<text:p>Aalst</text:p></table:table-cell>"
    failed = 'table:formula="of:=1/0" office:value-type="string"'
    wrong = f"<table:table-cell {failed}><text:p>#DIV/0!</text:p></table:table-cell>"
    unsaved = '<table:table-cell table:formula="of:=A1"/>'
    (row,) = rows(f"<table:table-row>{noted}{wrong}{unsaved}</table:table-row>")
    assert [cell.kind for cell in row] == [CellKind.TEXT, CellKind.ERROR, CellKind.UNCOMPUTED]
    assert row[0].text == "Aalst"
