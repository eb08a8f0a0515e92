"""Tables whose cells know their TH or TD element, however often the table is split."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from reportlab.platypus import FrameBreak, LongTable, Table
from reportlab.platypus.tables import TableRenderCB

from coopdesk.dossier.pdf.marking import TaggedCanvas, UntaggedContentError, tagged_canvas
from coopdesk.dossier.pdf.paragraphs import TaggedParagraph
from coopdesk.dossier.pdf.structure import StructElem

_FEW_ROWS = 4
_BEGINNING = 3  # the header and two rows
_TWO_ROWS = 0.7  # of a page: what a heading and a caption leave at least
_MORE, _LITTLE = 1.5, 0.8


class CellText(str):
    """The lines of one cell and their element; reportlab passes the object on to the parts of a table."""

    __slots__ = ("element",)
    element: StructElem

    @classmethod
    def of(cls, element: StructElem, text: str) -> CellText:
        """The text as content of the element."""
        cell = cls(text)
        cell.element = element
        return cell


class TaggedTable(LongTable):
    """A table that repeats its header, never tears a row, keeps its note below its last rows, and keeps its tags."""

    first_height = 0.0
    whole_height = 0.0
    short = 0.0
    room = math.inf
    first_rows = _BEGINNING
    note: TaggedParagraph | None = None
    _note_height = 0.0

    def begin_with(self, heights: Sequence[float], room: float) -> None:
        """Notes how much of it has to stand below a heading on pages with so much room: the header and two rows, one
        where two of these heights leave little of a page."""
        self.room = room
        self.first_rows = _BEGINNING if sum(heights[:_BEGINNING]) <= room * _TWO_ROWS else _BEGINNING - 1
        self.first_height = sum(heights[: self.first_rows])

    def least_height(self, width: float, left: float) -> float:
        """What has to fit below a caption: a short table whole with its note, else the header and two rows. Where
        little is `left` of the page for it and its headings, a table that is half as high again counts as short."""
        most = self.short * (_MORE if left < self.short * _LITTLE else 1.0)
        return self.whole_height + self._noted(width) if self.whole_height <= most else self.first_height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """The table and what stands below it."""
        width, height = super().wrap(availWidth, availHeight)
        return width, height + self._noted(availWidth)

    def draw(self) -> None:
        """Draws the table above its note."""
        self.canv.saveState()
        self.canv.translate(0, self._note_height)
        super().draw()
        self.canv.restoreState()
        if self.note is not None:
            self.note.drawOn(self.canv, 0, 0)

    def _noted(self, width: float) -> float:
        """How much room the note takes."""
        if self.note is not None:
            self._note_height = self.note.getSpaceBefore() + self.note.wrapOn(self.canv, width, 1e6)[1]
        return self._note_height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 - reportlab's names
        """Between rows; what would be taller than a page was cut into rows before."""
        rows, height = len(self._cellvalues), self._height  # type: ignore[attr-defined]
        # No page has one lone row of a longer table, unless two are too tall for one.
        self._rowSplitRange = (self.first_rows, -2) if rows > _FEW_ROWS else None
        # Where only the note would be left over, the last rows go with it.
        parts: list[Any] = super().split(availWidth, min(availHeight, height - 1) if self.note else availHeight)
        for part in parts:
            if isinstance(part, TaggedTable):
                heights: list[float] = vars(part)["_rowHeights"]
                part.begin_with(heights, self.room)
        if parts:
            parts[-1].note = self.note
        # Rows that were kept back for the next page go there, even when the first of them would still fit on this one.
        return [parts[0], FrameBreak, parts[1]] if len(parts) == 2 else parts


class TableMarker(TableRenderCB):
    """Marks cells as they are drawn; all parts of one table share one marker."""

    _canvas: TaggedCanvas

    def __init__(self, element: StructElem) -> None:
        """Marks a table with this Table element."""
        self._element = element
        self._repeats_header = False
        self._row_is_artifact = False
        self._cell_is_open = False

    def startTable(self, T: Table) -> None:  # noqa: N803 - reportlab's name
        """Notes whether this part repeats the header rows of an earlier part."""
        self._canvas = tagged_canvas(T.canv)
        self._repeats_header = not self._canvas.record.start(self._element)

    def startBG(self, T: Table) -> None:  # noqa: N803
        """Draws all backgrounds in one artifact."""
        self._canvas.begin_artifact()

    def endBG(self, T: Table) -> None:  # noqa: N803
        """Closes the artifact of the backgrounds."""
        self._canvas.end_marked_content()

    def startRow(self, T: Table, rowNo: int) -> None:  # noqa: N803
        """Draws a repeated header row in one pagination artifact."""
        self._row_is_artifact = self._repeats_header and rowNo < T.repeatRows
        if self._row_is_artifact:
            self._canvas.begin_artifact("Pagination")

    def startCell(self, T: Table, rowNo: int, colNo: int, cellval: Any, *_: Any) -> None:  # noqa: N803
        """Opens the TH or TD of a cell; an empty cell is an artifact."""
        self._cell_is_open = isinstance(cellval, str)
        if isinstance(cellval, CellText) and cellval:
            self._canvas.begin_element(cellval.element)
        elif self._cell_is_open:
            if cellval:
                raise UntaggedContentError(f"untagged table cell: {cellval[:40]}")
            self._canvas.begin_artifact()

    def endCell(self, T: Table) -> None:  # noqa: N803
        """Closes the sequence of a cell."""
        if self._cell_is_open:
            self._canvas.end_marked_content()

    def endRow(self, T: Table) -> None:  # noqa: N803
        """Closes the artifact of a repeated header row."""
        if self._row_is_artifact:
            self._canvas.end_marked_content()

    def startLines(self, T: Table) -> None:  # noqa: N803
        """Draws all lines in one artifact."""
        self._canvas.begin_artifact()

    def endLines(self, T: Table) -> None:  # noqa: N803
        """Closes the artifact of the lines."""
        self._canvas.end_marked_content()

    def endTable(self, T: Table) -> None:  # noqa: N803
        """Nothing more to close."""
