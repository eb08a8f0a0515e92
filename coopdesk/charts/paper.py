"""A time line over as many sheets as it needs: equal calendars, repeated headings, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.fonts import REGULAR, STRONG, face, shorten
from coopdesk.charts.gantt import Task, gantt
from coopdesk.charts.look import Look
from coopdesk.charts.themes import PRINT
from coopdesk.kernel.progress import Progress, silent
from coopdesk.words.catalogue import Words

MM = 72 / 25.4
MARGIN, HEAD, FOOT = 14 * MM, 44.0, 20.0  # points
MOST = 40  # rows on a sheet
ZOOM = 0.92


class Paper(StrEnum):
    """Sheets, always landscape."""

    A4 = "a4"
    A3 = "a3"


SIZES = {Paper.A4: (297 * MM, 210 * MM), Paper.A3: (420 * MM, 297 * MM)}


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands on every sheet: a title, a line of facts, and a note at the foot."""

    title: str
    facts: str
    note: str = ""


def timeline_pdf(
    tasks: Sequence[Task], span: tuple[date, date], today: date, caption: Caption, words: Words,
    paper: Paper = Paper.A4, progress: Progress = silent,
) -> bytes:  # fmt: skip
    """The tasks as bars on landscape sheets, at least one task; equal input gives equal bytes."""
    face(REGULAR)
    face(STRONG)
    wide, high = SIZES[paper]
    look = Look(PRINT, words, wide - 2 * MARGIN, ZOOM)
    sheets = _sheets(tasks, look, high - 2 * MARGIN - HEAD - FOOT)
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(wide, high), invariant=1, pageCompression=1)
    canvas.setTitle(caption.title)
    canvas.setCreator("Coopdesk")
    for at, mine in enumerate(sheets):
        progress(at, len(sheets))
        _furniture(canvas, caption, words.say("Page {n} of {all}", n=at + 1, all=len(sheets)), paper)
        chart = gantt(look, mine, today, title=caption.title, span=span)
        top = high - MARGIN - HEAD
        renderPDF.draw(chart.drawing, canvas, MARGIN, top - chart.drawing.height)
        canvas.showPage()
    canvas.save()
    progress(len(sheets), len(sheets))
    return stream.getvalue()


def _sheets(tasks: Sequence[Task], look: Look, room: float) -> list[list[Task]]:
    """The tasks over sheets; a heading that runs on is repeated, and counts as a row."""
    row = look.row * 1.05
    fits = max(4, min(MOST, int((room - look.small * 5) / row)))
    sheets: list[list[Task]] = []
    left, group = 0, ""
    for task in tasks:
        needed = 1 + (task.group != group or not sheets)
        if not sheets or left < needed:
            sheets.append([])
            left, needed = fits, 2
        sheets[-1].append(task)
        left, group = left - needed, task.group
    return sheets


def _furniture(canvas: Canvas, caption: Caption, page: str, paper: Paper) -> None:
    """The title above, the note and the page number below."""
    wide, high = SIZES[paper]
    canvas.setFillColor(HexColor(PRINT.ink))
    canvas.setFont(STRONG, 15)
    canvas.drawString(MARGIN, high - MARGIN - 14, shorten(caption.title, wide - 2 * MARGIN, 15, strong=True))
    canvas.setFillColor(HexColor(PRINT.muted))
    canvas.setFont(REGULAR, 9.5)
    canvas.drawString(MARGIN, high - MARGIN - 29, shorten(caption.facts, wide - 2 * MARGIN, 9.5))
    canvas.drawString(MARGIN, MARGIN, shorten(caption.note, wide - 2 * MARGIN - 90, 9.5))
    canvas.drawRightString(wide - MARGIN, MARGIN, page)
