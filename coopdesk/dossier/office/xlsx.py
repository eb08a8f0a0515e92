"""Every table of a document as a workbook, for those who want to reckon with the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from coopdesk.dossier.model import Align, Document, FigureBlock, TableBlock
from coopdesk.dossier.office.package import HEAD, content_types, core_properties, el, packed, relations, text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBER = {
    "nl": re.compile(r"[-−]?\d{1,3}(\.\d{3})*(,\d+)?"),
    "en": re.compile(r"[-−]?\d{1,3}(,\d{3})*(\.\d+)?"),
}
_LONGEST = 32_767  # characters Excel takes in a cell
_PLAIN, _BOLD = 0, 1


def make_xlsx(document: Document) -> bytes:
    """A sheet per table, after one that names them; equal documents give equal bytes."""
    tables = [table for section in document.sections for block in section.blocks for table in _tables(block)]
    language = document.language[:2]
    listed = [_row([(document.title, _BOLD, False)], 1)]
    listed += [
        _row([(table.caption, _PLAIN, False), (str(at), _PLAIN, True)], at + 1) for at, table in enumerate(tables, 1)
    ]
    sheets = [_sheet(listed), *(_table(table, language) for table in tables)]
    names = ["0", *(str(number) for number in range(1, len(tables) + 1))]
    types = {f"/xl/worksheets/sheet{n}.xml": f"{_TYPE}worksheet+xml" for n in names}
    types |= {"/xl/workbook.xml": f"{_TYPE}sheet.main+xml", "/xl/styles.xml": f"{_TYPE}styles+xml"}
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    book = [el("sheet", name=n, sheetId=at, r_id=f"s{n}") for at, n in enumerate(names, start=1)]
    links = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in names} | {"styles": ("styles", "styles.xml")}
    files = {
        "[Content_Types].xml": content_types(types),
        "_rels/.rels": relations(
            {"d": ("officeDocument", "xl/workbook.xml"), "c": ("core-properties", "docProps/core.xml")}
        ),
        "docProps/core.xml": core_properties(
            document.title, document.author, document.language, document.on.isoformat()
        ),
        "xl/workbook.xml": HEAD + el("workbook", el("sheets", *book), xmlns=_MAIN, xmlns_r=_R),
        "xl/_rels/workbook.xml.rels": relations(links),
        "xl/styles.xml": _styles(),
    }
    return packed(files | {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(names, sheets, strict=True)})


def _tables(block: object) -> Sequence[TableBlock]:
    if isinstance(block, TableBlock):
        return (block,)
    return (block.twin,) if isinstance(block, FigureBlock) and block.twin is not None else ()


def _table(table: TableBlock, language: str) -> str:
    """Caption, header, rows and note."""
    rows = [[(table.caption, _BOLD, False)], [(column.title, _BOLD, False) for column in table.columns]]
    right = [column.align is Align.RIGHT for column in table.columns]
    for row in table.rows:
        look = _BOLD if row.strong else _PLAIN
        rows.append([(cell, look, numeric) for cell, numeric in zip(row.cells, right, strict=True)])
    rows.append([(table.note, _PLAIN, False)])
    return _sheet([_row(cells, at, language) for at, cells in enumerate(rows, start=1)])


def _sheet(rows: Sequence[str]) -> str:
    widths = el(
        "cols", el("col", min=1, max=1, width=34, customWidth=1), el("col", min=2, max=40, width=18, customWidth=1)
    )
    return HEAD + el("worksheet", widths, el("sheetData", *rows), xmlns=_MAIN)


def _row(cells: Sequence[tuple[str, int, bool]], at: int, language: str = "nl") -> str:
    return el("row", *(_cell(words, look, language, numeric=numeric) for words, look, numeric in cells), r=at)


def _cell(words: str, look: int, language: str, *, numeric: bool) -> str:
    """A number as a number; anything else as text, which no program takes for a formula."""
    bare = words.strip()
    if numeric and _NUMBER.get(language, _NUMBER["nl"]).fullmatch(bare):
        group, point = (".", ",") if language == "nl" else (",", ".")
        value = Decimal(bare.replace("−", "-").replace(group, "").replace(point, "."))
        return el("c", el("v", str(value)), s=look)
    return el("c", el("is", el("t", text(words[:_LONGEST]), xml_space="preserve")), s=look, t="inlineStr")


def _styles() -> str:
    fonts = el("fonts", *(el("font", b, el("sz", val=11), el("name", val="Calibri")) for b in ("", el("b"))), count=2)
    fills = el("fills", *(el("fill", el("patternFill", patternType=kind)) for kind in ("none", "gray125")), count=2)
    borders = el("borders", el("border"), count=1)
    base = el("cellStyleXfs", el("xf"), count=1)
    looks = el("cellXfs", *(el("xf", fontId=n, applyFont=1) for n in (0, 1)), count=2)
    named = el("cellStyles", el("cellStyle", name="Normal", xfId=0, builtinId=0), count=1)
    return HEAD + el("styleSheet", fonts, fills, borders, base, looks, named, xmlns=_MAIN)
