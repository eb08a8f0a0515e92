"""Builds a table and its structure (Table, THead, TBody, TR, TH, TD) with columns as wide as their content asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from coopdesk.dossier.model import Align, TableBlock, TableRow
from coopdesk.dossier.pdf.markup import Escaper
from coopdesk.dossier.pdf.pages import Size
from coopdesk.dossier.pdf.sheet import Sheet
from coopdesk.dossier.pdf.structure import COLUMN_HEADER, ROW_HEADER, StructElem
from coopdesk.dossier.pdf.tables import CellText, TableMarker, TaggedTable

_SIDE = 5.0
_ABOVE, _BELOW = 3.0, 4.0
_SHORT = 0.3  # of a page: a table up to this high is not split
_SHORT_TIGHT = 0.12
_TALL = 0.75  # of a page: a row up to this high is not torn
HIGHEST_NOTE = 0.15  # of a page: a note up to this high goes on with the last rows
_PIECE = 10  # lines
_LEAST = 2  # lines
_SAMPLE = 400
_LONGEST_TITLE = 200
_WIDEST_WISH = 190.0
_AROUND = 2 * _SIDE + 1


class TableBuilder:
    """Turns one table of the document into a flowable."""

    def __init__(
        self, element: StructElem, block: TableBlock, room: Size, sheet: Sheet, escaper: Escaper,
        kin: Sequence[TableRow] = (), *, tight: bool = False,
    ) -> None:  # fmt: skip
        """Fills the Table element; `room` is what a page has for it, in points, and `kin` are the rows of all tables
        that get the same columns. A `tight` one is split rather than leave a page half empty."""
        self._element = element
        self._block = block
        self._sheet = sheet
        self._clean = escaper.clean
        self._languages = [column.language for column in block.columns]
        self._head = [escaper.short(column.title, _LONGEST_TITLE) for column in block.columns]
        filler = ("",) * (len(block.columns) - 1)
        rows = block.rows or (TableRow((block.empty, *filler)),)
        self._rows = [([self._clean(cell) for cell in row.cells], row.strong) for row in rows]
        self._room = room[1]
        self._short = room[1] * (_SHORT_TIGHT if tight else _SHORT)
        self._piece_of: list[int] = []
        alike = [[self._clean(cell) for cell in row.cells] for row in kin[:_SAMPLE]]
        self._widths = self._fitted(room[0], alike or [cells for cells, _ in self._rows[:_SAMPLE]])
        self._most_lines = self._most(room[1])

    def build(self) -> TaggedTable:
        """The flowable; the header row repeats on every page."""
        sheet = self._sheet
        data = [self._cells(self._element.add("THead").add("TR"), self._head, sheet.cell_head, head=True)]
        body = self._element.add("TBody")
        for at, (texts, strong) in enumerate(self._rows):
            cells = self._cells(body.add("TR"), texts, sheet.cell_strong if strong else sheet.cell)
            pieces = _pieces(cells, self._most_lines)
            data += pieces
            self._piece_of += [at] * len(pieces)
        table = TaggedTable(
            data,
            colWidths=self._widths,
            repeatRows=1,
            style=TableStyle([*self._style(), *self._piece_style()]),
            normalizedData=1,
            renderCB=TableMarker(self._element),
            hAlign="LEFT",
            spaceAfter=10 if self._block.note else 14,
        )
        heights = [self._height(row) for row in data]
        table.begin_with(heights, self._room)
        table.whole_height, table.short = sum(heights), self._short
        return table

    def _cells(
        self, row: StructElem, texts: Sequence[str], style: ParagraphStyle, *, head: bool = False
    ) -> list[CellText]:
        """The wrapped cells of a row; the first cell of a body row heads it."""
        wrapper, cells = self._sheet.wrappers[style.name], []
        for at, text in enumerate(texts):
            element = row.add("TH" if head or at == 0 else "TD")
            element.language = "" if head else self._languages[at]
            if head or at == 0:
                element.attributes = COLUMN_HEADER if head else ROW_HEADER
            cells.append(CellText.of(element, wrapper.wrap(text, self._widths[at] - 2 * _SIDE)))
        return cells

    def _most(self, high: float) -> int:
        """How many lines a row may have: with the header above it and a note below it, it has to fit a page."""
        wrapper = self._sheet.wrappers[self._sheet.cell_head.name]
        head = [wrapper.wrap(text, width - 2 * _SIDE) for text, width in zip(self._head, self._widths, strict=True)]
        left = high * (1 - HIGHEST_NOTE) - self._height(head) - 2 * (_ABOVE + _BELOW)
        return max(int(min(high * _TALL, left) / self._sheet.cell.leading), _LEAST)

    def _height(self, row: Sequence[str]) -> float:
        lines = max(text.count("\n") + 1 for text in row)
        return lines * self._sheet.cell.leading + _ABOVE + _BELOW

    def _fitted(self, width: float, sample: Sequence[Sequence[str]]) -> list[float]:
        """Widths that fill the table: each column first gets its longest word, then what it still wishes for as far as
        there is room; a little that one column lacks goes before the much of another, and running text takes what the
        others leave. Where room is scarce, titles are broken first."""
        least, wish, beyond, bare = [], [], [], []
        strong = self._sheet.wrappers[self._sheet.cell_strong.name]
        weights = [column.weight for column in self._block.columns]
        for at, title in enumerate(self._head):
            widest = max(_WIDEST_WISH, width * weights[at] / sum(weights))
            texts = [cells[at] for cells in sample]
            word = max(strong.longest_word(text) for text in (title, *texts))
            natural = max(strong.natural(text) for text in texts)
            least.append(min(word, _WIDEST_WISH) + _AROUND)
            bare.append(max(min(natural, widest) + _AROUND, least[-1]))
            wish.append(max(min(strong.natural(title), widest) + _AROUND, bare[-1]))
            beyond.append(max(natural - widest, 0.0))
        if sum(least) >= width:
            return _shared(width, least, [1.0] * len(least))
        if sum(wish) > width:
            wish = bare
        if sum(wish) <= width:
            return _filled(width, wish, beyond, weights)
        wanting = [w - part for w, part in zip(wish, least, strict=True)]
        more = _shared(width - sum(least), wanting, weights)
        return [part + share for part, share in zip(least, more, strict=True)]

    def _style(self) -> list[tuple[Any, ...]]:
        """Fonts, lines and grounds; every cell names an embedded font, or reportlab would fall back on Helvetica."""
        sheet, palette = self._sheet, self._sheet.palette
        body, head = sheet.cell, sheet.cell_head
        commands: list[tuple[Any, ...]] = [
            ("FONT", (0, 0), (-1, -1), body.fontName, body.fontSize, body.leading),
            ("FONT", (0, 0), (-1, 0), head.fontName, head.fontSize, head.leading),
            ("TEXTCOLOR", (0, 0), (-1, -1), palette.ink),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
            ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
            ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
            ("LINEBELOW", (0, 0), (-1, 0), 1.0, palette.head),
        ]
        right = [at for at, column in enumerate(self._block.columns) if column.align is Align.RIGHT]
        commands += [("ALIGN", (at, 0), (at, -1), "RIGHT") for at in right]
        for at, row in enumerate(self._piece_of, start=1):
            if self._rows[row][1]:
                commands.append(("FONTNAME", (0, at), (-1, at), sheet.cell_strong.fontName))
                commands.append(("BACKGROUND", (0, at), (-1, at), palette.strong))
        return commands

    def _piece_style(self) -> list[tuple[Any, ...]]:
        """A line below each row; the pieces of a row that is in several stand close together without one."""
        rule = self._sheet.palette.rule
        if len(self._piece_of) == len(self._rows):
            return [("LINEBELOW", (0, 1), (-1, -1), 0.5, rule)]
        commands: list[tuple[Any, ...]] = []
        for at, row in enumerate(self._piece_of, start=1):
            if self._piece_of[at : at + 1] == [row]:
                commands.append(("BOTTOMPADDING", (0, at), (-1, at), 0))
                commands.append(("TOPPADDING", (0, at + 1), (-1, at + 1), 0))
            else:
                commands.append(("LINEBELOW", (0, at), (-1, at), 0.5, rule))
        return commands


def _filled(width: float, wish: Sequence[float], beyond: Sequence[float], weights: Sequence[float]) -> list[float]:
    """What each column wishes, and the rest of the width: to running text what it could do with, else to all."""
    more = _shared(width - sum(wish), beyond, weights)
    spare = width - sum(wish) - sum(more)
    parts = zip(wish, more, weights, strict=True)
    return [w + extra + spare * weight / sum(weights) for w, extra, weight in parts]


def _shared(room: float, wishes: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The room shared out by weight, to each what it wishes at most: who wishes little gets it whole."""
    shares, left, weight = [0.0] * len(wishes), room, sum(weights)
    for at in sorted(range(len(wishes)), key=lambda at: wishes[at] / weights[at]):
        shares[at] = min(wishes[at], left * weights[at] / weight)
        left, weight = left - shares[at], weight - weights[at]
    return shares


def _pieces(cells: Sequence[CellText], most: int) -> list[list[CellText]]:
    """The row itself, or what is too tall for a page in pieces that belong to the same cells."""
    lines = [cell.split("\n") for cell in cells]
    tallest = max(len(part) for part in lines)
    if tallest <= most:
        return [list(cells)]
    deep = min(_PIECE, most)
    starts = range(0, tallest, deep)
    return [[_piece(c, part[at : at + deep]) for c, part in zip(cells, lines, strict=True)] for at in starts]


def _piece(cell: CellText, lines: Sequence[str]) -> CellText:
    """Some lines of a cell, as content of that cell."""
    text = "\n".join(lines)
    return CellText.of(cell.element, text)
