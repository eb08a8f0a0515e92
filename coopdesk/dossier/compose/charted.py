"""A chart as a numbered figure: its words come from the chart, its drawing is made anew for each pass."""

from __future__ import annotations

from coopdesk.charts.model import Table
from coopdesk.dossier.compose.chain import ChartPart
from coopdesk.dossier.compose.writer import Pen
from coopdesk.dossier.model import Align, Column, FigureBlock, Picture, TableBlock, TableRow

_ALT_WIDTH = 482.0


def figure(writer: Pen, part: ChartPart, *, twin: bool = True) -> FigureBlock:
    """The chart with caption, source and, when the dossier has them and they are wanted, the same facts as a table."""
    drawn = part.draw
    chart = drawn(writer.look(_ALT_WIDTH, colour=True))

    def draw(width: float, colour: bool) -> Picture:  # noqa: FBT001 - the shape FigureBlock asks for
        picture: Picture = drawn(writer.look(width, colour=colour)).drawing
        return picture

    return FigureBlock(
        caption=writer.figure(part.title or chart.title),
        subtitle=part.subtitle,
        source=part.source,
        alt=chart.alt_text,
        draw=draw,
        twin=table_of(writer, chart.table, part.twin, part.note) if twin and part.twin and writer.twins else None,
    )


def table_of(writer: Pen, table: Table, title: str, note: str = "") -> TableBlock:
    """The table twin of a chart; every column after the first holds figures."""
    columns = [Column(name, Align.RIGHT if at else Align.LEFT, 1 if at else 2) for at, name in enumerate(table.header)]
    rows = [TableRow(tuple(cell or "–" for cell in row), strong=row[0] == writer.own) for row in table.rows]
    return TableBlock(tuple(columns), tuple(rows), writer.caption(title), note)
