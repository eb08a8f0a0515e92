"""Writes a drawn annex in the formats offices send, so that the same rows can be asked to mean the same in all."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from xml.sax.saxutils import escape

import openpyxl

from coopdesk.annex.sheet.model import Book, Cell, CellKind, Sheet

_SHOWN = {"year": "yyyy", "month": "mmm/yy", "day": "dd/mm/yyyy"}
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def text_of(cell: Cell) -> str:
    """The cell as text formats hold it."""
    if cell.kind is CellKind.DATE:
        return {"year": cell.text[:4], "month": cell.text[:7]}.get(cell.shape, "/".join(reversed(cell.text.split("-"))))
    if cell.kind is CellKind.NUMBER:
        shown = format((Decimal(cell.text) * 100).normalize(), "f") + "%" if cell.shape == "%" else cell.text
        return shown.replace(".", ",")
    return cell.text


def xlsx(book: Book) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for sheet in book.sheets:
        target = made.create_sheet(sheet.name)
        target.sheet_state = "hidden" if sheet.hidden else "visible"
        for r, row in enumerate(sheet.rows, start=1):
            for c, cell in enumerate(row, start=1):
                if cell.filled:
                    _put(target.cell(r, c), cell)
        for m in sheet.merges:
            target.merge_cells(start_row=m.top, start_column=m.left, end_row=m.bottom, end_column=m.right)
        for r in sheet.hidden_rows:
            target.row_dimensions[r].hidden = True
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _put(target: openpyxl.cell.cell.Cell, cell: Cell) -> None:
    if cell.kind is CellKind.NUMBER:
        target.value = float(cell.text) if "." in cell.text else int(cell.text)
    elif cell.kind is CellKind.DATE:
        target.value = datetime.fromisoformat(cell.text)
        target.number_format = _SHOWN[cell.shape]
    else:
        target.value = cell.text
        target.data_type = "s"
    if cell.shape == "%":
        target.number_format = "0.0%"


def delimited(encoding: str, separator: str, mark: bytes = b"", head: str = "") -> Callable[[Book], bytes]:
    def written(book: Book) -> bytes:
        lines = io.StringIO()
        lines.write(head)
        csv.writer(lines, delimiter=separator, lineterminator="\r\n").writerows(
            [text_of(cell) for cell in row] for row in book.sheets[0].rows
        )
        return mark + lines.getvalue().encode(encoding)

    return written


def web_page(book: Book) -> bytes:
    """A table of a web page, which offices get as .xls."""
    sheet, lines = book.sheets[0], ['<html><head><meta charset="utf-8"></head><body><table>']
    covered = _covered(sheet)
    for r in range(1, len(sheet.rows) + 1):
        lines.append("<tr>")
        for c in range(1, sheet.width + 1):
            if (r, c) not in covered:
                across, down = _span(sheet, r, c)
                shown = html.escape(text_of(sheet.cell(r, c))).replace("\n", "<br>")
                lines.append(f"<td rowspan={down} colspan={across}>{shown}&nbsp;</td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode()


def excel2003(book: Book) -> bytes:
    """The XML of Excel 2003."""
    space = "urn:schemas-microsoft-com:office"
    lines = [f'<?xml version="1.0"?><Workbook xmlns="{space}:spreadsheet" xmlns:ss="{space}:spreadsheet"><Styles>']
    lines += [f'<Style ss:ID="{shape}"><NumberFormat ss:Format="{code}"/></Style>'
              for shape, code in (_SHOWN | {"%": "0.0%"}).items()]  # fmt: skip
    lines.append("</Styles>")
    for sheet in book.sheets:
        lines.append(f'<Worksheet ss:Name="{escape(sheet.name)}"><Table>')
        covered = _covered(sheet)
        for r, row in enumerate(sheet.rows, start=1):
            lines.append(f'<Row ss:Index="{r}" ss:Hidden="{int(r in sheet.hidden_rows)}">')
            lines += [_cell2003(sheet, r, c, cell) for c, cell in enumerate(row, start=1)
                      if cell.filled and (r, c) not in covered]  # fmt: skip
            lines.append("</Row>")
        state = "SheetHidden" if sheet.hidden else "SheetVisible"
        lines.append(f'</Table><WorksheetOptions xmlns="{space}:excel"><Visible>{state}</Visible></WorksheetOptions>')
        lines.append("</Worksheet>")
    return "".join([*lines, "</Workbook>"]).encode()


def _cell2003(sheet: Sheet, r: int, c: int, cell: Cell) -> str:
    across, down = _span(sheet, r, c)
    kind = {CellKind.NUMBER: "Number", CellKind.DATE: "DateTime"}.get(cell.kind, "String")
    value = f"{cell.text}T00:00:00.000" if kind == "DateTime" else escape(cell.text).replace("\n", "&#10;")
    style = f' ss:StyleID="{cell.shape}"' if cell.shape else ""
    return (f'<Cell ss:Index="{c}" ss:MergeAcross="{across - 1}" ss:MergeDown="{down - 1}"{style}>'
            f'<Data ss:Type="{kind}">{value}</Data></Cell>')  # fmt: skip


def ods(book: Book) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "table", "text", "style"))
    dates = "".join(
        f'<number:date-style style:name="N{shape}">{parts}</number:date-style>'
        f'<style:style style:name="{shape}" style:family="table-cell" style:data-style-name="N{shape}"/>'
        for shape, parts in {"year": "<number:year/>", "month": "<number:month/><number:year/>",
                             "day": "<number:day/><number:month/><number:year/>"}.items()
    )  # fmt: skip
    lines = [f'<?xml version="1.0"?><office:document-content {spaces} xmlns:number="{_ODF}datastyle:1.0">',
             '<office:automatic-styles><style:style style:name="hidden" style:family="table">',
             f'<style:table-properties table:display="false"/></style:style>{dates}</office:automatic-styles>',
             "<office:body><office:spreadsheet>"]  # fmt: skip
    for sheet in book.sheets:
        style = ' table:style-name="hidden"' if sheet.hidden else ""
        lines.append(f'<table:table table:name="{escape(sheet.name)}"{style}>')
        covered = _covered(sheet)
        for r in range(1, len(sheet.rows) + 1):
            lines.append(f'<table:table-row table:visibility="{"collapse" if r in sheet.hidden_rows else "visible"}">')
            lines += ["<table:covered-table-cell/>" if (r, c) in covered else _cell_ods(sheet, r, c)
                      for c in range(1, sheet.width + 1)]  # fmt: skip
            lines.append("</table:table-row>")
        lines.append("</table:table>")
    body = "".join([*lines, "</office:spreadsheet></office:body></office:document-content>"])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    return written.getvalue()


def _cell_ods(sheet: Sheet, r: int, c: int) -> str:
    cell = sheet.cell(r, c)
    across, down = _span(sheet, r, c)
    kind = {CellKind.NUMBER: "percentage" if cell.shape == "%" else "float", CellKind.DATE: "date"}.get(
        cell.kind, "string"
    )
    value = {"date": f' office:date-value="{cell.text}"', "string": ""}.get(kind, f' office:value="{cell.text}"')
    typed = f' office:value-type="{kind}"{value} table:style-name="{cell.shape}"' if cell.filled else ""
    shown = "".join(f"<text:p>{escape(line)}</text:p>" for line in text_of(cell).split("\n")) if cell.filled else ""
    spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    return f"<table:table-cell{spans}{typed}>{shown}</table:table-cell>"


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    return {(r, c) for m in sheet.merges for r in range(m.top, m.bottom + 1) for c in range(m.left, m.right + 1)
            if (r, c) != (m.top, m.left)}  # fmt: skip


def _span(sheet: Sheet, r: int, c: int) -> tuple[int, int]:
    found = [m for m in sheet.merges if (m.top, m.left) == (r, c)]
    return (found[0].right - found[0].left + 1, found[0].bottom - found[0].top + 1) if found else (1, 1)


WORKBOOKS: dict[str, Callable[[Book], bytes]] = {"xlsx": xlsx, "ods": ods, "xml": excel2003}
# One sheet, no merged cells: what text can hold.
TEXTS: dict[str, Callable[[Book], bytes]] = {
    "utf-8 semicolon": delimited("utf-8", ";"), "utf-8 mark comma": delimited("utf-8", ",", b"\xef\xbb\xbf"),
    "cp1252 semicolon": delimited("cp1252", ";"), "utf-16 tab": delimited("utf-16-le", "\t", b"\xff\xfe"),
    "utf-16 big semicolon": delimited("utf-16-be", ";"), "pipe": delimited("utf-8", "|"), "web page": web_page,
}  # fmt: skip
