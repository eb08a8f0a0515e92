"""A time line over as many sheets as it needs: equal calendars, repeated headings, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from coopdesk.charts.fonts import REGULAR, STRONG, face, has_letters, shorten
from coopdesk.charts.gantt import Task, gantt, sheets
from coopdesk.charts.lane import Meeting, lane_height
from coopdesk.charts.look import Look
from coopdesk.charts.packet import About
from coopdesk.charts.tagging import Tagger, tagged
from coopdesk.charts.themes import PRINT
from coopdesk.kernel.progress import Progress, silent
from coopdesk.words.catalogue import LANGUAGES, Words

MM = 72 / 25.4
MARGIN, HEAD, FOOT = 14 * MM, 44.0, 20.0  # points
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


@dataclass(frozen=True, slots=True)
class TimeLine:
    """What is drawn: at least one task, the time to show, the present day, and the meetings, the earliest first."""

    tasks: Sequence[Task]
    span: tuple[date, date]
    today: date
    meetings: Sequence[Meeting] = ()


def timeline_pdf(
    line: TimeLine, caption: Caption, words: Words, paper: Paper = Paper.A4, progress: Progress = silent
) -> bytes:
    """The tasks as bars on landscape sheets, tagged for screen readers; equal input gives equal bytes."""
    face(STRONG)
    wide, high = SIZES[paper]
    look = Look(PRINT, words, wide - 2 * MARGIN, ZOOM)
    pages = sheets(line.tasks, look, high - 2 * MARGIN - HEAD - FOOT - lane_height(look, line.meetings))
    stream = BytesIO()
    first: dict[str, Any] = {"initialFontName": face(REGULAR)}  # else every page names a font that is not in the file
    canvas = Canvas(stream, pagesize=(wide, high), invariant=1, pageCompression=1, **first)
    tagger = Tagger(canvas)
    for at, mine in enumerate(pages):
        progress(at, len(pages))
        _caption(canvas, tagger, caption, paper, repeated=at > 0)
        chart = gantt(look, mine, line.today, title=caption.title, span=line.span, meetings=line.meetings)
        below = high - MARGIN - HEAD - chart.drawing.height
        vars(chart.drawing)["initialFontName"] = face(REGULAR)
        with tagger.part("Figure", chart.alt_text, (MARGIN, below, wide - MARGIN, high - MARGIN - HEAD)):
            renderPDF.draw(chart.drawing, canvas, MARGIN, below)
        last = at == len(pages) - 1
        with tagger.part("P") if last and caption.note else tagger.furniture():
            _write(canvas, caption.note, MARGIN, 9.5, PRINT.muted, wide - 2 * MARGIN - 90)
        with tagger.furniture():
            canvas.drawRightString(wide - MARGIN, MARGIN, words.say("Page {n} of {all}", n=at + 1, all=len(pages)))
        tagger.turn()
    canvas.save()
    progress(len(pages), len(pages))
    language = LANGUAGES[words.language].replace("_", "-")
    about = About(caption.title, "", language, f"{line.today}T00:00:00Z", accessible=_readable(line, caption))
    return tagged(stream.getvalue(), tagger.tags, about)


def _readable(line: TimeLine, caption: Caption) -> bool:
    """Whether every letter can be shown: a file in which one is missing does not claim to be accessible."""
    names = (text for task in line.tasks for text in (task.name, task.group))
    return all(
        map(has_letters, (*names, *(one.name for one in line.meetings), caption.title, caption.facts, caption.note))
    )


def _caption(canvas: Canvas, tagger: Tagger, caption: Caption, paper: Paper, *, repeated: bool) -> None:
    """The title and the facts above; on later sheets they only stand there."""
    wide, high = SIZES[paper]
    for role, text, below, size, colour, strong in (
        ("H1", caption.title, 14, 15, PRINT.ink, True),
        ("P", caption.facts, 29, 9.5, PRINT.muted, False),
    ):
        with tagger.furniture() if repeated else tagger.part(role):
            _write(canvas, text, high - MARGIN - below, size, colour, wide - 2 * MARGIN, strong=strong)


def _write(canvas: Canvas, text: str, y: float, size: float, colour: str, room: float, *, strong: bool = False) -> None:
    canvas.setFillColor(HexColor(colour))
    canvas.setFont(STRONG if strong else REGULAR, size)
    canvas.drawString(MARGIN, y, shorten(text, room, size, strong=strong))
